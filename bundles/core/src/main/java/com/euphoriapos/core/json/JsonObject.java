package com.euphoriapos.core.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object. A getter without a default throws {@link IllegalArgumentException} with the name where the field is missing or
 * of another type.
 */
public record JsonObject(Map<String, Object> fields) {
    public JsonObject {
        fields = Map.copyOf(fields);
    }

    /** Names of its fields. */
    public Set<String> names() {
        return fields.keySet();
    }

    /** A text. */
    public String text(String name) {
        return field(name, String.class).orElseThrow(() -> missing(name));
    }

    /** A text, or that one where there is none. */
    public String text(String name, String otherwise) {
        return field(name, String.class).orElse(otherwise);
    }

    /** A whole number. */
    public long number(String name) {
        return field(name, Long.class).orElseThrow(() -> missing(name));
    }

    /** A whole number, or that one where there is none. */
    public long number(String name, long otherwise) {
        return field(name, Long.class).orElse(otherwise);
    }

    /** A small whole number. */
    public int smallNumber(String name) {
        return Math.toIntExact(number(name));
    }

    /** Yes or no; no where there is none. */
    public boolean flag(String name) {
        return field(name, Boolean.class).orElse(false);
    }

    /** An object. */
    public JsonObject object(String name) {
        return field(name, JsonObject.class).orElseThrow(() -> missing(name));
    }

    /** The objects of an array; none where it is missing. */
    public List<JsonObject> objects(String name) {
        return elements(name, JsonObject.class);
    }

    /** The texts of an array; none where it is missing. */
    public List<String> texts(String name) {
        return elements(name, String.class);
    }

    private <T> List<T> elements(String name, Class<T> type) {
        List<T> all = new ArrayList<>();
        for (Object element : field(name, List.class).orElse(List.of())) {
            all.add(type.cast(element));
        }
        return all;
    }

    private <T> Optional<T> field(String name, Class<T> type) {
        Object value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("\"" + name + "\" has the wrong type");
        }
        return Optional.of(type.cast(value));
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("\"" + name + "\" is missing");
    }
}
