package com.euphoriapos.ui.shell;

import com.euphoriapos.ui.kit.input.ScanContext;
import com.euphoriapos.ui.kit.input.ScanInput;
import com.euphoriapos.ui.kit.sound.Tone;
import java.util.function.Consumer;

/**
 * While nobody is signed in a scan sounds dull and goes nowhere: kept, it would land in the next person's sale, and typed, in
 * a PIN.
 */
final class LockedScans implements ScanContext {
    private final Consumer<Tone> sounds;

    LockedScans(Consumer<Tone> sounds) {
        this.sounds = sounds;
    }

    @Override
    public String name() {
        return "locked";
    }

    @Override
    public void scan(ScanInput input, Runnable done) {
        sounds.accept(Tone.HELD);
        done.run();
    }
}
