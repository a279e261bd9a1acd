package com.euphoriapos.api.catalog;

import com.euphoriapos.api.access.Unrestricted;
import com.euphoriapos.api.store.StoreHandle;
import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** The products of the demo store. */
@ProviderType
public interface DemoCatalog {
    /** Saves the products with their barcodes and stock in the caller's transaction; doing it again changes nothing. */
    @Unrestricted("within the transaction of a set-up, which is refused on a real store")
    void load(StoreHandle handle, Instant at);

    /** The transaction of {@link #load} is committed: from now on everybody finds the products. */
    @Unrestricted("says only that products are to be read again")
    default void loaded() {}
}
