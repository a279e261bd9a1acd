package com.euphoriapos.core.catalog;

import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.api.store.CatalogRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.barcode.BarcodeReading;
import com.euphoriapos.barcode.Barcodes;
import com.euphoriapos.barcode.GtinReading;
import com.euphoriapos.barcode.VariableMeasureReading;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.Department;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The products in the store. A scan costs microseconds of reading and, normally, one indexed query. Thread-safe. */
@Component
public final class StoredCatalog implements Catalog {
    private static final int LIMIT_MAX = 500;

    private final Store store;
    private final CatalogVersion version;
    private final Guard guard;
    private volatile Categories categories = new Categories(0, List.of());

    /** Categories as of a version of the catalog: quick keys ask for them with every redraw. */
    private record Categories(long version, List<String> names) {}

    @Activate
    public StoredCatalog(@Reference Store store, @Reference CatalogVersion version, @Reference Guard guard) {
        this.store = store;
        this.version = version;
        this.guard = guard;
    }

    @Override
    public List<CatalogMatch> byCode(String code) {
        requireReader();
        BarcodeReading reading = Barcodes.read(code);
        List<String> keys = keys(reading);
        return keys.isEmpty() ? List.of() : store.read(handle -> find(handle.catalog(), reading, keys));
    }

    /** A code with a price or weight inside sells only what was catalogued with it whole: its measure is not sold yet. */
    private static List<String> keys(BarcodeReading reading) {
        return reading instanceof VariableMeasureReading measured ? List.of(measured.exactKey()) : reading.lookupKeys();
    }

    private static List<CatalogMatch> find(CatalogRepository catalog, BarcodeReading reading, List<String> keys) {
        boolean all = reading instanceof GtinReading gtin && gtin.isAmbiguous();
        Set<CatalogMatch> found = new LinkedHashSet<>();
        for (String key : keys) {
            List<CatalogMatch> matches = catalog.byCode(key);
            if (reading.packUnknown(key)) {
                found.addAll(bottleOrCase(matches));
            } else {
                found.addAll(matches);
            }
            if (!found.isEmpty() && !all) {
                break;
            }
        }
        List<CatalogMatch> ordered = new ArrayList<>(found);
        if (all) {
            ordered.sort(Comparator.comparingLong(CatalogMatch::soldCount).reversed());
        }
        return ordered;
    }

    /**
     * A case was scanned whose own code nobody stored, only the one of the bottle inside. How many bottles it holds is a guess
     * that would be the customer's money, so both are offered and the cashier chooses; without a case size nothing is found.
     */
    private static List<CatalogMatch> bottleOrCase(List<CatalogMatch> bottles) {
        List<CatalogMatch> choices = new ArrayList<>();
        for (CatalogMatch bottle : bottles) {
            int caseSize = bottle.product().caseSize();
            if (caseSize > 1) {
                choices.add(new CatalogMatch(bottle.product(), caseSize, bottle.onHand(), bottle.soldCount()));
                choices.add(bottle);
            }
        }
        return choices;
    }

    @Override
    public List<CatalogMatch> search(String text, int limit) {
        requireReader();
        String words = text.strip();
        if (words.isEmpty()) {
            return List.of();
        }
        int most = limited(limit);
        List<CatalogMatch> found = store.read(handle -> handle.catalog().search(words, most));
        if (!found.isEmpty() || words.chars().anyMatch(c -> c < '0' || c > '9')) {
            return found;
        }
        // A short form such as UPC-E is no part of the code it stands for.
        return byCode(words).stream().limit(most).toList();
    }

    @Override
    public List<CatalogMatch> mostSold(Optional<Department> department, int limit) {
        requireReader();
        int most = limited(limit);
        Set<String> wanted = department.map(this::categoriesOf).orElse(Set.of());
        if (department.isPresent() && wanted.isEmpty()) {
            return List.of();
        }
        return store.read(handle -> handle.catalog().mostSold(wanted, most));
    }

    private Set<String> categoriesOf(Department department) {
        long now = version.current();
        Categories known = categories;
        if (known.version() != now) {
            known = new Categories(now, store.read(handle -> handle.catalog().categories()));
            categories = known;
        }
        return known.names().stream()
                .filter(name -> Department.ofCategory(name) == department)
                .collect(Collectors.toSet());
    }

    @Override
    public List<String> explain(String code) {
        requireReader();
        BarcodeReading reading = Barcodes.read(code);
        List<String> lines = new ArrayList<>();
        lines.add(reading.describe());
        List<String> keys = keys(reading);
        if (keys.isEmpty()) {
            lines.add("Nothing is looked up.");
        }
        for (String key : keys) {
            List<CatalogMatch> matches = store.read(handle -> handle.catalog().byCode(key));
            lines.add("Looked up as " + key + ": " + (matches.isEmpty() ? "nothing" : matches.size() + " found"));
            for (CatalogMatch match : matches) {
                String note = reading.packUnknown(key) ? " (inside the case; bottle or case is asked for)" : "";
                lines.add("  " + match.product().sku() + " " + match.product().name() + ", " + pack(match) + ", "
                        + match.price() + note);
            }
        }
        return lines;
    }

    private static String pack(CatalogMatch match) {
        int size = match.product().sizeMillilitres();
        String bottle = size == 0 ? "" : size + " ml";
        String pack = match.packSize() == 1 ? "single" : "pack of " + match.packSize();
        return bottle.isEmpty() ? pack : bottle + ", " + pack;
    }

    @Override
    public long count() {
        return store.read(handle -> handle.catalog().count());
    }

    @Override
    public long version() {
        return version.current();
    }

    @Override
    public void addListener(Listener listener) {
        version.addListener(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        version.removeListener(listener);
    }

    /** Whoever sells or cares for the products; the stock on hand is nobody else's business. */
    private Operator requireReader() {
        return guard.require(Permission.SELL, Permission.MANAGE_CATALOG, Permission.MANAGE_STOCK);
    }

    private static int limited(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
        return Math.min(limit, LIMIT_MAX);
    }
}
