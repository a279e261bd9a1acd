package com.euphoriapos.device.simulator.panel;

import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.device.simulator.ScanForm;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.ProductBarcode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the items for the counter: most sold first, and in the last places, where the store has them, a code that several
 * products share and a code of a pack, because those are what somebody wants to see. Reads the store: not on the event thread.
 */
final class DemoItems {
    static final int COUNT = 8;
    private static final int LOOKED_AT = 500;

    private final Store store;

    DemoItems(Store store) {
        this.store = store;
    }

    List<DemoItem> load() {
        // Not from the catalog, which serves whoever is signed in: the counter has its bottles also while nobody is.
        return store.read(handle -> chosen(handle.catalog().mostSold(List.of(), LOOKED_AT), handle));
    }

    private static List<DemoItem> chosen(List<CatalogMatch> products, StoreHandle handle) {
        Map<String, DemoItem> single = new LinkedHashMap<>();
        Optional<DemoItem> shared = Optional.empty();
        Optional<DemoItem> pack = Optional.empty();
        for (CatalogMatch match : products) {
            for (ProductBarcode barcode :
                    handle.catalog().barcodes(match.product().id())) {
                String code = ScanForm.of(barcode.code());
                String name = match.product().name();
                if (handle.catalog().byCode(barcode.code()).size() > 1) {
                    shared = shared.or(() -> Optional.of(new DemoItem(name, "shared code", code)));
                } else if (barcode.packSize() > 1) {
                    pack = pack.or(() -> Optional.of(new DemoItem(name, "pack of " + barcode.packSize(), code)));
                } else if (single.size() < COUNT) {
                    single.putIfAbsent(
                            name, new DemoItem(name, match.product().price().toString(), code));
                }
            }
        }
        List<DemoItem> items = new ArrayList<>(single.values());
        List<DemoItem> special = new ArrayList<>();
        pack.ifPresent(special::add);
        shared.ifPresent(special::add);
        int places = Math.min(items.size(), COUNT - special.size());
        List<DemoItem> all = new ArrayList<>(items.subList(0, places));
        all.addAll(special);
        return List.copyOf(all);
    }
}
