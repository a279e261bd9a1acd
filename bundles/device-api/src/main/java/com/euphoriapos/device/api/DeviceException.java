package com.euphoriapos.device.api;

/** A device could not do what was asked. The message says what happened; {@link #condition()} says what it is about. */
public final class DeviceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DeviceCondition condition;

    /** @param message one sentence that a support technician understands */
    public DeviceException(DeviceCondition condition, String message) {
        super(message);
        this.condition = condition;
    }

    /** @param message one sentence that a support technician understands */
    public DeviceException(DeviceCondition condition, String message, Throwable cause) {
        super(message, cause);
        this.condition = condition;
    }

    /** What the failure is about. */
    public DeviceCondition condition() {
        return condition;
    }
}
