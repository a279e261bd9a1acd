package com.euphoriapos.core.catalog;

import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.core.Listeners;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Counts the changes of the catalog, for those who cache. Thread-safe. */
@Component(service = CatalogVersion.class)
public final class CatalogVersion {
    private final AtomicLong version = new AtomicLong(1);
    private final Listeners<Catalog.Listener> listeners = new Listeners<>("the products");

    @Activate
    public CatalogVersion() {}

    /** Which one it is now. */
    public long current() {
        return version.get();
    }

    /** The products were changed; whoever cached some reads again. */
    public void changed() {
        version.incrementAndGet();
        listeners.tell(Catalog.Listener::catalogChanged);
    }

    void addListener(Catalog.Listener listener) {
        listeners.add(listener);
    }

    void removeListener(Catalog.Listener listener) {
        listeners.remove(listener);
    }
}
