package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.catalog.PriceBookImport;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.input.KeyBindings;
import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.manager.ImportPresenter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Under More: the import of a price book, for those who may change the catalog. */
@Component(service = Screen.class)
public final class ImportScreen extends ManagerScreen {
    private static final Place PLACE = new Place("import", "Import price book", 100, Permission.MANAGE_CATALOG);
    private static final int WAITING_MAX = 4;

    private final Navigator navigator;
    private final ImportPresenter presenter;

    @Activate
    public ImportScreen(@Reference PriceBookImport prices, @Reference Navigator navigator) {
        super(PLACE, WAITING_MAX);
        this.navigator = navigator;
        this.presenter = new ImportPresenter(prices, background(), edt());
    }

    @Deactivate
    void stop() {
        // An import that runs is cancelled, and keeps nothing.
        presenter.cancel();
        end();
    }

    /** An import goes on when one leaves; its end is seen when one comes back. */
    @Override
    Made make() {
        ImportPanel panel = new ImportPanel(presenter, navigator::back);
        KeyBindings.bind(panel, PosKeys.BACK, navigator::back);
        presenter.attach(panel);
        return new Made(panel, panel::focusFirst, () -> {}, () -> {}, presenter::detach);
    }
}
