package com.euphoriapos.core.settings;

import com.euphoriapos.api.settings.PosConfig.Key;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A setting: what people see of it, and where it is in {@code pos_config}.
 *
 * @param key what people see
 * @param form how it is typed and stored
 * @param row key of the row
 * @param field name within the row's JSON object; empty where the row is the value
 */
record Declaration(Key key, Form form, String row, String field) {
    private static final Logger LOG = LoggerFactory.getLogger(Declaration.class);

    String name() {
        return key.name();
    }

    /** The value among these rows; the default where there is none or none that can be understood. */
    String value(Map<String, String> rows) {
        String stored = rows.get(row);
        if (stored == null) {
            return key.defaultValue();
        }
        try {
            Object json = Json.parse(stored);
            Optional<Object> value = field.isEmpty() ? Optional.of(json) : ofField(json);
            return value.map(form::text).orElse(key.defaultValue());
        } catch (IllegalArgumentException e) {
            LOG.warn(
                    "The setting {} is stored in a form that can't be read; its default holds: {}",
                    name(),
                    e.getMessage());
            return key.defaultValue();
        }
    }

    /** The row's new JSON, with other fields of it as they are. */
    String changed(Optional<String> stored, String canonical) {
        String value = form.json(canonical);
        if (field.isEmpty()) {
            return value;
        }
        Map<String, String> fields = new TreeMap<>();
        stored.ifPresent(text -> numbers(text).forEach((name, number) -> fields.put(name, Long.toString(number))));
        fields.put(field, value);
        return Json.object(json -> {
            for (Map.Entry<String, String> each : fields.entrySet()) {
                json.writeFieldName(each.getKey());
                json.writeRawValue(each.getValue());
            }
        });
    }

    private Optional<Object> ofField(Object json) {
        return json instanceof JsonObject object
                ? Optional.ofNullable(object.fields().get(field))
                : Optional.empty();
    }

    /** The rates of the tax table; the one row that holds several settings. */
    private static Map<String, Long> numbers(String stored) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        JsonObject object = Json.parseObject(stored);
        object.names().forEach(name -> numbers.put(name, object.number(name)));
        return numbers;
    }
}
