package com.euphoriapos.barcode;

import org.jspecify.annotations.Nullable;

/**
 * The application identifiers a shop may meet. One line each: identifier (n for any digit), format, title. N is
 * digits, X
 * text, a number the exact and .. the longest length, * a check digit, D a date; N3+N..15 is three digits and more.
 */
final class AiTable {
    private static final String ROWS =
            """
            00 N18* SSCC
            01 N14* GTIN
            02 N14* contained GTIN
            03 N14* made-to-order GTIN
            10 X..20 lot
            11 D production date
            12 D due date
            13 D packaging date
            15 D best before
            16 D sell by
            17 D expiry
            20 N2 variant
            21 X..20 serial
            22 X..20 consumer variant
            235 X..28 third-party serial
            240 X..30 additional id
            241 X..30 customer part
            242 N..6 made-to-order variant
            243 X..20 packaging component
            250 X..30 secondary serial
            251 X..30 source
            253 N13*+X..17 document
            254 X..20 location extension
            255 N13*+N..12 coupon number
            30 N..8 count
            31nn N6 measure
            32nn N6 measure
            33nn N6 measure
            34nn N6 measure
            35nn N6 measure
            36nn N6 measure
            37 N..8 items inside
            390n N..15 amount
            391n N3+N..15 amount with currency
            392n N..15 price
            393n N3+N..15 price with currency
            394n N4 percent off
            395n N6 price per unit
            400 X..30 customer order
            401 X..30 consignment
            402 N17* shipment
            403 X..30 route
            41n N13* location
            420 X..20 post code
            421 N3+X..9 post code with country
            422 N3 country of origin
            423 N3+N..12 country of processing
            424 N3 country of processing
            425 N3+N..12 country of disassembly
            426 N3 country of all processing
            427 X..3 region of origin
            43nn X..90 shipping detail
            7001 N13 stock number
            7002 X..30 meat cut
            7003 N10 expiry date and time
            7004 N..4 active potency
            7005 X..12 catch area
            7006 N6 first freeze date
            7007 N6+N..6 harvest dates
            7008 X..3 species
            7009 X..10 fishing gear
            7010 X..2 production method
            7011 N6+N..4 test by
            702n X..20 refurbishment
            703n N3+X..27 processor
            7040 X..4 unique id indices
            71n X..20 health care number
            723n X..30 certificate
            7240 X..20 protocol
            7241 N2 media type
            7242 X..25 version control
            8001 N14 roll product
            8002 X..20 phone serial
            8003 N14*+X..16 returnable asset
            8004 X..30 individual asset
            8005 N6 price per unit of measure
            8006 N14*+N4 piece of trade item
            8007 X..34 bank account
            8008 N8+N..4 production time
            8009 X..50 sensor
            8010 X..30 component
            8011 N..12 component serial
            8012 X..20 software version
            8013 X..25 model
            8017 N18* service provider relation
            8018 N18* service recipient relation
            8019 N..10 service instance
            8020 X..25 payment slip
            8026 N14*+N4 piece inside
            8110 X..70 coupon
            8111 N4 loyalty points
            8112 X..90 positive offer coupon
            8200 X..70 product page
            90 X..30 internal
            9n X..90 internal
            """;

    private static final int AI_LENGTH_MAX = 4;
    /** By identifier with a 1 in front, so that 01 and 001 differ. */
    private static final @Nullable AiSpec[] BY_CODE = new @Nullable AiSpec[20_000];

    static {
        ROWS.lines().forEach(AiTable::add);
    }

    private AiTable() {}

    /** The rule whose identifier stands at a place in a text, or null; no identifier begins another. */
    static @Nullable AiSpec at(String text, int start) {
        int code = 1;
        for (int i = start; i < text.length() && i < start + AI_LENGTH_MAX; i++) {
            char c = text.charAt(i);
            if (!Digits.isDigit(c)) {
                return null;
            }
            code = code * 10 + (c - '0');
            AiSpec spec = BY_CODE[code];
            if (spec != null) {
                return spec;
            }
        }
        return null;
    }

    /** The rule of a whole identifier, or null. */
    static @Nullable AiSpec of(String ai) {
        AiSpec spec = at(ai, 0);
        return spec != null && spec.ai().length() == ai.length() ? spec : null;
    }

    private static void add(String row) {
        int first = row.indexOf(' ');
        int second = row.indexOf(' ', first + 1);
        addAll(row.substring(0, first), row.substring(first + 1, second), row.substring(second + 1));
    }

    private static void addAll(String ai, String format, String title) {
        int wild = ai.indexOf('n');
        if (wild < 0) {
            AiSpec spec = spec(ai, format, title);
            int code = Integer.parseInt("1" + ai);
            if (BY_CODE[code] == null) {
                BY_CODE[code] = spec;
            }
            return;
        }
        for (char c = '0'; c <= '9'; c++) {
            addAll(ai.substring(0, wild) + c + ai.substring(wild + 1), format, title);
        }
    }

    private static AiSpec spec(String ai, String format, String title) {
        boolean predefined = predefined(Integer.parseInt(ai.substring(0, 2)));
        if (format.equals("D")) {
            return new AiSpec(ai, title, 6, 6, 6, AiSpec.Form.DATE, predefined);
        }
        AiSpec.Form form = format.indexOf('*') < 0 ? AiSpec.Form.PLAIN : AiSpec.Form.CHECKED;
        String plain = format.replace("*", "");
        int plus = plain.indexOf('+');
        String head = plus < 0 ? plain : plain.substring(0, plus);
        String tail = plus < 0 ? "" : plain.substring(plus + 1);
        boolean allDigits =
                head.charAt(0) == 'N' && (tail.isEmpty() || (tail.charAt(0) == 'N' && form == AiSpec.Form.PLAIN));
        int headMax = lengthMax(head);
        int max = headMax + lengthMax(tail);
        int min = lengthMin(head) + (tail.isEmpty() ? 0 : lengthMin(tail));
        int digits = allDigits ? max : head.charAt(0) == 'N' ? headMax : 0;
        return new AiSpec(ai, title, digits, min, max, form, predefined);
    }

    private static int lengthMax(String part) {
        if (part.isEmpty()) {
            return 0;
        }
        return Integer.parseInt(part.substring(part.startsWith("..", 1) ? 3 : 1));
    }

    private static int lengthMin(String part) {
        return part.startsWith("..", 1) ? 1 : lengthMax(part);
    }

    /** The first two digits that fix the length of a value without a separator, by the GS1 General Specifications. */
    private static boolean predefined(int prefix) {
        return prefix <= 4 || (prefix >= 11 && prefix <= 20) || (prefix >= 31 && prefix <= 36) || prefix == 41;
    }
}
