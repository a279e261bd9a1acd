package com.euphoriapos.ui.kit.sound;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays tones on a thread of its own. At most four wait; a further one is left out, because a late tick is worse than
 * none. Without an audio line it is silent, once and for all. Thread-safe.
 */
public final class Sounds implements Consumer<Tone>, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Sounds.class);
    private static final int WAITING_MAX = 4;
    private static final AudioFormat FORMAT = new AudioFormat(Waves.SAMPLES_PER_SECOND, 16, 1, true, false);

    private final ThreadPoolExecutor player = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_MAX),
            task -> {
                Thread thread = new Thread(task, "pos-sounds");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    private volatile int volumePercent;

    /** Player's thread only. */
    private @Nullable SourceDataLine line;

    private boolean silent;

    /** @param volumePercent 0 (silent) to 100 */
    public Sounds(int volumePercent) {
        this.volumePercent = checked(volumePercent);
    }

    public void volume(int percent) {
        volumePercent = checked(percent);
    }

    private static int checked(int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("volume must be 0 to 100: " + percent);
        }
        return percent;
    }

    @Override
    public void accept(Tone tone) {
        int volume = volumePercent;
        if (volume > 0) {
            player.execute(() -> play(tone, volume));
        }
    }

    private void play(Tone tone, int volume) {
        SourceDataLine open = open();
        if (open != null) {
            byte[] wave = Waves.of(tone, volume);
            open.write(wave, 0, wave.length);
            open.drain();
        }
    }

    private @Nullable SourceDataLine open() {
        if (line != null || silent) {
            return line;
        }
        try {
            SourceDataLine opened = AudioSystem.getSourceDataLine(FORMAT);
            opened.open(FORMAT, Waves.SAMPLES_PER_SECOND / 5);
            opened.start();
            line = opened;
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            silent = true;
            log.info("no sound: {}", e.getMessage());
        }
        return line;
    }

    /** Stops at once; what waits is not played. */
    @Override
    public void close() {
        player.shutdownNow();
        try {
            if (player.awaitTermination(1, TimeUnit.SECONDS) && line != null) {
                line.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
