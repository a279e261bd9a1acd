package com.euphoriapos.core.sync;

import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.json.JsonObject;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Quantity;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A payload, or an object within it, read strictly: what is needed and missing, or is something else, refuses the event and names the
 * field, such as {@code items[2].unitPrice}. Fields that nobody asks for are skipped. Immutable.
 */
public final class Payload {
    private static final int KEY_MAX = 200;

    private final JsonObject object;
    private final String path;

    private Payload(JsonObject object, String path) {
        this.object = object;
        this.path = path;
    }

    /** The payload of an event. */
    public static Payload of(Event event) {
        return of(event.payload());
    }

    /** A payload as text. */
    public static Payload of(String json) {
        try {
            return new Payload(Json.parseObject(json), "");
        } catch (IllegalArgumentException e) {
            throw new EventRejectedException("The payload is not a JSON object.");
        }
    }

    /** A text, maybe an empty one. */
    public String text(String name) {
        return value(name, String.class, "a text");
    }

    /** A text, or that one where there is none. */
    public String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    /** A text that names something: neither empty nor long. */
    public String key(String name) {
        String text = text(name);
        if (text.isBlank() || text.length() > KEY_MAX) {
            throw refused(name, "is empty or longer than " + KEY_MAX + " characters");
        }
        return text;
    }

    /** A UUID, as text. */
    public String uuid(String name) {
        String text = text(name);
        return valid(name, () -> UUID.fromString(text).toString());
    }

    /** A whole number. */
    public long number(String name) {
        return value(name, Long.class, "a whole number");
    }

    /** A whole number within bounds. */
    public long number(String name, long min, long max) {
        long number = number(name);
        if (number < min || number > max) {
            throw refused(name, "is " + number + ", not from " + min + " to " + max);
        }
        return number;
    }

    /** A small whole number that is not less than that. */
    public int count(String name, int min) {
        return (int) number(name, min, Integer.MAX_VALUE);
    }

    /** Yes or no. */
    public boolean flag(String name) {
        return value(name, Boolean.class, "true or false");
    }

    /** Cents. */
    public Money money(String name) {
        return Money.ofCents(number(name));
    }

    /** Thousandths. */
    public Quantity quantity(String name) {
        return new Quantity(number(name));
    }

    /** Milliseconds since 1970. */
    public Instant moment(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    /** The name of one of these. */
    public <E extends Enum<E>> E word(String name, Class<E> type) {
        String word = text(name);
        return valid(name, () -> Enum.valueOf(type, word));
    }

    /** An object. */
    public Payload object(String name) {
        return new Payload(value(name, JsonObject.class, "an object"), path + name + ".");
    }

    /** The objects of an array. */
    public List<Payload> objects(String name) {
        List<Payload> all = new ArrayList<>();
        int index = 0;
        for (Object element : array(name)) {
            String place = name + "[" + index++ + "]";
            if (!(element instanceof JsonObject one)) {
                throw refused(place, "is not an object");
            }
            all.add(new Payload(one, path + place + "."));
        }
        return all;
    }

    /** The texts of an array. */
    public List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        for (Object element : array(name)) {
            if (!(element instanceof String text)) {
                throw refused(name + "[" + all.size() + "]", "is not a text");
            }
            all.add(text);
        }
        return all;
    }

    /** Names of all its fields. */
    public Set<String> names() {
        return object.names();
    }

    /** Whether it has the field. */
    public boolean has(String name) {
        return object.names().contains(name);
    }

    /** Makes a value of what was read; what refuses the arguments refuses the event. */
    public <T> T valid(String name, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw refused(name, "can't be right: " + e.getMessage());
        }
    }

    /** Makes a value of this object; what refuses the arguments refuses the event. */
    public <T> T valid(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            String place = path.isEmpty() ? "The payload" : path.substring(0, path.length() - 1);
            throw new EventRejectedException(place + " can't be right: " + e.getMessage() + ".");
        }
    }

    /** The refusal of a field. */
    public EventRejectedException refused(String name, String why) {
        return new EventRejectedException(path + name + " " + why + ".");
    }

    private List<?> array(String name) {
        return value(name, List.class, "an array");
    }

    private <T> T value(String name, Class<T> type, String what) {
        Object value = object.fields().get(name);
        if (value == null) {
            throw refused(name, "is missing");
        }
        if (!type.isInstance(value)) {
            throw refused(name, "is not " + what);
        }
        return type.cast(value);
    }
}
