package com.euphoriapos.core.lane;

import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.api.status.StatusSource;
import com.euphoriapos.api.store.CommitListener;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.Workers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much a manager has to look at, on the lane bar. Thread-safe. */
@Component(service = StatusSource.class, immediate = true, property = StatusSource.PROPERTY_ORDER + ":Integer=70")
public final class ReviewStatus implements StatusSource {
    private static final Logger LOG = LoggerFactory.getLogger(ReviewStatus.class);
    private static final String THREAD = "pos-review-status";

    private final Store store;
    private final CommitListener commits = this::committed;
    private final ExecutorService thread = Workers.single(THREAD, 1, new ThreadPoolExecutor.DiscardPolicy());
    private volatile List<StatusItem> items = List.of();
    private volatile @Nullable Runnable onChange;

    @Activate
    public ReviewStatus(@Reference Store store) {
        this.store = store;
        store.addListener(commits);
        thread.execute(this::count);
    }

    @Deactivate
    void stop() {
        store.removeListener(commits);
        Workers.stop(thread, THREAD, 2_000);
    }

    /** Reviews come with what other lanes did, and go with what people here did. */
    private void committed(CommitListener.Commit commit) {
        if (!commit.applied().isEmpty() || commit.concerns(Topics.REVIEW_RESOLVED)) {
            thread.execute(this::count);
        }
    }

    private void count() {
        try {
            long open = store.read(handle -> handle.reviews().openCount());
            set(
                    open == 0
                            ? List.of()
                            : List.of(
                                    new StatusItem(
                                            "reviews",
                                            Level.WARN,
                                            open + " to review",
                                            "Lanes that were apart did what does not go together. A manager opens Review with F10.")));
        } catch (StoreException e) {
            LOG.debug("The reviews can't be counted: {}", e.getMessage());
        }
    }

    private void set(List<StatusItem> now) {
        boolean changed = !now.equals(items);
        items = now;
        Runnable listener = onChange;
        if (changed && listener != null) {
            listener.run();
        }
    }

    @Override
    public List<StatusItem> items() {
        return items;
    }

    @Override
    public void onChange(@Nullable Runnable listener) {
        onChange = listener;
    }
}
