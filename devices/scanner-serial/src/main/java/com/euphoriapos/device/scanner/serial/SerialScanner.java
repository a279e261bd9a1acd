package com.euphoriapos.device.scanner.serial;

import java.util.Map;
import jpos.loader.JposServiceInstanceFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** One serial scanner of the lane, for each configuration; it offers the factory, and the rest is JavaPOS. */
@Component(
        service = {},
        immediate = true,
        name = ScannerSettings.PID,
        configurationPid = ScannerSettings.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SerialScanner.Config.class, factory = true)
public final class SerialScanner {
    private final ServiceRegistration<JposServiceInstanceFactory> registration;

    /** What a configuration may say. */
    @ObjectClassDefinition(
            name = "Serial barcode scanner",
            description = "A scanner on a serial port, or on USB as a serial port. One file for each scanner.")
    @interface Config {
        /** The device. */
        @AttributeDefinition(
                name = "Port",
                description =
                        "Path of the port. A name in /dev/serial/by-id stays the same when it is plugged elsewhere.",
                required = true)
        String port() default "";

        /** The id. */
        @AttributeDefinition(
                name = "Id",
                description = "Name of this scanner, unique on the lane; JavaPOS programs open it by this name.")
        String id() default "scanner-1";

        /** The role. */
        @AttributeDefinition(name = "Role", description = "What it is for; sale feeds the sale in progress.")
        String role() default "sale";

        /** The model. */
        @AttributeDefinition(name = "Model", description = "What people call it, shown on screens.")
        String model() default "Serial barcode scanner";

        /** The speed. */
        @AttributeDefinition(name = "Baud", description = "Bits a second, 300 to 921600, as the scanner is set.")
        int baud() default 9_600;

        /** The data bits. */
        @AttributeDefinition(name = "Data bits", description = "7 or 8, as the scanner is set.")
        int dataBits() default 8;

        /** The parity. */
        @AttributeDefinition(
                name = "Parity",
                description = "none, odd or even, as the scanner is set.",
                options = {
                    @Option(label = "None", value = "none"),
                    @Option(label = "Odd", value = "odd"),
                    @Option(label = "Even", value = "even")
                })
        String parity() default "none";

        /** The stop bits. */
        @AttributeDefinition(name = "Stop bits", description = "1 or 2, as the scanner is set.")
        int stopBits() default 1;

        /** The flow control. */
        @AttributeDefinition(
                name = "Flow control",
                description = "none, rtscts, dtrdsr or xonxoff, as the scanner is set.",
                options = {
                    @Option(label = "None", value = "none"),
                    @Option(label = "RTS/CTS", value = "rtscts"),
                    @Option(label = "DTR/DSR", value = "dtrdsr"),
                    @Option(label = "XON/XOFF", value = "xonxoff")
                })
        String flow() default "none";
    }

    /** @throws IllegalArgumentException naming PID, key and reason, when the configuration is wrong */
    @Activate
    public SerialScanner(BundleContext context, Config config, Map<String, ?> properties) {
        ScannerSettings.checkNumbers(properties);
        ScannerSettings settings = ScannerSettings.from(config);
        registration = context.registerService(
                JposServiceInstanceFactory.class, new SerialScannerFactory(), settings.labels());
    }

    /** Takes the scanner away; the lane and all JavaPOS programs have let go of it when this returns. */
    @Deactivate
    void stop() {
        registration.unregister();
    }
}
