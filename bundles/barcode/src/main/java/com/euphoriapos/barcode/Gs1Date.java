package com.euphoriapos.barcode;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Six-digit dates (YYMMDD) of GS1 codes. */
public final class Gs1Date {
    private static final int LENGTH = 6;
    private static final int[] DAYS_MAX = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Gs1Date() {}

    /**
     * The date of six digits. The century is the one that puts the year within 49 years before and 50 years after
     * the reference; day
     * 00 is the last day of the month. Empty when there is no such date.
     *
     * @param reference today's date at the shop
     */
    public static Optional<LocalDate> resolve(String digits, LocalDate reference) {
        if (problem(digits) != null) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.of(year(two(digits, 0), reference.getYear()), two(digits, 2));
        int day = two(digits, 4);
        if (day == 0) {
            return Optional.of(month.atEndOfMonth());
        }
        return month.isValidDay(day) ? Optional.of(month.atDay(day)) : Optional.empty();
    }

    private static int year(int twoDigits, int referenceYear) {
        int year = referenceYear - referenceYear % 100 + twoDigits;
        int ahead = year - referenceYear;
        if (ahead > 50) {
            return year - 100;
        }
        return ahead < -49 ? year + 100 : year;
    }

    /** What is wrong with six digits as a date of any century, or null. */
    static @Nullable String problem(String digits) {
        if (digits.length() != LENGTH || !Digits.only(digits)) {
            return "a date has 6 digits";
        }
        int month = two(digits, 2);
        int day = two(digits, 4);
        if (month < 1 || month > 12) {
            return "there is no month " + digits.substring(2, 4);
        }
        boolean leapDay = month == 2 && day == 29;
        if (day > DAYS_MAX[month - 1] || (leapDay && two(digits, 0) % 4 != 0)) {
            return "month " + digits.substring(2, 4) + " has no day " + digits.substring(4);
        }
        return null;
    }

    private static int two(String digits, int at) {
        return (digits.charAt(at) - '0') * 10 + digits.charAt(at + 1) - '0';
    }
}
