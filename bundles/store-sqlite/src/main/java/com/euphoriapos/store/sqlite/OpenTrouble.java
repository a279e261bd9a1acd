package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Says why the store is not there when it can't be opened: whoever stands in front of the lane must hear it. Thread-safe. */
@Component(
        service = {OpenTrouble.class, StatusSource.class},
        property = StatusSource.PROPERTY_ORDER + ":Integer=49")
public final class OpenTrouble implements StatusSource {
    private volatile Optional<StatusItem> item = Optional.empty();
    private volatile @Nullable Runnable onChange;

    @Activate
    public OpenTrouble() {}

    /** It could not be opened. */
    void failed(String reason) {
        set(Optional.of(new StatusItem(
                StatusItem.STORE_SHUT,
                StatusItem.Level.DANGER,
                "Store can't be opened",
                reason + " Nothing was changed. Call support; start the lane again once it is put right.")));
    }

    /** It is open. */
    void none() {
        set(Optional.empty());
    }

    private void set(Optional<StatusItem> now) {
        item = now;
        Runnable listener = onChange;
        if (listener != null) {
            listener.run();
        }
    }

    @Override
    public List<StatusItem> items() {
        return item.map(List::of).orElse(List.of());
    }

    @Override
    public void onChange(@Nullable Runnable listener) {
        onChange = listener;
    }
}
