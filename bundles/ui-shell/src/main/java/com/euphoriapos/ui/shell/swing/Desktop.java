package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.ui.kit.input.InputRouter;
import com.euphoriapos.ui.kit.input.KeyBindings;
import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.Message;
import com.euphoriapos.ui.kit.present.Messages;
import com.euphoriapos.ui.kit.sound.Tone;
import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Theme;
import com.euphoriapos.ui.shell.IdleLock;
import com.euphoriapos.ui.shell.Lane;
import com.euphoriapos.ui.shell.LaneBarPresenter;
import com.euphoriapos.ui.shell.LockedScans;
import com.euphoriapos.ui.shell.LookChoice;
import com.euphoriapos.ui.shell.RecoveryPresenter;
import com.euphoriapos.ui.shell.ScanFront;
import com.euphoriapos.ui.shell.ShellPresenter;
import com.euphoriapos.ui.shell.SignInPresenter;
import com.euphoriapos.ui.shell.SignInScans;
import com.euphoriapos.ui.shell.WizardPresenter;
import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.MouseEvent;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window with everything that belongs to it, from its opening to its end. Event thread only, except the constructor. */
final class Desktop implements Pages, Messages {
    static final String DIAGNOSTICS = "diagnostics";
    private static final Logger log = LoggerFactory.getLogger(Desktop.class);
    private static final int TICK_MILLIS = 1000;
    /** A store that is open sooner after the window is not announced: a page that only flashes up is in the way. */
    private static final int PATIENCE_MILLIS = 250;
    /** When nobody waits for the screen any more. */
    private static final int LATER_MILLIS = 3000;

    private final Parts parts;
    private final LookChoice look;
    private final Runnable end;
    private final ShellPresenter shell;
    private final LaneBarPresenter bar;
    private final IdleLock idle;
    private final SignInPresenter signIn;
    private final WizardPresenter wizard;
    private final ScanFront scans;
    private final Timer ticks = new Timer(TICK_MILLIS, e -> tick());
    private final Timer patience = new Timer(PATIENCE_MILLIS, e -> attach());
    private final Timer later = new Timer(LATER_MILLIS, e -> readyLater());
    private final AWTEventListener touches = this::touched;
    private final Edt edt = new Edt();
    private @Nullable ShellWindow window;
    private @Nullable SignInPanel signInPanel;
    private boolean closed;
    private boolean themeByHand;

    /** What the window is made with. */
    record Parts(
            Lane lane,
            Background background,
            Clock clock,
            InputRouter router,
            Consumer<Tone> sounds,
            WindowPlace place) {}

    /** @param end called when the person closes the window */
    Desktop(Parts parts, LookChoice look, Runnable end) {
        this.parts = parts;
        this.look = look;
        this.end = end;
        shell = new ShellPresenter(parts.lane(), parts.background(), this);
        idle = new IdleLock(parts.lane(), shell, parts.clock(), System::nanoTime);
        bar = new LaneBarPresenter(parts.lane(), parts.clock(), idle::notice);
        idle.onNotice(bar::refresh);
        signIn = new SignInPresenter(
                parts.lane(),
                parts.background(),
                parts.clock(),
                this,
                "Cashier 1111, manager 222222: these PINs open only demos");
        wizard = new WizardPresenter(parts.lane(), parts.background(), edt, shell::refresh);
        scans = new ScanFront(
                parts.router()::pushContext,
                new LockedScans(new SignInScans(signIn, shell::asking, parts.sounds()), wizard));
        signIn.onFree(parts.router()::intakeChanged);
        parts.router().onActivity(idle::used);
        shell.onFront(() -> scans.front(shell.front(), shell.working()));
        shell.wizardHolds(wizard::holds);
        parts.lane().onChange(this::attachWhenOpen);
        signIn.onKnown(this::attachWhenOpen);
        patience.setRepeats(false);
        later.setRepeats(false);
        shell.signInBroken(signIn::broken);
    }

    ShellPresenter shell() {
        return shell;
    }

    /** Shows the frame with the least that it needs; the rest follows when it is painted. */
    void open() {
        if (closed) {
            return;
        }
        Dimension screen = parts.place().share(Toolkit.getDefaultToolkit().getScreenSize());
        Look.install(look.settings(now(), Scale.suggestedPercent(screen.width, screen.height)));
        Look.touchOnly(look.touchOnly());
        ShellWindow made = new ShellWindow(this, end);
        window = made;
        LaneBarPanel barPanel = new LaneBarPanel(shell::lock, this::chipTapped);
        made.addBar(barPanel);
        bar.attach(barPanel);
        made.open(parts.place());
        SwingUtilities.invokeLater(() -> finish(made));
    }

    private void finish(ShellWindow made) {
        if (closed) {
            return;
        }
        parts.router().install();
        Toolkit.getDefaultToolkit()
                .addAWTEventListener(touches, AWTEvent.MOUSE_EVENT_MASK | AWTEvent.MOUSE_WHEEL_EVENT_MASK);
        bindKeys(made);
        patience.start();
        attachWhenOpen();
        ticks.start();
        later.start();
    }

    private void attachWhenOpen() {
        if (!patience.isRunning() || shell.opening()) {
            return;
        }
        if (shell.asking()) {
            // Made while the people are read, and shown once with them.
            signInPanel();
        }
        if (!shell.asking() || signIn.complete()) {
            attach();
        }
    }

    private void attach() {
        patience.stop();
        ShellWindow open = window;
        if (open != null) {
            shell.attach(open);
        }
    }

    private void readyLater() {
        ShellWindow open = window;
        if (open != null) {
            open.addIcon();
        }
        parts.background()
                .run(Look::nameFaces, () -> {}, e -> log.warn("the typeface could not be named to the desktop", e));
    }

    private void bindKeys(ShellWindow made) {
        // The innermost part with an action for a key wins, so a screen may use these keys for itself.
        KeyBindings.bind(made.root(), PosKeys.LOCK, shell::lock);
        KeyBindings.bind(made.root(), PosKeys.DIAGNOSTICS, () -> shell.show(DIAGNOSTICS));
        KeyBindings.bind(made.root(), PosKeys.HELP, () -> help(made));
        new Keys(made.root()).pressed("ctrl alt T", this::switchTheme);
    }

    private void help(ShellWindow made) {
        Floating floating = made.floating();
        if (floating.sheetOpen()) {
            floating.closeSheet();
        } else {
            JComponent sheet = HelpSheet.of(parts.router().keys(), floating::closeSheet);
            KeyBindings.bind(sheet, PosKeys.BACK, floating::closeSheet);
            floating.openSheet(sheet);
            sheet.setFocusable(true);
            sheet.requestFocusInWindow();
        }
    }

    void close() {
        closed = true;
        ticks.stop();
        patience.stop();
        later.stop();
        Toolkit.getDefaultToolkit().removeAWTEventListener(touches);
        if (window != null) {
            parts.router().uninstall();
        }
        scans.close();
        shell.detach();
        bar.detach();
        signIn.detach();
        wizard.detach();
        ShellWindow open = window;
        if (open != null) {
            open.close();
            window = null;
        }
    }

    private void touched(AWTEvent event) {
        if (event.getID() == MouseEvent.MOUSE_PRESSED || event.getID() == MouseEvent.MOUSE_WHEEL) {
            idle.used();
        }
    }

    private void tick() {
        idle.tick();
        bar.tick();
        signIn.tick();
        wizard.tick();
        if (look.theme() == null && !themeByHand) {
            Look.switchTo(Theme.at(now()));
        }
    }

    /** Light to dark and back, until the next start. */
    void switchTheme() {
        themeByHand = true;
        Look.switchTo(Look.theme() == Theme.DARK ? Theme.LIGHT : Theme.DARK);
    }

    private LocalTime now() {
        return LocalTime.now(parts.clock());
    }

    private void chipTapped(Component chip, List<StatusItem> items) {
        Runnable diagnostics = shell.maySee(DIAGNOSTICS) ? () -> shell.show(DIAGNOSTICS) : null;
        ChipDetail.show(chip, items, diagnostics);
    }

    @Override
    public JComponent signIn() {
        SignInPanel panel = signInPanel();
        signIn.shown();
        return panel;
    }

    private SignInPanel signInPanel() {
        SignInPanel panel = signInPanel;
        if (panel == null) {
            panel = new SignInPanel(signIn);
            signInPanel = panel;
            signIn.attach(panel);
        }
        return panel;
    }

    @Override
    public JComponent wizard() {
        WizardPanel panel = new WizardPanel(wizard);
        wizard.attach(panel);
        SwingUtilities.invokeLater(panel::focusFirst);
        return panel;
    }

    @Override
    public JComponent recovery() {
        RecoveryPresenter presenter =
                new RecoveryPresenter(parts.lane(), parts.background(), () -> show(Message.toast("PINs work again")));
        RecoveryPanel panel = new RecoveryPanel(presenter);
        presenter.attach(panel);
        SwingUtilities.invokeLater(panel::focusFirst);
        return panel;
    }

    @Override
    public void show(Message message) {
        edt.now(() -> {
            ShellWindow open = window;
            if (open != null) {
                open.floating().messages().show(message);
            }
        });
    }

    @Override
    public void dismiss(String id) {
        edt.now(() -> {
            ShellWindow open = window;
            if (open != null) {
                open.floating().messages().dismiss(id);
            }
        });
    }
}
