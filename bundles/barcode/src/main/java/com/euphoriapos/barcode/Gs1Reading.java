package com.euphoriapos.barcode;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A code made of GS1 application identifiers: GS1-128, DataBar, GS1 Data Matrix and QR, and Digital Link addresses.
 *
 * @param text the data without prefixes
 * @param elements in the order of the code, at least one
 * @param problems values that break a rule and were left out of {@code elements}, one phrase each; a wrong trade item
 *     number is never here, it makes the whole reading invalid
 */
public record Gs1Reading(String raw, Symbology symbology, String text, List<Gs1Element> elements, List<String> problems)
        implements BarcodeReading {
    /** Copies; there is at least one element. */
    public Gs1Reading {
        elements = List.copyOf(elements);
        problems = List.copyOf(problems);
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("a GS1 reading needs an element");
        }
    }

    /** The value of an identifier such as {@code 10}; of the first, should it stand there twice. */
    public Optional<String> value(String ai) {
        for (Gs1Element element : elements) {
            if (element.ai().equals(ai)) {
                return Optional.of(element.value());
            }
        }
        return Optional.empty();
    }

    /** The trade item (01), or else the trade items inside a logistic unit (02); shorter numbers come padded. */
    @Override
    public Optional<Gtin> gtin() {
        return value("01").or(() -> value("02")).map(Gtin::new);
    }

    /** Batch or lot (10). */
    public Optional<String> lot() {
        return value("10");
    }

    /** Serial number (21). */
    public Optional<String> serial() {
        return value("21");
    }

    /** How many items: of a variable-count trade item (30), or inside a logistic unit (37). */
    public OptionalLong count() {
        Optional<String> count = value("30").or(() -> value("37"));
        return count.isPresent() ? OptionalLong.of(Long.parseLong(count.get())) : OptionalLong.empty();
    }

    /** The day after which it must not be sold: expiry (17), or the day of (7003). Day 00 is the month's last. */
    public Optional<LocalDate> expiry(LocalDate reference) {
        return value("17")
                .or(() -> value("7003").map(at -> at.substring(0, 6)))
                .flatMap(digits -> Gs1Date.resolve(digits, reference));
    }

    /** Best before (15). */
    public Optional<LocalDate> bestBefore(LocalDate reference) {
        return date("15", reference);
    }

    /** Sell by (16). */
    public Optional<LocalDate> sellBy(LocalDate reference) {
        return date("16", reference);
    }

    /** The date of an identifier such as 11 (production) or 13 (packaging). */
    public Optional<LocalDate> date(String ai, LocalDate reference) {
        return value(ai).flatMap(digits -> Gs1Date.resolve(digits, reference));
    }

    /** Net weight in kilograms (310n), pounds (320n) or ounces (356n, 357n). */
    public Optional<Measure> weight() {
        return measure("310", Measure.Kind.KILOGRAMS)
                .or(() -> measure("320", Measure.Kind.POUNDS))
                .or(() -> measure("356", Measure.Kind.OUNCES));
    }

    /** Net volume in litres (315n). */
    public Optional<Measure> volume() {
        return measure("315", Measure.Kind.LITRES);
    }

    /** The price to pay for this piece (392n, with its currency 393n), or else the amount payable (390n, 391n). */
    public Optional<Measure> price() {
        return measure("392", Measure.Kind.PRICE)
                .or(() -> withCurrency("393"))
                .or(() -> measure("390", Measure.Kind.PRICE))
                .or(() -> withCurrency("391"));
    }

    /** Price for one unit of measure (395n, 8005 in hundredths). */
    public Optional<Measure> unitPrice() {
        return measure("395", Measure.Kind.UNIT_PRICE)
                .or(() -> value("8005").map(digits -> Measure.of(Measure.Kind.UNIT_PRICE, Long.parseLong(digits), 2)));
    }

    /** Percentage off of a coupon (394n). */
    public Optional<Measure> percentOff() {
        return measure("394", Measure.Kind.PERCENT_OFF);
    }

    private Optional<Measure> measure(String prefix, Measure.Kind kind) {
        Gs1Element element = starting(prefix);
        return element == null
                ? Optional.empty()
                : Optional.of(Measure.of(kind, Long.parseLong(element.value()), decimals(element)));
    }

    private Optional<Measure> withCurrency(String prefix) {
        Gs1Element element = starting(prefix);
        if (element == null) {
            return Optional.empty();
        }
        String currency = element.value().substring(0, 3);
        long amount = Long.parseLong(element.value().substring(3));
        return Optional.of(new Measure(Measure.Kind.PRICE, amount, decimals(element), currency));
    }

    private @Nullable Gs1Element starting(String prefix) {
        for (Gs1Element element : elements) {
            if (element.ai().length() == 4 && element.ai().startsWith(prefix)) {
                return element;
            }
        }
        return null;
    }

    private static int decimals(Gs1Element element) {
        return element.ai().charAt(3) - '0';
    }

    @Override
    public List<String> lookupKeys() {
        Optional<Gtin> gtin = gtin();
        return gtin.isPresent() ? Keys.of(gtin.get()) : List.of(text);
    }

    @Override
    public String describe() {
        StringBuilder out = new StringBuilder(symbology == Symbology.UNKNOWN ? "GS1 data" : symbology.label());
        String separator = " → ";
        for (Gs1Element element : elements) {
            out.append(separator).append(element.title()).append(' ').append(element);
            separator = ", ";
        }
        price().ifPresent(price -> out.append("; ").append(price.describe()));
        weight().ifPresent(weight -> out.append("; net ").append(weight.describe()));
        gtin().ifPresent(gtin -> out.append("; check digit ok").append(Keys.remarks(gtin)));
        problems.forEach(problem -> out.append("; left out ").append(problem));
        return out.toString();
    }
}
