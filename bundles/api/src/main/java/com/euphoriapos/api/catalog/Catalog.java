package com.euphoriapos.api.catalog;

import com.euphoriapos.api.access.Requires;
import com.euphoriapos.api.access.Unrestricted;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.Department;
import com.euphoriapos.domain.Permission;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** Finds products. Reads the store: not on the event thread. Thread-safe. */
@ProviderType
public interface Catalog {
    /** Active products that the code sells, most sold first; the code as scanned, in any form that a scanner sends. */
    @Requires({Permission.SELL, Permission.MANAGE_CATALOG, Permission.MANAGE_STOCK})
    List<CatalogMatch> byCode(String code);

    /** As typed: by name, item number or barcode, most sold first. */
    @Requires({Permission.SELL, Permission.MANAGE_CATALOG, Permission.MANAGE_STOCK})
    List<CatalogMatch> search(String text, int limit);

    /** The quick keys: most sold of a department, or of all. */
    @Requires({Permission.SELL, Permission.MANAGE_CATALOG, Permission.MANAGE_STOCK})
    List<CatalogMatch> mostSold(Optional<Department> department, int limit);

    /** How a code was read, in words, line by line, with what it finds. */
    @Requires({Permission.SELL, Permission.MANAGE_CATALOG, Permission.MANAGE_STOCK})
    List<String> explain(String code);

    /** How many products there are. */
    @Unrestricted("a number, for a lane that waits for its products")
    long count();

    /** Counts up when products, prices or barcodes change; screens reload what they cache. */
    @Unrestricted("says only whether to read again")
    long version();

    /** Adds a listener, called after the version went up, on any thread. */
    @Unrestricted("hears only that something changed")
    void addListener(Listener listener);

    @Unrestricted("forgets only")
    void removeListener(Listener listener);

    /** Hears that products, prices or barcodes changed, here or on another lane; return at once. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {
        void catalogChanged();
    }
}
