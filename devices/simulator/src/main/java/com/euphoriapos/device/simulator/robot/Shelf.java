package com.euphoriapos.device.simulator.robot;

import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.device.simulator.ScanForm;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.ProductBarcode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The codes that the robot picks from; the first is picked most, as on a real shelf a few items make most sales. */
final class Shelf {
    private static final int PRODUCTS_MAX = 500;
    private static final long FIRST_WEIGHT = 1_000_000;

    private final List<String> codes;
    private final long[] upTo;

    /** @param codes as a scanner sends them, most sold first */
    Shelf(List<String> codes) {
        if (codes.isEmpty()) {
            throw new RobotException("there is no product with a barcode to sell");
        }
        this.codes = List.copyOf(codes);
        this.upTo = new long[codes.size()];
        long sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += FIRST_WEIGHT / (i + 1);
            upTo[i] = sum;
        }
    }

    /** The most sold products that have a barcode, codes of packs behind all others. Reads the store. */
    static Shelf of(Catalog catalog, Store store) {
        List<CatalogMatch> products = catalog.mostSold(Optional.empty(), PRODUCTS_MAX);
        List<String> codes = store.read(handle -> {
            List<String> found = new ArrayList<>();
            List<String> packs = new ArrayList<>();
            for (CatalogMatch match : products) {
                handle.catalog().barcodes(match.product().id()).stream()
                        .sorted(Comparator.comparing(ProductBarcode::code))
                        .forEach(barcode -> (barcode.packSize() == 1 ? found : packs).add(ScanForm.of(barcode.code())));
            }
            found.addAll(packs);
            return found;
        });
        return new Shelf(codes);
    }

    String pick(RandomGenerator random) {
        long at = random.nextLong(upTo[upTo.length - 1]);
        int low = 0;
        int high = upTo.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] > at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return codes.get(low);
    }
}
