package com.euphoriapos.device.javapos;

/** A scanner behind its connection. */
public interface ScannerPort extends DevicePort<ScannerPort.Signal> {
    /** What a scanner's connection tells. */
    sealed interface Signal permits Power, Code {}

    /** Its power changed. */
    record Power(PowerStatus power) implements Signal {}

    /** One whole code, without its terminator. */
    record Code(byte[] data) implements Signal {}
}
