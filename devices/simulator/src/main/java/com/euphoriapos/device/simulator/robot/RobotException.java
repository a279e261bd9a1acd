package com.euphoriapos.device.simulator.robot;

/** The robot can't go on; the message is one sentence for whoever started it. */
final class RobotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    RobotException(String message) {
        super(message);
        this.reason = message;
    }

    RobotException(String message, Throwable cause) {
        super(message, cause);
        this.reason = message;
    }

    /** The message. */
    String reason() {
        return reason;
    }
}
