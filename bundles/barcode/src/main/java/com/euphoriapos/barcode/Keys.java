package com.euphoriapos.barcode;

import java.util.List;
import java.util.Optional;

/** What readings with a trade item number say alike. */
final class Keys {
    private Keys() {}

    static List<String> of(Gtin gtin) {
        Optional<Gtin> contained = gtin.contained();
        return contained.isPresent() ? List.of(gtin.digits(), contained.get().digits()) : List.of(gtin.digits());
    }

    static String remarks(Gtin gtin) {
        StringBuilder out = new StringBuilder();
        if (gtin.isPacking()) {
            out.append("; indicator ").append(gtin.indicator()).append(": a case or pack");
            gtin.contained().ifPresent(inside -> out.append(", perhaps of ").append(inside));
            out.append(", pack size not in the code");
        } else if (gtin.indicator() == 9) {
            out.append("; indicator 9: variable measure");
        }
        GtinUse use = gtin.use();
        if (use != GtinUse.TRADE_ITEM) {
            out.append("; ").append(use.meaning());
        }
        return out.toString();
    }
}
