package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.ui.kit.input.InputRouter;
import com.euphoriapos.ui.kit.input.WedgeSettings;
import com.euphoriapos.ui.kit.input.WedgeSettings.Mark;
import com.euphoriapos.ui.kit.present.Edt;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Tells the input router how this lane's keyboard wedge marks its scans; without its file the router goes by burst timing. */
@Component(
        service = {},
        immediate = true,
        configurationPid = WedgeScanner.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = WedgeScanner.Config.class)
public final class WedgeScanner {
    static final String PID = "device.scanner.wedge";

    private final InputRouter router;
    private final WedgeSettings settings;
    private final Edt edt = new Edt();

    @ObjectClassDefinition(name = "Keyboard wedge scanner", description = "How scans are told from typing")
    @interface Config {
        @AttributeDefinition(
                name = "Prefix",
                description = "The key that every scan begins with: one character or F1 to F24; empty for none")
        String prefix() default "";

        @AttributeDefinition(
                name = "Suffix",
                description = "The key that every scan ends with: one character or F1 to F24; empty for Enter or Tab")
        String suffix() default "";

        @AttributeDefinition(
                name = "Gap",
                description = "The longest pause between two characters of a scan, 5 to 200 ms; by Bluetooth 50 to 80")
        int gapMillis() default 35;

        @AttributeDefinition(
                name = "Silence",
                description = "The pause that ends a scan without suffix, gapMillis to 1000 ms")
        int silenceMillis() default 60;

        @AttributeDefinition(name = "Shortest scan", description = "Characters of the shortest scan, 2 to 50")
        int charsMin() default 6;
    }

    @Activate
    public WedgeScanner(Config config, @Reference InputRouter router) {
        this.router = router;
        this.settings = settings(config);
    }

    @Activate
    void start() {
        edt.later(() -> router.configure(settings));
    }

    @Deactivate
    void stop() {
        edt.later(() -> router.configure(WedgeSettings.standard()));
    }

    static WedgeSettings settings(Config config) {
        try {
            return new WedgeSettings(
                    mark("prefix", config.prefix()),
                    mark("suffix", config.suffix()),
                    config.gapMillis(),
                    config.silenceMillis(),
                    config.charsMin());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(PID + ": " + wrong.getMessage(), wrong);
        }
    }

    private static @Nullable Mark mark(String key, String text) {
        if (text.isEmpty()) {
            return null;
        }
        return Mark.parse(text)
                .orElseThrow(() ->
                        new IllegalArgumentException(key + " is one character or F1 to F24, not \"" + text + "\""));
    }
}
