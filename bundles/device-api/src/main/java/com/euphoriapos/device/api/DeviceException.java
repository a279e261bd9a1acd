package com.euphoriapos.device.api;

/** A device could not do what was asked. The message says what happened; {@link #condition()} says what it is about. */
public final class DeviceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DeviceCondition condition;
    private final boolean nothingSent;

    /** @param message one sentence that a support technician understands */
    public DeviceException(DeviceCondition condition, String message) {
        super(message);
        this.condition = condition;
        this.nothingSent = false;
    }

    private DeviceException(DeviceCondition condition, String message, boolean nothingSent) {
        super(message);
        this.condition = condition;
        this.nothingSent = nothingSent;
    }

    /** The device was found unable before the first byte went to it: whatever was asked can be asked again as if it never was. */
    public static DeviceException nothingSent(DeviceCondition condition, String message) {
        return new DeviceException(condition, message, true);
    }

    /** @param message one sentence that a support technician understands */
    public DeviceException(DeviceCondition condition, String message, Throwable cause) {
        super(message, cause);
        this.condition = condition;
        this.nothingSent = false;
    }

    /** Whether the device certainly did nothing: a document that was refused so is on no paper, not even in part. */
    public boolean nothingSent() {
        return nothingSent;
    }

    /** What the failure is about. */
    public DeviceCondition condition() {
        return condition;
    }
}
