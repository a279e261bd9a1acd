package com.euphoriapos.ui.kit.input;

import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.UiThread;
import com.euphoriapos.ui.kit.sound.Tone;
import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JPasswordField;
import javax.swing.Timer;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;

/**
 * The one way in for scans and keys. It sees each key before the focus does, finds a wedge's scans among them, takes
 * scans of devices, and gives all scans to the current context, in order and one at a time. A scan never reaches a text field,
 * unless the field says that it takes scans ({@link #takesScans}), the context leaves them to it ({@link ScanContext#leavesToField}),
 * or no context is there to take a wedge's: then it was typed, for all that is known, by somebody quick or on a machine that was
 * busy. A field for secrets never gets one. While scans wait, Enter does nothing.
 *
 * <p>Event thread only, except {@link #scan}.
 */
public final class InputRouter {
    private static final String TAKES_SCANS = "pos.takesScans";

    /** On top of the detector's patience: events may still be on their way from the window system. */
    private static final int ON_THE_WAY_MILLIS = 15;

    private static final long LATE_NANOS = 15_000_000;

    private final Timer silence = new Timer(0, e -> silent());
    private final KeyEventDispatcher dispatcher = this::dispatch;
    private final ScanQueue queue;
    private final UiThread ui;
    private final Supplier<@Nullable Component> focus;
    private WedgeDetector detector;
    private KeyMap keys;
    private int consumedCode = KeyEvent.VK_UNDEFINED;
    private boolean consumedTyped;
    private Runnable activity = () -> {};
    private long silenceDueNanos;
    /** Whether what was last recognised among the keys went into a field. */
    private boolean lastWasText;

    public InputRouter(WedgeSettings wedge, KeyMap keys, UiThread ui, Consumer<Tone> sounds) {
        this(wedge, keys, ui, sounds, () -> KeyboardFocusManager.getCurrentKeyboardFocusManager()
                .getFocusOwner());
    }

    /** @param focus who has the focus */
    InputRouter(
            WedgeSettings wedge, KeyMap keys, UiThread ui, Consumer<Tone> sounds, Supplier<@Nullable Component> focus) {
        this.focus = focus;
        this.detector = new WedgeDetector(wedge);
        this.keys = keys;
        this.ui = ui;
        this.queue = new ScanQueue(ui, sounds);
        silence.setRepeats(false);
    }

    /** Starts to see all keys of the application. */
    public void install() {
        Edt.check();
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(dispatcher);
    }

    /** Lets go of what is held and sees no more keys. */
    public void uninstall() {
        Edt.check();
        silence.stop();
        detector.silence().forEach(this::perform);
        KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(dispatcher);
    }

    /** Changes how a wedge is recognised; what is held is decided first. */
    public void configure(WedgeSettings wedge) {
        detector.silence().forEach(this::perform);
        detector = new WedgeDetector(wedge);
    }

    public void keys(KeyMap map) {
        keys = map;
    }

    public KeyMap keys() {
        return keys;
    }

    /** Calls back at each key and each scan, whatever becomes of it: somebody is at the register. */
    public void onActivity(Runnable listener) {
        activity = listener;
    }

    /** A scan from a device. Thread-safe. */
    public void scan(ScanInput input) {
        ui.now(() -> {
            activity.run();
            JTextComponent field = fieldFor(input, false);
            if (field == null) {
                queue.add(input);
            } else {
                field.replaceSelection(input.data().replaceAll("\\p{Cntrl}", ""));
            }
        });
    }

    /** From now on scans go to this context, until it is closed or another is put on top. */
    public Registration pushContext(ScanContext context) {
        queue.push(context);
        return () -> queue.remove(context);
    }

    /** Call when a context's {@link ScanContext#intake} may have changed. */
    public void intakeChanged() {
        queue.pump();
    }

    /** How many scans wait behind the one being handled. */
    public int waiting() {
        return queue.waiting();
    }

    /** True when no scan waits or is being handled: only then may Enter complete money. */
    public boolean idle() {
        return queue.idle();
    }

    /** Scans given to contexts since the start, for diagnostics. */
    public long handled() {
        return queue.handled();
    }

    /** Scans turned away because too many waited, for diagnostics. */
    public long refused() {
        return queue.refused();
    }

    /** Declares that this component takes scans while it has the focus; the consumer gets them instead of the context. */
    public static void takesScans(JComponent component, Consumer<ScanInput> consumer) {
        component.putClientProperty(TAKES_SCANS, new Taker(consumer));
    }

    /** Takes a key event before the focus does; true when it is used up. */
    boolean dispatch(KeyEvent event) {
        if (event.isConsumed()) {
            return false;
        }
        if (event.getID() == KeyEvent.KEY_PRESSED) {
            activity.run();
        }
        Step step = detector.step(Stroke.of(event));
        step.effects().forEach(this::perform);
        if (detector.holding()) {
            restartSilence();
        } else {
            silence.stop();
        }
        if (!step.pass() && !walksOn(event)) {
            event.consume();
            return true;
        }
        return act(event);
    }

    /** A Tab behind text leads to the next field, as it does behind what is typed slowly; only an Enter could do harm. */
    private boolean walksOn(KeyEvent event) {
        boolean tab = event.getKeyCode() == KeyEvent.VK_TAB || event.getKeyChar() == '\t';
        return tab && lastWasText && !detector.holding();
    }

    private void restartSilence() {
        int delay = detector.patienceMillis() + ON_THE_WAY_MILLIS;
        silenceDueNanos = System.nanoTime() + delay * 1_000_000L;
        silence.setInitialDelay(delay);
        silence.restart();
    }

    /**
     * The timer counts real time; keys that were pressed earlier may stand behind it in a queue that was stalled, or
     * may not even have been fetched from the window system. So a timer that comes late only starts again: silence is
     * what a thread that was awake has heard.
     */
    private void silent() {
        if (System.nanoTime() - silenceDueNanos > LATE_NANOS) {
            restartSilence();
            return;
        }
        EventQueue events = Toolkit.getDefaultToolkit().getSystemEventQueue();
        for (int id = KeyEvent.KEY_TYPED; id <= KeyEvent.KEY_RELEASED; id++) {
            AWTEvent next = events.peekEvent(id);
            if (next != null) {
                restartSilence();
                return;
            }
        }
        detector.silence().forEach(this::perform);
    }

    private void perform(Step.Effect effect) {
        if (effect instanceof Step.Scan scan) {
            wedgeScan(scan);
        } else if (effect instanceof Step.Replay replay) {
            replay.strokes().forEach(this::replay);
        }
    }

    private void wedgeScan(Step.Scan scan) {
        ScanInput input = new ScanInput(withoutCapsLock(scan.data()), null, "wedge", Instant.ofEpochMilli(scan.when()));
        lastWasText = false;
        if (focus.get() instanceof JComponent part && part.getClientProperty(TAKES_SCANS) instanceof Taker taker) {
            taker.consumer().accept(input);
        } else if (fieldFor(input, true) == null) {
            queue.add(input);
        } else {
            lastWasText = true;
        }
        // Key by key, not the scan's data: a quick hand's keys overlap, and its Caps Lock is meant.
        List<Stroke> toFocus = lastWasText
                ? scan.strokes().stream().filter(each -> !each.leavesField()).toList()
                : scan.byHand();
        toFocus.forEach(this::replay);
    }

    /**
     * The field that the scan is text for, or null.
     *
     * @param orphans whether it is where no context is there
     */
    private @Nullable JTextComponent fieldFor(ScanInput input, boolean orphans) {
        boolean left = queue.top().map(context -> context.leavesToField(input)).orElse(orphans);
        return left && focus.get() instanceof JTextComponent text && takes(text) ? text : null;
    }

    /** Caps Lock turns the letters of a scanner around; its data must not depend on the keyboard beside it. */
    private static String withoutCapsLock(String data) {
        try {
            if (!Toolkit.getDefaultToolkit().getLockingKeyState(KeyEvent.VK_CAPS_LOCK)) {
                return data;
            }
        } catch (UnsupportedOperationException e) {
            return data;
        }
        StringBuilder turned = new StringBuilder();
        data.chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .forEach(c -> turned.append((char) c));
        return turned.toString();
    }

    private void replay(Stroke stroke) {
        Component focused = focus.get();
        if (focused == null || !(stroke.origin() instanceof KeyEvent original)) {
            return;
        }
        KeyEvent event = new KeyEvent(
                focused,
                original.getID(),
                original.getWhen(),
                original.getModifiersEx(),
                original.getKeyCode(),
                original.getKeyChar(),
                original.getKeyLocation());
        if (!act(event)) {
            // Straight to the focus owner: other dispatchers saw the key already, or never need to.
            KeyboardFocusManager.getCurrentKeyboardFocusManager().dispatchKeyEvent(event);
        }
    }

    /** Runs what the key map says; true when the key is used up. */
    private boolean act(KeyEvent event) {
        if (event.getID() == KeyEvent.KEY_RELEASED) {
            boolean ours = event.getKeyCode() == consumedCode;
            consumedCode = ours ? KeyEvent.VK_UNDEFINED : consumedCode;
            return ours;
        }
        if (event.getID() == KeyEvent.KEY_PRESSED) {
            consumedTyped = false;
        } else if (consumedTyped) {
            return true;
        }
        Component focused = focus.get();
        if (heldEnter(event, focused)) {
            return consumed(event);
        }
        Runnable task = KeyBindings.find(keys, event, focused);
        if (task == null) {
            return false;
        }
        consumed(event);
        task.run();
        return true;
    }

    /** A screen that completes money has no default action while scans are queued. */
    private boolean heldEnter(KeyEvent event, @Nullable Component focused) {
        boolean enter = event.getKeyCode() == KeyEvent.VK_ENTER
                && (event.getModifiersEx() & (InputEvent.CTRL_DOWN_MASK | InputEvent.ALT_DOWN_MASK)) == 0;
        boolean waits =
                !queue.idle() && queue.top().map(ScanContext::holdsEnter).orElse(true);
        return enter && waits && !(focused instanceof JTextComponent text && text.isEditable());
    }

    private static boolean takes(JTextComponent text) {
        return text.isEditable() && text.isEnabled() && !(text instanceof JPasswordField);
    }

    private boolean consumed(KeyEvent event) {
        if (event.getID() == KeyEvent.KEY_PRESSED) {
            consumedCode = event.getKeyCode();
            consumedTyped = true;
        }
        event.consume();
        return true;
    }

    /** Takes a context away again; closing it twice is harmless. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    private record Taker(Consumer<ScanInput> consumer) {}
}
