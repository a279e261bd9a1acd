package com.euphoriapos.ui.manager.testing;

import com.euphoriapos.domain.Operator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody is signed in, or nobody. */
public final class MemorySession {
    private @Nullable Operator operator;

    public MemorySession(@Nullable Operator operator) {
        this.operator = operator;
    }

    /** From now on it is somebody else. */
    public void become(Operator next) {
        operator = next;
    }

    public Optional<Operator> current() {
        return Optional.ofNullable(operator);
    }
}
