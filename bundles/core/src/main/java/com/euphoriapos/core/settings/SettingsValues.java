package com.euphoriapos.core.settings;

import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.json.JsonObject;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.TaxTable;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings as rows of {@code pos_config}: one JSON value a key, rates in parts per million. */
final class SettingsValues {
    static final String STORE_NAME = "store_name";
    static final String STORE_ADDRESS = "store_address";
    static final String RECEIPT_FOOTER = "receipt_footer";
    static final String TAX_RATES = "tax_rates";
    static final String CURRENCY_SYMBOL = "currency_symbol";
    static final String TIME_ZONE = "time_zone";
    static final String DEMO = "demo";

    private static final Logger LOG = LoggerFactory.getLogger(SettingsValues.class);

    private SettingsValues() {}

    static Map<String, String> write(StoreSettings settings) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(STORE_NAME, text(settings.storeName()));
        values.put(STORE_ADDRESS, texts(settings.addressLines()));
        values.put(RECEIPT_FOOTER, texts(settings.receiptFooter()));
        values.put(TAX_RATES, Json.object(json -> {
            for (Map.Entry<String, Rate> rate :
                    new TreeMap<>(settings.taxTable().rates()).entrySet()) {
                json.writeNumberField(rate.getKey(), rate.getValue().partsPerMillion());
            }
        }));
        values.put(CURRENCY_SYMBOL, text(settings.currencySymbol()));
        values.put(TIME_ZONE, text(settings.zone().getId()));
        values.put(DEMO, Json.text(json -> json.writeBoolean(settings.demo())));
        return values;
    }

    /** The settings; empty before the set-up, which writes the name of the store. */
    static Optional<StoreSettings> read(Map<String, String> values, String workstationId) {
        if (!values.containsKey(STORE_NAME)) {
            return Optional.empty();
        }
        try {
            JsonObject all = parsed(values);
            return Optional.of(new StoreSettings(
                    all.text(STORE_NAME),
                    all.texts(STORE_ADDRESS),
                    all.texts(RECEIPT_FOOTER),
                    taxTable(all.object(TAX_RATES)),
                    all.text(CURRENCY_SYMBOL, "$"),
                    ZoneId.of(all.text(TIME_ZONE)),
                    workstationId,
                    all.flag(DEMO)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalStateException("pos_config can't be understood: " + e.getMessage(), e);
        }
    }

    /** The rates of a row. */
    static TaxTable taxTable(JsonObject row) {
        Map<String, Rate> rates = new TreeMap<>();
        row.names().forEach(category -> rates.put(category, new Rate(row.number(category))));
        return new TaxTable(rates);
    }

    private static JsonObject parsed(Map<String, String> values) {
        Map<String, Object> fields = new LinkedHashMap<>();
        values.forEach((key, json) -> {
            try {
                fields.put(key, Json.parse(json));
            } catch (IllegalArgumentException e) {
                // Another part's value; whoever needs the key misses it by name.
                LOG.warn("The setting {} is left out: {}", key, e.getMessage());
            }
        });
        return new JsonObject(fields);
    }

    private static String text(String value) {
        return Json.text(json -> json.writeString(value));
    }

    private static String texts(List<String> values) {
        return Json.text(json -> {
            json.writeStartArray();
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        });
    }
}
