package com.euphoriapos.ui.shell;

import com.euphoriapos.ui.kit.theme.LookSettings;
import com.euphoriapos.ui.kit.theme.TextSize;
import com.euphoriapos.ui.kit.theme.Theme;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What this lane's set-up says about the look: {@code pos.theme} (light, dark, auto: by the hour), {@code pos.scale} (1 to 4,
 * a percentage, or auto: by the screen), {@code pos.text} (100, 115, 130), {@code pos.motion} (on, off) and {@code pos.touch} (on where there is no keyboard); or the environment
 * variables {@code POS_THEME} and so on. What is not understood is left at its default and told in {@code problems}.
 *
 * @param theme null for "by the hour"
 * @param scalePercent 0 for "by the screen"
 */
public record LookChoice(
        @Nullable Theme theme,
        int scalePercent,
        TextSize textSize,
        boolean motion,
        boolean touchOnly,
        List<String> problems) {
    private static final int PERCENT_MAX = 400;

    public LookChoice {
        problems = List.copyOf(problems);
    }

    /** Reads the choice; a property goes before the environment. */
    public static LookChoice read(Function<String, @Nullable String> property, Map<String, String> environment) {
        List<String> problems = new ArrayList<>();
        Source source = new Source(property, environment);
        return new LookChoice(
                theme(source.value("theme"), problems),
                scale(source.value("scale"), problems),
                TextSize.ofPercent(number(source.value("text").replace("%", ""), 100, problems)),
                !source.value("motion").equals("off"),
                source.value("touch").equals("on"),
                problems);
    }

    /** The settings on a screen of this size, at this hour. */
    public LookSettings settings(LocalTime hour, int suggestedPercent) {
        return new LookSettings(
                theme == null ? Theme.at(hour) : theme,
                scalePercent == 0 ? suggestedPercent : scalePercent,
                textSize,
                motion);
    }

    private static @Nullable Theme theme(String value, List<String> problems) {
        return switch (value) {
            case "", "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            case "auto" -> null;
            default -> {
                problems.add("POS_THEME is light, dark or auto, not " + value);
                yield Theme.LIGHT;
            }
        };
    }

    private static int scale(String value, List<String> problems) {
        if (value.isEmpty() || value.equals("auto")) {
            return 0;
        }
        if (value.matches("[1-4](\\.\\d{1,2})?")) {
            // "1.5" is 150 %.
            String[] parts = value.split("\\.");
            String hundredths = parts.length == 1 ? "00" : (parts[1] + "0").substring(0, 2);
            return Math.min(PERCENT_MAX, Integer.parseInt(parts[0] + hundredths));
        }
        int percent = number(value.replace("%", ""), 0, problems);
        if (percent != 0 && (percent < 100 || percent > PERCENT_MAX)) {
            problems.add("POS_SCALE is 1 to 4 or 100 to 400, not " + value);
            return 0;
        }
        return percent;
    }

    private static int number(String value, int otherwise, List<String> problems) {
        if (value.isEmpty()) {
            return otherwise;
        }
        if (value.matches("\\d{1,4}")) {
            return Integer.parseInt(value);
        }
        problems.add("not a number: " + value);
        return otherwise;
    }

    private record Source(Function<String, @Nullable String> property, Map<String, String> environment) {
        String value(String name) {
            String set = property.apply("pos." + name);
            if (set == null) {
                set = environment.get("POS_" + name.toUpperCase(Locale.ROOT));
            }
            return set == null ? "" : set.strip().toLowerCase(Locale.ROOT);
        }
    }
}
