package com.euphoriapos.device.printer.escpos;

import com.euphoriapos.device.api.DeviceCategory;
import com.euphoriapos.device.io.ByteLinks;
import com.euphoriapos.device.javapos.JposErrors;
import com.euphoriapos.device.javapos.ServiceInfo;
import java.util.HashMap;
import java.util.Map;
import jpos.JposConst;
import jpos.JposException;
import jpos.config.JposEntry;
import jpos.loader.JposServiceInstance;
import jpos.loader.JposServiceInstanceFactory;

/**
 * Makes JavaPOS services for ESC/POS printers and the drawers on them, from a plain class path with a jpos.xml as well as in
 * OSGi. The category of the entry decides which; its properties are the driver's settings. Printer and drawer with the same
 * address share one connection as long as one factory made both, as JavaPOS's own loader and the OSGi component see to.
 */
public final class EscPosServiceFactory implements JposServiceInstanceFactory {
    static final String DRIVER = "Euphoria POS ESC/POS driver 1.0";
    private static final int SESSIONS_MAX = 32;

    private final Map<String, Shared> sessions = new HashMap<>();

    private record Shared(EscPosSettings settings, PrinterSession session) {}

    /** For JavaPOS's loader. */
    public EscPosServiceFactory() {
        // Nothing to prepare: an entry brings all settings.
    }

    @Override
    public JposServiceInstance createInstance(String logicalName, JposEntry entry) throws JposException {
        Object category = entry.getPropertyValue(JposEntry.DEVICE_CATEGORY_PROP_NAME);
        EscPosSettings settings = settings(logicalName, entry);
        if (DeviceCategory.POS_PRINTER.unifiedPosName().equals(category)) {
            return printer(settings);
        }
        if (DeviceCategory.CASH_DRAWER.unifiedPosName().equals(category)) {
            return drawer(settings);
        }
        throw new JposException(JposConst.JPOS_E_NOSERVICE, DRIVER + " has no service of category " + category);
    }

    EscPosPrinterService printer(EscPosSettings settings) {
        ServiceInfo info = new ServiceInfo(
                DRIVER,
                "ESC/POS receipt printer",
                "ESC/POS receipt printer (" + settings.profile().name() + ") at " + settings.address(),
                DeviceCategory.POS_PRINTER.unifiedPosName());
        return new EscPosPrinterService(info, new EscPosPrinterPort(settings, session(settings)));
    }

    EscPosDrawerService drawer(EscPosSettings settings) throws JposException {
        DrawerSettings drawer = settings.drawer()
                .orElseThrow(() -> new JposException(
                        JposConst.JPOS_E_NOSERVICE,
                        "the printer at " + settings.address() + " is set to have no drawer"));
        ServiceInfo info = new ServiceInfo(
                DRIVER,
                "Cash drawer on a printer",
                "Cash drawer on the ESC/POS printer at " + settings.address(),
                DeviceCategory.CASH_DRAWER.unifiedPosName());
        return new EscPosDrawerService(info, new EscPosDrawerPort(settings, drawer, session(settings)));
    }

    private synchronized PrinterSession session(EscPosSettings settings) {
        Shared known = sessions.get(settings.resource());
        boolean same = known != null
                && known.settings().profile().equals(settings.profile())
                && known.settings().timing().equals(settings.timing());
        if (known != null && same) {
            return known.session();
        }
        if (sessions.size() >= SESSIONS_MAX) {
            throw new IllegalStateException("more than " + SESSIONS_MAX + " printers were opened");
        }
        PrinterSession session = new PrinterSession(settings, ByteLinks.parse(settings.address()));
        sessions.put(settings.resource(), new Shared(settings, session));
        return session;
    }

    private static EscPosSettings settings(String logicalName, JposEntry entry) throws JposException {
        Map<String, String> values = new HashMap<>();
        for (String key : SettingsReader.KEYS) {
            if (entry.hasPropertyWithName(key)) {
                values.put(key, String.valueOf(entry.getPropertyValue(key)));
            }
        }
        try {
            return new SettingsReader(logicalName, values).read();
        } catch (IllegalArgumentException e) {
            throw JposErrors.illegal(String.valueOf(e.getMessage()));
        }
    }
}
