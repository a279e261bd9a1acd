package com.euphoriapos.ui.register.swing;

import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.input.ScanContext;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.widget.MessagePane;
import com.euphoriapos.ui.register.TenderPresenter;
import com.euphoriapos.ui.register.TenderScans;
import java.util.Optional;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The tender screen: a screen, not a dialog. */
@Component(service = Screen.class)
public final class TenderScreen implements Screen {
    private final RegisterDesk desk;
    private @Nullable Made made;

    @Activate
    public TenderScreen(@Reference RegisterDesk desk) {
        this.desk = desk;
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
        return "tender";
    }

    @Override
    public String title() {
        return "Payment";
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
            TenderPresenter presenter = new TenderPresenter(desk.services(), desk.tools(messages));
            known = new Made(presenter, new TenderPanel(presenter, messages, desk.caps()), TenderScans.of(presenter));
            made = known;
            presenter.attach(known.panel);
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

    private record Made(TenderPresenter presenter, TenderPanel panel, ScanContext scans) {}
}
