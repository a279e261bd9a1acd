package com.euphoriapos.device.javapos;

import jpos.JposConst;
import jpos.JposException;

/**
 * The model that all categories of UnifiedPOS 1.14 share: open, claim, enable, events, power, health and statistics. Opening
 * touches no hardware. Calls may come from any thread; events leave on one thread of their own. Checks come in the order
 * that the standard's testers expect: closed, claimed by another, not claimed, disabled, illegal argument.
 *
 * <p>A subclass starts its hardware in {@link #enable()} and stops it in {@link #disable()}, and tells of its power with
 * {@link #power(PowerStatus)}.
 */
public abstract class CommonService extends ServiceCore {
    /** The version of UnifiedPOS that these services speak. */
    public static final int VERSION = 1_014_000;

    private volatile String healthText = "";

    /**
     * @param exclusive whether the category demands a claim before anything else
     * @param resource see {@link DevicePort#resource()}
     */
    protected CommonService(ServiceInfo info, boolean exclusive, String resource) {
        super(info, exclusive, resource);
    }

    /** Asks the hardware who it is, for {@code checkHealth(INTERNAL)}; returns one sentence. */
    protected abstract String probe() throws JposException;

    /** A check with paper, light or sound; by default there is none. */
    protected void checkExternally() throws JposException {
        throw JposErrors.illegal("this device has no external check");
    }

    @Override
    public final boolean getClaimed() throws JposException {
        requireOpen();
        return isClaimed();
    }

    @Override
    public final boolean getDeviceEnabled() throws JposException {
        requireOpen();
        return isEnabled();
    }

    @Override
    public final String getDeviceServiceDescription() throws JposException {
        requireOpen();
        return info().serviceDescription();
    }

    @Override
    public final int getDeviceServiceVersion() throws JposException {
        requireOpen();
        return VERSION;
    }

    @Override
    public final String getPhysicalDeviceDescription() throws JposException {
        requireOpen();
        return info().deviceDescription();
    }

    @Override
    public final String getPhysicalDeviceName() throws JposException {
        requireOpen();
        return info().deviceName();
    }

    @Override
    public final String getCheckHealthText() throws JposException {
        requireOpen();
        return healthText;
    }

    @Override
    public final void checkHealth(int level) throws JposException {
        requireEnabled();
        String title =
                switch (level) {
                    case JposConst.JPOS_CH_INTERNAL -> "Internal HCheck: ";
                    case JposConst.JPOS_CH_EXTERNAL -> "External HCheck: ";
                    case JposConst.JPOS_CH_INTERACTIVE -> "Interactive HCheck: ";
                    default -> throw JposErrors.illegal("there is no health check of level " + level);
                };
        healthText = title + "Not Supported";
        if (level == JposConst.JPOS_CH_INTERACTIVE) {
            throw JposErrors.illegal("this device has no interactive check");
        }
        try {
            if (level == JposConst.JPOS_CH_INTERNAL) {
                healthText = title + "Successful, " + probe();
            } else {
                checkExternally();
                healthText = title + "Successful";
            }
        } catch (JposException e) {
            if (e.getErrorCode() != JposConst.JPOS_E_ILLEGAL) {
                healthText = title + e.getMessage();
            }
            throw e;
        }
    }

    @Override
    public void directIO(int command, int[] data, Object object) throws JposException {
        requireOpen();
        throw JposErrors.illegal("this device knows no direct command " + command);
    }

    /** Whether the hardware can tell that it is off or away; {@code STANDARD} by default. */
    public int getCapPowerReporting() throws JposException {
        requireOpen();
        return JposConst.JPOS_PR_STANDARD;
    }

    public final int getPowerNotify() throws JposException {
        requireOpen();
        return notifyCode();
    }

    /** Wants power events or not; only while disabled. */
    public final void setPowerNotify(int notify) throws JposException {
        requireOpen();
        if (isEnabled()) {
            throw JposErrors.illegal("power notification can be changed only while the device is disabled");
        }
        boolean known = notify == JposConst.JPOS_PN_DISABLED || notify == JposConst.JPOS_PN_ENABLED;
        if (!known || getCapPowerReporting() == JposConst.JPOS_PR_NONE && notify == JposConst.JPOS_PN_ENABLED) {
            throw JposErrors.illegal("power notification can't be " + notify);
        }
        notifyCode(notify);
    }

    public final int getPowerState() throws JposException {
        requireOpen();
        return notifyCode() == JposConst.JPOS_PN_ENABLED && isEnabled() ? power().code() : JposConst.JPOS_PS_UNKNOWN;
    }

    public final boolean getCapStatisticsReporting() throws JposException {
        requireOpen();
        return true;
    }

    public final boolean getCapUpdateStatistics() throws JposException {
        requireOpen();
        return false;
    }

    public final void resetStatistics(String names) throws JposException {
        requireEnabled();
        throw JposErrors.illegal("statistics can't be changed");
    }

    public final void updateStatistics(String values) throws JposException {
        requireEnabled();
        throw JposErrors.illegal("statistics can't be changed");
    }

    public final void retrieveStatistics(String[] statistics) throws JposException {
        requireEnabled();
        if (statistics.length == 0) {
            throw JposErrors.illegal("statistics need an array of one string");
        }
        statistics[0] = StatisticsXml.of(info(), counters());
    }

    public final boolean getCapCompareFirmwareVersion() throws JposException {
        requireOpen();
        return false;
    }

    public final boolean getCapUpdateFirmware() throws JposException {
        requireOpen();
        return false;
    }

    public final void compareFirmwareVersion(String file, int[] result) throws JposException {
        requireEnabled();
        throw JposErrors.illegal("firmware can't be compared");
    }

    public final void updateFirmware(String file) throws JposException {
        requireEnabled();
        throw JposErrors.illegal("firmware can't be updated");
    }
}
