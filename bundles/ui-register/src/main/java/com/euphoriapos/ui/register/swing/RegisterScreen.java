package com.euphoriapos.ui.register.swing;

import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.input.ScanContext;
import com.euphoriapos.ui.kit.present.Screen;
import java.util.Optional;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Deactivate;

/** A screen of the register: its parts are made when they are first needed, on the event thread. EDT only. */
abstract class RegisterScreen implements Screen {
    private final RegisterDesk desk;
    private final Permission permission;
    private @Nullable Made made;

    RegisterScreen(RegisterDesk desk, Permission permission) {
        this.desk = desk;
        this.permission = permission;
    }

    /** The parts of a screen, and what its presenter does when the screen comes, goes and ends. */
    record Made(JComponent panel, ScanContext scans, Runnable shown, Runnable hidden, Runnable detach) {}

    /** Makes the parts, with the view attached to its presenter. */
    abstract Made make();

    final RegisterDesk desk() {
        return desk;
    }

    @Deactivate
    final void stop() {
        desk.edt().later(() -> {
            Made gone = made;
            if (gone != null) {
                gone.detach.run();
            }
        });
    }

    private Made made() {
        Made known = made;
        if (known == null) {
            known = make();
            made = known;
        }
        return known;
    }

    @Override
    public final Optional<String> permission() {
        return Optional.of(permission.name());
    }

    @Override
    public final JComponent component() {
        return made().panel;
    }

    @Override
    public final void shown() {
        Made shown = made();
        shown.shown.run();
        desk.edt().later(shown.panel::requestFocusInWindow);
    }

    @Override
    public final void hidden() {
        made().hidden.run();
    }

    @Override
    public final Optional<ScanContext> scanContext() {
        return Optional.of(made().scans);
    }
}
