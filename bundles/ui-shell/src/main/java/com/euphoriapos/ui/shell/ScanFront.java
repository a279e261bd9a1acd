package com.euphoriapos.ui.shell;

import com.euphoriapos.ui.kit.input.ScanContext;
import com.euphoriapos.ui.kit.present.Screen;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the router's context that of the screen in front. Screen's thread only. */
public final class ScanFront {
    private final Function<ScanContext, AutoCloseable> push;
    private final ScanContext locked;
    private @Nullable ScanContext current;
    private @Nullable AutoCloseable registration;

    /**
     * @param push puts a context on top until what it returns is closed
     * @param locked who gets scans while nobody is signed in
     */
    public ScanFront(Function<ScanContext, AutoCloseable> push, ScanContext locked) {
        this.push = push;
        this.locked = locked;
    }

    /**
     * Another screen came to the front.
     *
     * @param signedIn whether scans are held for the next screen where this one takes none
     */
    public void front(Optional<Screen> screen, boolean signedIn) {
        Optional<ScanContext> next = signedIn ? screen.flatMap(Screen::scanContext) : Optional.of(locked);
        if (next.orElse(null) == current) {
            return;
        }
        close();
        current = next.orElse(null);
        registration = next.map(push).orElse(null);
    }

    /** Takes the context away. */
    public void close() {
        AutoCloseable old = registration;
        current = null;
        registration = null;
        if (old != null) {
            try {
                old.close();
            } catch (Exception e) {
                throw new IllegalStateException("a scan context could not be taken away", e);
            }
        }
    }
}
