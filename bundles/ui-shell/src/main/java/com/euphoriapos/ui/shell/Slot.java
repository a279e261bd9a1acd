package com.euphoriapos.ui.shell;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A service that comes and goes while the window stays. Thread-safe. */
public final class Slot<S> {
    private final Consumer<S> arrived;
    private final Consumer<S> left;
    private final Runnable changed;
    private @Nullable S service;

    /**
     * @param arrived called with a service that came, before {@code changed}
     * @param left called with a service that goes or is replaced
     * @param changed called after each change, on the thread that caused it
     */
    Slot(Consumer<S> arrived, Consumer<S> left, Runnable changed) {
        this.arrived = arrived;
        this.left = left;
        this.changed = changed;
    }

    /** Takes the service, in place of the one there was. */
    public void bind(S newService) {
        S old;
        synchronized (this) {
            old = service;
            service = newService;
        }
        if (old != null) {
            left.accept(old);
        }
        arrived.accept(newService);
        changed.run();
    }

    /** Lets the service go; one that was replaced already is ignored. */
    public void unbind(S oldService) {
        synchronized (this) {
            if (service == null || !service.equals(oldService)) {
                return;
            }
            service = null;
        }
        left.accept(oldService);
        changed.run();
    }

    /** The service now. */
    public synchronized Optional<S> get() {
        return Optional.ofNullable(service);
    }
}
