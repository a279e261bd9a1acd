package com.euphoriapos.ui.register.testing;

import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.TaxTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shelves of a small shop, as a price book writes them. */
public final class Shop {
    /** A code that six products share. */
    public static final String SHARED_CODE = "853938008088";

    private final Map<String, List<CatalogMatch>> byCode = new LinkedHashMap<>();
    private final List<CatalogMatch> all = new ArrayList<>();

    public Shop() {
        shelf("WHISKEY");
        item("FIREBALL CINNAMON", 750, 13_50);
        item("CROWN ROYAL PEACH", 1000, 30_74);
        item("JAMESON BLACK BARREL", 750, 37_49);
        shelf("VODKA");
        item("GREY GOOSE", 750, 23_25);
        item("SMIRNOFF 80 PROOF", 1750, 22_13);
        item("KETEL ONE", 1750, 31_49);
        shelf("TEQUILA");
        item("ESPOLON BLANCO", 750, 24_00);
        item("DON JULIO ANEJO", 750, 53_99);
        shelf("RUM");
        item("BACARDI SUPERIOR", 1000, 14_25);
        shelf("GIN");
        item("BOMBAY SAPPHIRE", 1000, 24_75);
        shelf("LIQUEUR");
        item("BAILEYS IRISH CREAM", 750, 24_74);
        shelf("COGNAC");
        item("HENNESSY VS", 750, 29_99);
        shelf("BOURBON");
        item("BUFFALO TRACE BOURBON", 750, 19_50);
        item("MAKERS MARK W/ SCARF", 750, 27_00);
        item("TEMPLETON MIDNIGHT RYE", 750, 32_25);
        shelf("VODKA");
        item("ABSOLUT CITRON", 750, 14_99);
        item("TITOS HANDMADE VODKA", 750, 15_00);
        shelf("COCKTAILS");
        item("HEUBLEIN OLD FASHIONED", 375, 8_75);
        shelf("GIN");
        item("HENDRICKS GIN", 750, 29_25);
        shelf("WINE");
        item("CHATEAU STE MICHELLE RIESLING", 750, 9_99);
        item("VEUVE CLICQUOT YELLOW LABEL BRUT", 750, 54_99);
        shared();
    }

    private void shared() {
        String[] names = {
            "CUTWATER TEQUILA BLANCO",
            "MR BOSTON WATERMELON SCHNAPPS",
            "CUTWATER TEQUILA ANEJO",
            "GREEN FROG DISTILLERY STRAIGHT CORN WHISKEY",
            "GREEN FROG DISTILLERY CRANBERRY WHISKEY",
            "GREEN FROG DISTILLERY CRANBERRY CORN WHISKEY"
        };
        String[] shelves = {"TEQUILA", "SCHNAPPS", "TEQUILA", "WHISKEY", "WHISKEY", "WHISKEY"};
        long[] cents = {29_99, 7_50, 37_49, 32_25, 30_00, 30_00};
        List<CatalogMatch> share = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            shelf(shelves[i]);
            share.add(item(names[i], i == 1 ? 1000 : 750, cents[i]));
        }
        byCode.put(SHARED_CODE, share);
    }

    private String shelf = "";

    private void shelf(String category) {
        shelf = category;
    }

    private CatalogMatch item(String name, int millilitres, long cents) {
        int number = all.size() + 1;
        String sku = Integer.toString(86_000 + number * 37);
        Product product = new Product(
                "p" + number, sku, name, shelf, millilitres, Money.ofCents(cents), 12, TaxTable.STANDARD, true);
        CatalogMatch match = new CatalogMatch(product, 1, Quantity.of(40 - number), 1_000L - number);
        all.add(match);
        byCode.put(code(number), List.of(match));
        byCode.put(sku, List.of(match));
        return match;
    }

    /** The code of the item of that number, from 1. */
    public static String code(int number) {
        return Long.toString(4_100_000_000_00L + number);
    }

    public List<CatalogMatch> all() {
        return all;
    }

    public List<CatalogMatch> byCode(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    /** The item whose name has the words. */
    public CatalogMatch named(String words) {
        return all.stream()
                .filter(match -> match.product().name().contains(words))
                .findFirst()
                .orElseThrow();
    }
}
