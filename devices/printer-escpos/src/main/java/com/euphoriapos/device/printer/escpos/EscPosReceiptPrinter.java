package com.euphoriapos.device.printer.escpos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/**
 * One ESC/POS printer of the lane with the drawer on its connector, for each configuration. It offers the factory for both; the
 * rest is JavaPOS.
 */
@Component(
        service = {},
        immediate = true,
        name = EscPosLabels.PID,
        configurationPid = EscPosLabels.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = EscPosReceiptPrinter.Config.class, factory = true)
public final class EscPosReceiptPrinter {
    private final List<ServiceRegistration<JposServiceInstanceFactory>> registrations = new ArrayList<>();

    /** What a configuration may say. */
    @ObjectClassDefinition(
            name = "ESC/POS receipt printer",
            description =
                    "A receipt printer that speaks ESC/POS, and the cash drawer on it. One file for each printer.")
    @interface Config {
        /** The link. */
        @AttributeDefinition(
                name = "Address",
                description =
                        "How it is reached: tcp:HOST:9100, serial:/dev/serial/by-id/NAME?baud=38400&flow=dtrdsr, or"
                                + " file:/dev/usb/lp0.",
                required = true)
        String address() default "";

        /** The id. */
        @AttributeDefinition(
                name = "Id",
                description =
                        "Name of this printer, unique on the lane; JavaPOS programs open it by this name. The drawer's is"
                                + " the same with -drawer.")
        String id() default "printer-1";

        /** The role. */
        @AttributeDefinition(
                name = "Role",
                description = "What it is for; receipt prints receipts, and its drawer opens for cash.")
        String role() default "receipt";

        /** The model. */
        @AttributeDefinition(name = "Model", description = "What people call it, shown on screens.")
        String model() default "ESC/POS receipt printer";

        /** The profile. */
        @AttributeDefinition(
                name = "Profile",
                description =
                        "What the printer can do: epson-80, epson-80-42, epson-58, generic-80, generic-58, silent-80 or"
                                + " text-80.")
        String profile() default EscPosDefaults.PROFILE;

        /** The columns. */
        @AttributeDefinition(
                name = "Columns",
                description = "Characters on a line in the normal font, 16 to 80; 0 takes the profile's.")
        int columns() default 0;

        /** The code page. */
        @AttributeDefinition(
                name = "Code page",
                description =
                        "437, 850, 852, 858, 866 or 1252; empty takes 858 where the profile has it. What a page lacks is"
                                + " written with letters that it has.")
        String codePage() default "";

        /** The status. */
        @AttributeDefinition(
                name = "Status",
                description =
                        "How it tells its state: none never, dle when asked, asb by itself; empty takes the profile's.",
                options = {
                    @Option(label = "As the profile says", value = ""),
                    @Option(label = "Never", value = "none"),
                    @Option(label = "When asked", value = "dle"),
                    @Option(label = "By itself", value = "asb")
                })
        String status() default "";

        /** The drawer. */
        @AttributeDefinition(
                name = "Drawer pin",
                description = "The connector pin that opens the drawer, 2 or 5; none when there is no drawer.",
                options = {
                    @Option(label = "Pin 2", value = "2"),
                    @Option(label = "Pin 5", value = "5"),
                    @Option(label = "No drawer", value = "none")
                })
        String drawerPin() default EscPosDefaults.DRAWER_PIN;

        /** The pulse. */
        @AttributeDefinition(
                name = "Drawer pulse",
                description = "Milliseconds of the pulse that opens the drawer, 20 to 500.")
        int drawerPulseMillis() default EscPosDefaults.DRAWER_PULSE_MILLIS;

        /** The switch of the drawer. */
        @AttributeDefinition(
                name = "Drawer status inverted",
                description =
                        "Set it when an open drawer is shown as closed: some drawers' switches work the other way round.")
        boolean drawerStatusInverted() default false;

        /** The wait for an answer. */
        @AttributeDefinition(
                name = "Answer time",
                description = "Milliseconds to wait for the answer to a question about its state, 50 to 5000.")
        int answerMillis() default EscPosDefaults.ANSWER_MILLIS;

        /** The wait for the confirmation. */
        @AttributeDefinition(
                name = "Confirmation time",
                description =
                        "Milliseconds to wait until it says that a receipt is printed, 500 to 60000; after that the receipt"
                                + " counts as unconfirmed.")
        int confirmMillis() default EscPosDefaults.CONFIRM_MILLIS;

        /** The stay of the connection. */
        @AttributeDefinition(
                name = "Linger",
                description =
                        "Milliseconds that a network connection stays after a receipt, 0 to 60000; shorter when lanes share"
                                + " the printer.")
        int lingerMillis() default EscPosDefaults.LINGER_MILLIS;

        /** The interval of looks. */
        @AttributeDefinition(
                name = "Poll interval",
                description = "Milliseconds between looks at its state while nothing is printed, 200 to 60000.")
        int pollMillis() default EscPosDefaults.POLL_MILLIS;
    }

    /** @throws IllegalArgumentException naming PID, key and reason, when the configuration is wrong */
    @Activate
    public EscPosReceiptPrinter(BundleContext context, Config config, Map<String, ?> properties) {
        EscPosLabels labels = EscPosLabels.of(config.id(), config.role(), config.model(), values(properties));
        // One factory for both, so that printer and drawer share the connection.
        EscPosServiceFactory factory = new EscPosServiceFactory();
        registrations.add(context.registerService(JposServiceInstanceFactory.class, factory, labels.printer()));
        labels.drawer()
                .ifPresent(drawer ->
                        registrations.add(context.registerService(JposServiceInstanceFactory.class, factory, drawer)));
    }

    /** Takes printer and drawer away; the lane and all JavaPOS programs have let go of them when this returns. */
    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    /** As text, because a number that is none must be reported with its key, not as a failed conversion. */
    private static Map<String, String> values(Map<String, ?> properties) {
        Map<String, String> values = new TreeMap<>();
        for (String key : SettingsReader.KEYS) {
            Object value = properties.get(key);
            if (value != null) {
                values.put(key, value.toString());
            }
        }
        return values;
    }
}
