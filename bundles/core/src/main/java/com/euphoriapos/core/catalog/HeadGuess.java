package com.euphoriapos.core.catalog;

import com.euphoriapos.api.catalog.PriceBookImport.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Guesses from the heads of a price book which column fills which field. */
final class HeadGuess {
    /** Names by field, the likeliest first; letters and digits alone. */
    private static final Map<Field, List<String>> NAMES = new EnumMap<>(Map.of(
            Field.SKU,
            List.of("itemnumber", "sku", "itemno", "itemid", "productcode", "articlenumber", "plu", "item", "code"),
            Field.NAME,
            List.of("itemdescription", "productname", "itemname", "description", "name", "product", "title"),
            Field.PRICE,
            List.of(
                    "statebottleretail",
                    "bottleretail",
                    "retailprice",
                    "sellingprice",
                    "saleprice",
                    "unitprice",
                    "price",
                    "retail"),
            Field.CATEGORY,
            List.of("categoryname", "category", "department", "class", "type"),
            Field.SIZE_MILLILITRES,
            List.of("bottlevolumeml", "volumeml", "sizeml", "sizemillilitres", "bottlesize", "size", "volume"),
            Field.CASE_SIZE,
            List.of("pack", "casesize", "casepack", "bottlespercase", "unitspercase", "packsize"),
            Field.BARCODE,
            List.of("upc", "barcode", "gtin", "ean", "upccode", "bottleupc"),
            Field.CASE_BARCODE,
            List.of("scc", "casebarcode", "casegtin", "caseupc", "casecode")));

    private HeadGuess() {}

    static Map<Field, String> of(List<String> heads) {
        Map<Field, String> guess = new EnumMap<>(Field.class);
        List<String> free = new ArrayList<>(heads);
        for (Field field : Field.values()) {
            for (String name : NAMES.getOrDefault(field, List.of())) {
                String head = find(free, name);
                if (!head.isEmpty()) {
                    guess.put(field, head);
                    free.remove(head);
                    break;
                }
            }
        }
        return guess;
    }

    private static String find(List<String> heads, String name) {
        for (String head : heads) {
            if (head.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "").equals(name)) {
                return head;
            }
        }
        return "";
    }
}
