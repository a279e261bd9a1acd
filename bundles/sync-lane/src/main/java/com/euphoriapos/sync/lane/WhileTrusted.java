package com.euphoriapos.sync.lane;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.io.Content;

/** A content that ends with a failure as soon as whoever gets it is not trusted any longer, however much of it is left. */
final class WhileTrusted implements Content.Source {
    private final Content.Source whole;
    private final BooleanSupplier trusted;

    WhileTrusted(Content.Source whole, BooleanSupplier trusted) {
        this.whole = whole;
        this.trusted = trusted;
    }

    @Override
    public long getLength() {
        return whole.getLength();
    }

    @Override
    public Content.Chunk read() {
        if (!trusted.getAsBoolean()) {
            whole.fail(new IOException("its key is not trusted any longer"));
        }
        return whole.read();
    }

    @Override
    public void demand(Runnable demandCallback) {
        whole.demand(demandCallback);
    }

    @Override
    public void fail(Throwable failure) {
        whole.fail(failure);
    }
}
