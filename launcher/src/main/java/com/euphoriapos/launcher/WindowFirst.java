package com.euphoriapos.launcher;

import java.awt.AWTError;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.Timer;

/** Lets the window be painted before the rest of the lane starts: with few processors the two would hold each other up. */
final class WindowFirst {
    private static final int LOOK_EVERY_MILLIS = 40;
    private static final int LOOKS_MAX = 25;
    private static final int QUIET_LOOKS = 3;

    private WindowFirst() {}

    /** Runs the task when the event thread has had nothing to do for a moment, after a second at the latest; never twice. */
    static void then(Runnable task) {
        try {
            EventQueue events = Toolkit.getDefaultToolkit().getSystemEventQueue();
            AtomicInteger looks = new AtomicInteger();
            AtomicInteger quiet = new AtomicInteger();
            Timer timer = new Timer(LOOK_EVERY_MILLIS, null);
            timer.addActionListener(tick -> {
                boolean idle = events.peekEvent() == null;
                if (looks.incrementAndGet() >= LOOKS_MAX
                        || (idle ? quiet.incrementAndGet() : reset(quiet)) >= QUIET_LOOKS) {
                    timer.stop();
                    task.run();
                }
            });
            timer.start();
        } catch (AWTError | NoClassDefFoundError noDisplay) {
            task.run();
        }
    }

    private static int reset(AtomicInteger quiet) {
        quiet.set(0);
        return 0;
    }
}
