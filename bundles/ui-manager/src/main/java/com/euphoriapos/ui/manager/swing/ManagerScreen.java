package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.present.SerialBackground;
import java.util.Optional;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** What the back-office screens under More share: a thread for their work, a panel that is made when it is first shown, its focus. */
abstract class ManagerScreen implements Screen {
    private static final String ID = "manager.";

    private final Place place;
    private final Edt edt = new Edt();
    private final SerialBackground background;
    private @Nullable Made made;
    private boolean inFront;

    /**
     * Where the screen stands.
     *
     * @param name last part of its id, and of its thread's name
     * @param permission who sees it
     */
    record Place(String name, String title, int order, Permission permission) {}

    /** The panel, attached to its presenter, what gives it the focus, and what happens when the screen comes, goes and ends. */
    record Made(JComponent panel, Runnable focusFirst, Runnable read, Runnable hidden, Runnable detach) {}

    /** @param waitingMax how many tasks may wait for the thread */
    ManagerScreen(Place place, int waitingMax) {
        this.place = place;
        this.background = new SerialBackground("pos-" + place.name() + "-screen", waitingMax, edt);
    }

    /** Makes the parts; once. */
    abstract Made make();

    final Edt edt() {
        return edt;
    }

    final Background background() {
        return background;
    }

    /** Reads again, if somebody is looking; on any thread. */
    final void changed() {
        edt.later(() -> {
            if (inFront) {
                made().read().run();
            }
        });
    }

    /** To be called last when the component goes. */
    final void end() {
        edt.later(() -> {
            Made gone = made;
            if (gone != null) {
                gone.detach().run();
            }
        });
        background.close();
    }

    @Override
    public final String id() {
        return ID + place.name();
    }

    @Override
    public final String title() {
        return place.title();
    }

    @Override
    public final int order() {
        return place.order();
    }

    @Override
    public final Menu menu() {
        return Menu.MORE;
    }

    @Override
    public final Optional<String> permission() {
        return Optional.of(place.permission().name());
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
    public final JComponent component() {
        return made().panel();
    }

    @Override
    public final void shown() {
        inFront = true;
        made().read().run();
        edt.later(made().focusFirst());
    }

    @Override
    public final void hidden() {
        inFront = false;
        made().hidden().run();
    }
}
