package com.euphoriapos.core.status;

import com.euphoriapos.api.status.StatusBoard;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusSource;
import com.euphoriapos.core.Workers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers the items of all {@link StatusSource}s on a thread of its own, so that no source is ever called by another one's
 * change. Thread-safe.
 */
@Component(immediate = true)
public final class GatheredStatus implements StatusBoard {
    private static final Logger LOG = LoggerFactory.getLogger(GatheredStatus.class);
    private static final String THREAD = "pos-status";
    private static final int ORDER_DEFAULT = 100;

    private final CopyOnWriteArrayList<Entry> sources = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();
    /** One gathering may wait behind the one that runs; it will see all that changed until then. */
    private final ExecutorService thread = Workers.single(THREAD, 1, new ThreadPoolExecutor.DiscardPolicy());

    private volatile List<StatusItem> items = List.of();

    private record Entry(StatusSource source, int order) {}

    @Activate
    public GatheredStatus() {}

    @Deactivate
    void stop() {
        sources.forEach(entry -> entry.source().onChange(null));
        Workers.stop(thread, THREAD, 2_000);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindSource(StatusSource source, Map<String, ?> properties) {
        int order = properties.get(StatusSource.PROPERTY_ORDER) instanceof Integer given ? given : ORDER_DEFAULT;
        sources.add(new Entry(source, order));
        source.onChange(this::gatherSoon);
        gatherSoon();
    }

    void unbindSource(StatusSource source) {
        sources.removeIf(entry -> entry.source().equals(source));
        source.onChange(null);
        gatherSoon();
    }

    private void gatherSoon() {
        thread.execute(this::gather);
    }

    private void gather() {
        List<Entry> ordered = new ArrayList<>(sources);
        ordered.sort(Comparator.comparingInt(Entry::order));
        List<StatusItem> all = new ArrayList<>();
        for (Entry entry : ordered) {
            try {
                all.addAll(entry.source().items());
            } catch (RuntimeException e) {
                // A source of another bundle must not take the whole bar with it.
                LOG.error("A status source failed", e);
            }
        }
        if (!all.equals(items)) {
            List<StatusItem> now = List.copyOf(all);
            items = now;
            listeners.forEach(listener -> listener.statusChanged(now));
        }
    }

    @Override
    public List<StatusItem> items() {
        return items;
    }

    @Override
    public void addListener(Listener listener) {
        listeners.addIfAbsent(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }
}
