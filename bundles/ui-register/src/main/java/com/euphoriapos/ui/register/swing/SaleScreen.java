package com.euphoriapos.ui.register.swing;

import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.input.ScanContext;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.widget.MessagePane;
import com.euphoriapos.ui.register.SalePresenter;
import com.euphoriapos.ui.register.SaleScans;
import java.util.Optional;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The sale screen. The sale itself lives in the core, so a replaced screen shows the same one. */
@Component(service = Screen.class)
public final class SaleScreen implements Screen {
    private final RegisterDesk desk;
    private final MoreScreens more;
    private @Nullable Made made;

    @Activate
    public SaleScreen(@Reference RegisterDesk desk, @Reference MoreScreens more) {
        this.desk = desk;
        this.more = more;
    }

    @Deactivate
    void stop() {
        desk.edt().later(() -> {
            Made gone = made;
            if (gone != null) {
                gone.presenter.detach();
            }
        });
    }

    @Override
    public String id() {
        return "sale";
    }

    @Override
    public String title() {
        return "Sale";
    }

    @Override
    public Optional<String> permission() {
        return Optional.of(Permission.SELL.name());
    }

    @Override
    public JComponent component() {
        return made().panel;
    }

    private Made made() {
        Made known = made;
        if (known == null) {
            MessagePane messages = new MessagePane();
            SalePresenter presenter = new SalePresenter(desk.services(), desk.tools(messages), more::entries);
            SalePanel panel =
                    new SalePanel(presenter, messages, new SaleActions(presenter, desk.caps()), desk.currencySign());
            known = new Made(presenter, panel, SaleScans.of(presenter));
            made = known;
            presenter.attach(panel);
        }
        return known;
    }

    @Override
    public void shown() {
        Made shown = made();
        shown.presenter.shown();
        desk.edt().later(shown.panel::requestFocusInWindow);
    }

    @Override
    public void hidden() {
        made().presenter.hidden();
    }

    @Override
    public Optional<ScanContext> scanContext() {
        return Optional.of(made().scans);
    }

    private record Made(SalePresenter presenter, SalePanel panel, ScanContext scans) {}
}
