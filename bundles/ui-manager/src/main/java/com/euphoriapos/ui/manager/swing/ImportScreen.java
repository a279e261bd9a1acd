package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.catalog.PriceBookImport;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.input.KeyBindings;
import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.present.SerialBackground;
import com.euphoriapos.ui.manager.ImportPresenter;
import java.util.Optional;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Under More: the import of a price book, for those who may change the catalog. */
@Component(service = Screen.class)
public final class ImportScreen implements Screen {
    private static final int WAITING_MAX = 4;

    private final Edt edt = new Edt();
    private final SerialBackground background = new SerialBackground("pos-import-screen", WAITING_MAX, edt);
    private final Navigator navigator;
    private final ImportPresenter presenter;
    private @Nullable ImportPanel panel;

    @Activate
    public ImportScreen(@Reference PriceBookImport prices, @Reference Navigator navigator) {
        this.navigator = navigator;
        this.presenter = new ImportPresenter(prices, background, edt);
    }

    @Deactivate
    void stop() {
        // An import that runs is cancelled, and keeps nothing.
        presenter.cancel();
        edt.later(presenter::detach);
        background.close();
    }

    @Override
    public String id() {
        return "manager.import";
    }

    @Override
    public String title() {
        return "Import price book";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Menu menu() {
        return Menu.MORE;
    }

    @Override
    public Optional<String> permission() {
        return Optional.of(Permission.MANAGE_CATALOG.name());
    }

    @Override
    public JComponent component() {
        ImportPanel known = panel;
        if (known == null) {
            known = new ImportPanel(presenter, this::leave);
            KeyBindings.bind(known, PosKeys.BACK, this::leave);
            presenter.attach(known);
            panel = known;
        }
        return known;
    }

    @Override
    public void shown() {
        ImportPanel known = panel;
        if (known != null) {
            edt.later(known::focusFirst);
        }
    }

    /** An import goes on when one leaves; its end is seen when one comes back. */
    private void leave() {
        navigator.back();
    }
}
