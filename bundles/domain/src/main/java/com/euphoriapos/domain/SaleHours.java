package com.euphoriapos.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * When the law lets the store sell, in the time of its wall clock: {@code Mon-Sat 09:00-23:00, Sun 12:00-18:00}. Nothing said means
 * always. An end that is not after its begin is on the next day. Where daylight saving shifts the clock, the clock on the wall counts.
 *
 * @param spans each some days and hours; a moment in one of them is open
 */
public record SaleHours(List<Span> spans) {
    /** No restriction. */
    public static final SaleHours ALWAYS = new SaleHours(List.of());

    private static final int SPANS_MAX = 14;
    private static final int DAYS = 7;
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final List<String> NAMES = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final Pattern SPAN =
            Pattern.compile("([A-Za-z]{3})(?:-([A-Za-z]{3}))? +(\\d{1,2}):(\\d{2})-(\\d{1,2}):(\\d{2})");

    public SaleHours {
        spans = List.copyOf(spans);
        if (spans.size() > SPANS_MAX) {
            throw new IllegalArgumentException("Sale hours have at most " + SPANS_MAX + " parts.");
        }
    }

    /**
     * Hours of some days.
     *
     * @param first day of the week on which it begins
     * @param last the last such day; before {@code first} where it runs over Sunday
     * @param from minutes after midnight, below 1440
     * @param to minutes after midnight, 1 to 1440; at or below {@code from} on the next day, but not the same
     */
    public record Span(DayOfWeek first, DayOfWeek last, int from, int to) {
        public Span {
            if (from < 0 || from >= MINUTES_OF_DAY || to < 1 || to > MINUTES_OF_DAY || from == to) {
                throw new IllegalArgumentException("no span of hours: " + from + " to " + to);
            }
        }

        private boolean begins(DayOfWeek day) {
            int length = Math.floorMod(last.ordinal() - first.ordinal(), DAYS);
            return Math.floorMod(day.ordinal() - first.ordinal(), DAYS) <= length;
        }

        private boolean holds(DayOfWeek day, int minute) {
            if (to > from) {
                return begins(day) && minute >= from && minute < to;
            }
            return begins(day) && minute >= from || begins(day.minus(1)) && minute < to;
        }

        private String text() {
            String days = name(first) + (first == last ? "" : "-" + name(last));
            return days + " " + time(from) + "-" + time(to);
        }
    }

    /**
     * Reads hours as people type them; nothing means always.
     *
     * @throws IllegalArgumentException with a sentence on what can't be understood
     */
    public static SaleHours parse(String text) {
        List<Span> spans = new ArrayList<>();
        if (!text.isBlank()) {
            for (String part : text.split(",", -1)) {
                spans.add(span(part.strip()));
            }
        }
        return new SaleHours(spans);
    }

    /** As {@link #parse} takes it, in one way only. */
    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining(", "));
    }

    /** Whether something may be sold at that moment. */
    public boolean open(Instant at, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        return openOn(local.getDayOfWeek(), local.getHour() * 60 + local.getMinute());
    }

    /** Why nothing may be sold at that moment, in a sentence that says when it may again; empty when it may. */
    public Optional<String> refusal(Instant at, ZoneId zone) {
        if (open(at, zone)) {
            return Optional.empty();
        }
        LocalDateTime now = LocalDateTime.ofInstant(at, zone);
        return Optional.of("Nothing may be sold at this hour. "
                + nextOpening(now)
                        .map(next -> "Sales begin " + when(now.toLocalDate(), next) + ".")
                        .orElse(""));
    }

    private boolean openOn(DayOfWeek day, int minute) {
        return spans.isEmpty() || spans.stream().anyMatch(span -> span.holds(day, minute));
    }

    /** The next moment at which a span begins: there is one within a week and a day. */
    private Optional<LocalDateTime> nextOpening(LocalDateTime after) {
        return spans.stream()
                .flatMap(span -> IntStream.rangeClosed(0, DAYS)
                        .mapToObj(day -> after.toLocalDate().plusDays(day))
                        .filter(day -> span.begins(day.getDayOfWeek()))
                        .map(day -> day.atTime(LocalTime.ofSecondOfDay(span.from() * 60L))))
                .filter(begin -> begin.isAfter(after))
                .min(LocalDateTime::compareTo);
    }

    private static String when(LocalDate today, LocalDateTime next) {
        String time = time(next.getHour() * 60 + next.getMinute());
        if (next.toLocalDate().equals(today)) {
            return "at " + time;
        }
        return "on " + next.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " at " + time;
    }

    private static Span span(String part) {
        Matcher matcher = SPAN.matcher(part);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + part + "\" is no part of sale hours; each looks like Mon-Sat 09:00-23:00.");
        }
        DayOfWeek first = day(matcher.group(1));
        DayOfWeek last = matcher.group(2) == null ? first : day(matcher.group(2));
        int from = minute(part, matcher.group(3), matcher.group(4));
        int to = minute(part, matcher.group(5), matcher.group(6));
        // Midnight at the end is the end of the day.
        int end = to == 0 ? MINUTES_OF_DAY : to;
        if (from == MINUTES_OF_DAY || from == end) {
            throw new IllegalArgumentException("\"" + part + "\" has no hours; a whole day is 00:00-24:00.");
        }
        return new Span(first, last, from, end);
    }

    private static DayOfWeek day(String name) {
        for (int i = 0; i < DAYS; i++) {
            if (NAMES.get(i).equalsIgnoreCase(name)) {
                return DayOfWeek.of(i + 1);
            }
        }
        throw new IllegalArgumentException("\"" + name + "\" is no day; they are " + String.join(", ", NAMES) + ".");
    }

    private static int minute(String part, String hours, String minutes) {
        int minute = Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
        if (minute > MINUTES_OF_DAY || Integer.parseInt(minutes) > 59) {
            throw new IllegalArgumentException("\"" + part + "\" has a time that is not from 00:00 to 24:00.");
        }
        return minute;
    }

    private static String name(DayOfWeek day) {
        return NAMES.get(day.ordinal());
    }

    private static String time(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }
}
