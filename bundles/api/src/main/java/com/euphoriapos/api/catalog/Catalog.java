package com.euphoriapos.api.catalog;

import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.Department;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Finds products. Reads the store: not on the event thread. Thread-safe. */
@ProviderType
public interface Catalog {
    /** Active products that the code sells, most sold first; the code as scanned, in any form that a scanner sends. */
    List<CatalogMatch> byCode(String code);

    /** As typed: by name, item number or barcode, most sold first. */
    List<CatalogMatch> search(String text, int limit);

    /** The quick keys: most sold of a department, or of all. */
    List<CatalogMatch> mostSold(Optional<Department> department, int limit);

    /** How a code was read, in words, line by line, with what it finds. */
    List<String> explain(String code);

    /** How many products there are. */
    long count();

    /** Counts up when products, prices or barcodes change; screens reload what they cache. */
    long version();
}
