package com.euphoriapos.device.api;

/**
 * One code as a scanner read it.
 *
 * @param deviceId the scanner's {@link DeviceInfo#id()}
 * @param data the raw text, with its AIM identifier where the scanner sends one; never empty
 * @param aimId the AIM identifier such as {@code ]E0} where it was sent, else empty
 */
public record DeviceScan(String deviceId, String data, String aimId) {
    public DeviceScan {
        if (data.isEmpty()) {
            throw new IllegalArgumentException("a scan has data");
        }
    }
}
