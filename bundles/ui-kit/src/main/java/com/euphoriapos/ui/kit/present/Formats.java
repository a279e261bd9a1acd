package com.euphoriapos.ui.kit.present;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as the screen shows them: English words, true minus, no floating point. Immutable. */
public final class Formats {
    /** The true minus sign, as wide as a plus. */
    public static final String MINUS = "\u2212";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.ENGLISH);

    private final ZoneId zone;
    private final String sign;

    /** @param sign currency sign in front of the amounts that carry one, such as "$" */
    public Formats(ZoneId zone, String sign) {
        this.zone = zone;
        this.sign = sign;
    }

    public String currencySign() {
        return sign;
    }

    /** "1,240.50" or "−5.85", from cents. */
    public static String money(long cents) {
        String digits = unsigned(cents, 2);
        int point = digits.length() - 2;
        return (cents < 0 ? MINUS : "") + thousands(digits.substring(0, point)) + "." + digits.substring(point);
    }

    /** "$1,240.50" or "−$5.85", from cents. */
    public String moneyWithSign(long cents) {
        String text = money(cents);
        return text.startsWith(MINUS) ? MINUS + sign + text.substring(1) : sign + text;
    }

    /** "3", "0.345", "−1.5", from thousandths. */
    public static String quantity(long thousandths) {
        String digits = unsigned(thousandths, 3);
        int point = digits.length() - 3;
        String whole = (thousandths < 0 ? MINUS : "") + thousands(digits.substring(0, point));
        String fraction = digits.substring(point).replaceFirst("0+$", "");
        return fraction.isEmpty() ? whole : whole + "." + fraction;
    }

    /** "8.875 %" or "−10 %", from parts per million. */
    public static String percent(long partsPerMillion) {
        String digits = unsigned(partsPerMillion, 4);
        int point = digits.length() - 4;
        String fraction = digits.substring(point).replaceFirst("0+$", "");
        String whole = (partsPerMillion < 0 ? MINUS : "") + digits.substring(0, point);
        return (fraction.isEmpty() ? whole : whole + "." + fraction) + "\u00A0%";
    }

    /** "1,204" for counts. */
    public static String count(long number) {
        return (number < 0 ? MINUS : "") + thousands(unsigned(number, 0));
    }

    /** "1 item", "13 items". */
    public static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** "750 ml", "1 L", "1.75 L", from millilitres; empty for none. */
    public static String volume(long millilitres) {
        if (millilitres <= 0) {
            return "";
        }
        return millilitres < 1000 ? millilitres + " ml" : quantity(millilitres) + " L";
    }

    public String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    public String timeWithSeconds(Instant at) {
        return SECONDS.format(at.atZone(zone));
    }

    /** To the millisecond, for diagnostics. */
    public String timeWithMillis(Instant at) {
        return MILLIS.format(at.atZone(zone));
    }

    /** "Mar 6, 2026". */
    public String day(Instant at) {
        return DAY.format(at.atZone(zone));
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "Friday, March 6". */
    public static String longDay(LocalDate day) {
        return LONG_DAY.format(day);
    }

    /** "12 s", "14 min", "3 h 12 min", "2 d 4 h", from whole seconds. */
    public static String duration(long seconds) {
        if (seconds < 60) {
            return Math.max(0, seconds) + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min";
        }
        if (seconds < 86_400) {
            return pair(seconds / 3600, " h", seconds % 3600 / 60, " min");
        }
        return pair(seconds / 86_400, " d", seconds % 86_400 / 3600, " h");
    }

    private static String pair(long large, String largeUnit, long small, String smallUnit) {
        return large + largeUnit + (small == 0 ? "" : " " + small + smallUnit);
    }

    /** The digits without a sign, at least one in front of the decimals. Works for the smallest long too. */
    private static String unsigned(long number, int decimals) {
        String digits = Long.toString(number).replace("-", "");
        return digits.length() > decimals ? digits : "0".repeat(decimals + 1 - digits.length()) + digits;
    }

    private static String thousands(String digits) {
        StringBuilder text = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }
}
