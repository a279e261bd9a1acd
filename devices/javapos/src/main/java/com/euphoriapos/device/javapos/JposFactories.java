package com.euphoriapos.device.javapos;

/**
 * The service properties with which a driver registers a {@code jpos.loader.JposServiceInstanceFactory}. Each such service
 * becomes one JavaPOS entry and one device of the lane, within milliseconds; unregistered, both are gone.
 */
public final class JposFactories {
    /** The name under which JavaPOS controls open the device, unique on the lane; required. */
    public static final String LOGICAL_NAME = "jpos.logicalName";
    /** {@code Scanner}, {@code POSPrinter} or {@code CashDrawer}; required. */
    public static final String CATEGORY = "jpos.category";
    /** Properties that begin with this go into the JavaPOS entry without it. */
    public static final String ENTRY_PREFIX = "jpos.prop.";
    /** What a person calls the device; by default the logical name. */
    public static final String MODEL = "device.model";
    /** How the device is reached, such as {@code tcp:127.0.0.1:9100}. */
    public static final String CONNECTION = "device.connection";

    private JposFactories() {}
}
