package com.euphoriapos.core;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who hear of something; one that fails is logged and keeps no other from hearing it. Thread-safe. */
public final class Listeners<L> {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final String what;
    private final List<L> all = new CopyOnWriteArrayList<>();

    /** @param what they listen to, for the log, such as {@code the session} */
    public Listeners(String what) {
        this.what = what;
    }

    public void add(L listener) {
        all.add(listener);
    }

    public void remove(L listener) {
        all.remove(listener);
    }

    /** Tells all of them, on this thread, in the order in which they came. */
    public void tell(Consumer<? super L> message) {
        for (L listener : all) {
            try {
                message.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("A listener of {} failed", what, e);
            }
        }
    }
}
