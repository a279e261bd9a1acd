package com.euphoriapos.core.catalog;

import com.euphoriapos.api.catalog.PriceBookImport.Field;
import com.euphoriapos.api.catalog.PriceBookImport.Problem;
import com.euphoriapos.core.catalog.CsvTable.Row;
import com.euphoriapos.domain.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a price book one by one: what is wrong with one says so and harms no other. Not thread-safe. */
final class RowReader {
    /** Dearer than anything on a shelf: such a price is another column, a barcode perhaps. */
    private static final Money PRICE_MAX = Money.ofCents(1_000_000_00);

    private static final int SKU_LENGTH_MAX = 64;
    private static final int NAME_LENGTH_MAX = 200;
    private static final int CASE_SIZE_MAX = 9_999;
    private static final int MILLILITRES_MAX = 1_000_000;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,7}(?:[.,]\\d{1,3})?)\\s*(ml|cl|l|ltr|liter|litre)?");

    private final CsvTable table;
    private final Map<Field, Integer> columns = new EnumMap<>(Field.class);
    private final Map<String, Long> lineOfSku = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** @param mapping names heads that the table has */
    RowReader(CsvTable table, Map<Field, String> mapping) {
        this.table = table;
        mapping.forEach((field, head) -> columns.put(field, table.heads().indexOf(head)));
    }

    List<Problem> problems() {
        return problems;
    }

    boolean has(Field field) {
        return columns.containsKey(field);
    }

    /** The row without its codes, or null when nothing of it can be taken. */
    @Nullable
    PriceBookItem read(Row row) {
        if (!rightFieldCount(row)) {
            return null;
        }
        String sku = text(row, Field.SKU);
        String name = text(row, Field.NAME);
        Money price = price(row);
        boolean fine = sku(row, sku) & name(row, name);
        if (!fine || price == null || !firstOfItsNumber(row, sku)) {
            return null;
        }
        return new PriceBookItem(
                row.line(),
                sku,
                name,
                price,
                has(Field.CATEGORY) ? text(row, Field.CATEGORY) : null,
                has(Field.SIZE_MILLILITRES) ? size(row) : null,
                has(Field.CASE_SIZE) ? caseSize(row) : null,
                List.of());
    }

    /** What stands in the field's column; empty where the book has no such column. */
    String text(Row row, Field field) {
        Integer column = columns.get(field);
        return column == null ? "" : row.fields().get(column);
    }

    void drop(Row row, Field field, String reason) {
        problem(row, field, reason, false);
    }

    private boolean rightFieldCount(Row row) {
        int heads = table.heads().size();
        int fields = row.fields().size();
        boolean blanksBehind =
                fields > heads && row.fields().subList(heads, fields).stream().allMatch(String::isEmpty);
        if (fields == heads || blanksBehind) {
            return true;
        }
        String place = fields < heads ? table.heads().get(fields) : "(column " + (heads + 1) + ")";
        String value = fields < heads ? "" : row.fields().get(heads);
        String reason = "The row has " + fields + " fields, the head has " + heads + "; the row was left out.";
        problems.add(new Problem(row.line(), place, value, reason, true));
        return false;
    }

    private boolean sku(Row row, String sku) {
        if (sku.isEmpty()) {
            return reject(row, Field.SKU, "It has no item number");
        }
        return sku.length() <= SKU_LENGTH_MAX
                || reject(row, Field.SKU, "The item number is longer than " + SKU_LENGTH_MAX + " characters");
    }

    private boolean name(Row row, String name) {
        if (name.isEmpty()) {
            return reject(row, Field.NAME, "It has no name");
        }
        if (name.length() > NAME_LENGTH_MAX) {
            return reject(row, Field.NAME, "The name is longer than " + NAME_LENGTH_MAX + " characters");
        }
        if (name.indexOf('\uFFFD') >= 0) {
            drop(row, Field.NAME, "A letter was lost before this file was written; the name was taken as it stands.");
        }
        return true;
    }

    private boolean firstOfItsNumber(Row row, String sku) {
        Long before = lineOfSku.putIfAbsent(sku, row.line());
        return before == null || reject(row, Field.SKU, "The item number stands in line " + before + " already");
    }

    private @Nullable Money price(Row row) {
        String text = text(row, Field.PRICE);
        String digits = text.startsWith("$") ? text.substring(1).strip() : text;
        if (digits.isEmpty()) {
            reject(row, Field.PRICE, "It has no price");
            return null;
        }
        boolean commaDecimals = table.separator() != ',' && digits.indexOf('.') < 0;
        try {
            Money price = Money.parse(commaDecimals ? digits.replace(',', '.') : digits);
            if (price.isNegative() || price.compareTo(PRICE_MAX) > 0) {
                String what =
                        price.isNegative() ? "is negative" : "is above " + PRICE_MAX + ": is this the right column?";
                reject(row, Field.PRICE, "The price " + what);
                return null;
            }
            return price;
        } catch (IllegalArgumentException e) {
            reject(row, Field.PRICE, "The price " + e.getMessage());
            return null;
        }
    }

    private int size(Row row) {
        String text = text(row, Field.SIZE_MILLILITRES).toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return 0;
        }
        Matcher matcher = SIZE.matcher(text);
        if (matcher.matches()) {
            String unit = matcher.group(2) == null ? "ml" : matcher.group(2);
            int factor = unit.equals("ml") ? 1 : unit.equals("cl") ? 10 : 1000;
            BigDecimal size = new BigDecimal(matcher.group(1).replace(',', '.'))
                    .multiply(BigDecimal.valueOf(factor))
                    .stripTrailingZeros();
            if (size.scale() <= 0 && size.compareTo(BigDecimal.valueOf(MILLILITRES_MAX)) <= 0) {
                return size.intValueExact();
            }
        }
        drop(row, Field.SIZE_MILLILITRES, "It is no size in millilitres; the size was left open.");
        return 0;
    }

    private int caseSize(Row row) {
        String text = text(row, Field.CASE_SIZE);
        if (text.isEmpty()) {
            return 1;
        }
        boolean digits = text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int size = digits ? Integer.parseInt(text) : 0;
        if (size >= 1 && size <= CASE_SIZE_MAX) {
            return size;
        }
        drop(row, Field.CASE_SIZE, "It is no number of bottles; the item is sold by the bottle alone.");
        return 1;
    }

    private boolean reject(Row row, Field field, String reason) {
        problem(row, field, reason + "; the row was left out.", true);
        return false;
    }

    private void problem(Row row, Field field, String reason, boolean rowRejected) {
        Integer column = columns.get(field);
        String head = column == null ? field.title() : table.heads().get(column);
        problems.add(new Problem(row.line(), head, text(row, field), reason, rowRejected));
    }
}
