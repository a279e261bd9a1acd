package com.euphoriapos.ui.register.swing;

import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.input.ScanContext;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.widget.MessagePane;
import com.euphoriapos.ui.register.HistoryPresenter;
import com.euphoriapos.ui.register.HistoryScans;
import java.time.Clock;
import java.util.Optional;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The history of sales and their receipts. */
@Component(service = Screen.class)
public final class HistoryScreen implements Screen {
    private final RegisterDesk desk;
    private @Nullable Made made;

    @Activate
    public HistoryScreen(@Reference RegisterDesk desk) {
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
        return "history";
    }

    @Override
    public String title() {
        return "Receipts";
    }

    @Override
    public Optional<String> permission() {
        return Optional.of(Permission.READ_HISTORY.name());
    }

    @Override
    public JComponent component() {
        return made().panel;
    }

    private Made made() {
        Made known = made;
        if (known == null) {
            MessagePane messages = new MessagePane();
            HistoryPresenter presenter = new HistoryPresenter(desk.services(), desk.tools(messages), Clock.systemUTC());
            known = new Made(presenter, new HistoryPanel(presenter, messages, desk.caps()), HistoryScans.of(presenter));
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
    public void hidden() {}

    @Override
    public Optional<ScanContext> scanContext() {
        return Optional.of(made().scans);
    }

    private record Made(HistoryPresenter presenter, HistoryPanel panel, ScanContext scans) {}
}
