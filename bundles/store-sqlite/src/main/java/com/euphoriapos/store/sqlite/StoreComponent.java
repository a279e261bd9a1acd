package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.CommitListener;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreFacts;
import java.nio.file.Path;
import java.time.Clock;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The store as a service. The database is {@code pos.sqlite} in the folder that the framework property {@code pos.home} names.
 * When it can't be opened there is no service, and the failed activation says why.
 */
@Component(
        service = {Store.class, StoreComponent.class},
        immediate = true)
public final class StoreComponent implements Store {
    /** Framework property: the folder of the lane's data. */
    static final String HOME = "pos.home";

    private final SqliteStore store;
    private final OpenTrouble trouble;

    @Activate
    public StoreComponent(BundleContext context, @Reference OpenTrouble trouble) {
        this.store = new SqliteStore(settings(home(context.getProperty(HOME))));
        this.trouble = trouble;
    }

    private static SqliteSettings settings(Path home) {
        EngineFile.use(home.resolve("cache"));
        return SqliteSettings.of(home, Clock.systemUTC());
    }

    private static Path home(@org.jspecify.annotations.Nullable String property) {
        if (property == null || property.isBlank()) {
            throw new StoreException(
                    StoreException.Reason.CLOSED, "the framework property " + HOME + " does not name a folder");
        }
        return Path.of(property);
    }

    /** Opens the database. */
    @Activate
    void start() {
        try {
            store.open();
            trouble.none();
        } catch (StoreException e) {
            trouble.failed(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** Finishes writes under way and closes it. */
    @Deactivate
    void stop() {
        store.close();
    }

    /** For the other parts of this bundle. */
    SqliteStore store() {
        return store;
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public <T> T write(Priority priority, Work<T> work) {
        return store.write(priority, work);
    }

    @Override
    public <T> T apply(Priority priority, Work<T> work) {
        return store.apply(priority, work);
    }

    @Override
    public void addListener(CommitListener listener) {
        store.addListener(listener);
    }

    @Override
    public void removeListener(CommitListener listener) {
        store.removeListener(listener);
    }

    @Override
    public <T> T read(Work<T> query) {
        return store.read(query);
    }

    @Override
    public StoreFacts facts() {
        return store.facts();
    }
}
