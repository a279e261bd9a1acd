package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.journal.Journal.Line;
import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.input.KeyBindings;
import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Column;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Progress;
import com.euphoriapos.ui.kit.widget.Tables;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.manager.JournalKinds;
import com.euphoriapos.ui.manager.JournalPresenter;
import com.euphoriapos.ui.manager.JournalState;
import com.euphoriapos.ui.manager.JournalState.Check;
import com.euphoriapos.ui.manager.JournalView;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;

/** What is looked for above the entries; at the right the chosen entry whole, and the verification. */
final class JournalPanel extends JPanel implements JournalView {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM d, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WHOLE =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy, HH:mm:ss.SSS", Locale.ENGLISH);

    private final transient JournalPresenter presenter;
    private final transient Around around;
    private final JournalFilters filters;
    private final Rows rows = new Rows("Time", "Who", "Allowed by", "What", "In words");
    private final JTable table = Tables.log(rows);
    private final JScrollPane scroll = Tables.scroll(table);
    private final JLabel words = Text.of(" ", Type.BODY, Tone.TEXT2);
    private final JPanel detail =
            BackOffice.clear(new MigLayout("insets 0 16 0 16, gap 12 10, fillx, wrap 2", "[96!][grow,fill]", ""));
    private final PosButton verify = PosButton.secondary("Verify").key("F5").glyph(Glyph.SHIELD_CHECK);
    private final Progress progress = new Progress("Verifying", null);
    private final FormLine result = new FormLine();
    private transient List<Line> shown = List.of();
    private transient Optional<Line> shownDetail = Optional.empty();
    private boolean filling;

    /**
     * What the panel needs beside its presenter.
     *
     * @param zone of the store, in which times are shown
     * @param back leaves the screen
     */
    record Around(Clock clock, Supplier<ZoneId> zone, Runnable back) {}

    JournalPanel(JournalPresenter presenter, Around around) {
        super(new MigLayout("insets 0, fill", "[grow,fill]", "[grow,fill]"));
        this.presenter = presenter;
        this.around = around;
        filters = new JournalFilters(presenter::search, around);
        BackOffice frame = new BackOffice("Journal", around.back(), "[grow,fill][300:30%:520]");
        frame.tool(verify.on(presenter::verify), "h 44!, w pref!, pushx, alignx right");
        frame.list(left());
        frame.editor(right());
        add(frame, "wmin 0, hmin 0");
        KeyBindings.bind(this, PosKeys.BACK, around.back());
        KeyBindings.bind(this, PosKeys.REFRESH, presenter::verify);
        KeyBindings.bind(this, PosKeys.SEARCH, filters::focusText);
    }

    private Card left() {
        Card card = new Card(
                new MigLayout("insets 12 0 0 0, gap 0, fill, wrap 1, hidemode 3", "[grow,fill]", "[]8[]4[grow,fill]"));
        card.add(filters, "gap 12 12, wmin 0");
        card.add(words, "gap 16 16, wmin 0, hmin 20");
        Tables.nameColumn(table, 3);
        Tables.widths(table, 140, 116, 100, 160, 0);
        table.getAccessibleContext().setAccessibleName("Entries of the journal");
        table.getSelectionModel().addListSelectionListener(e -> {
            if (!filling && !e.getValueIsAdjusting()) {
                presenter.choose(table.getSelectedRow());
            }
        });
        scroll.getVerticalScrollBar().addAdjustmentListener(e -> {
            boolean nearEnd = e.getValue() + 2 * e.getAdjustable().getVisibleAmount()
                    >= e.getAdjustable().getMaximum();
            if (nearEnd && !shown.isEmpty()) {
                presenter.more();
            }
        });
        card.add(scroll, "hmin 0, wmin 0");
        return card;
    }

    private Card right() {
        Card card = new Card(
                new MigLayout("insets 16 0 16 0, gap 0, fill, wrap 1, hidemode 3", "[grow,fill]", "[grow,fill]8[]4[]"));
        JScrollPane pane = Tables.scroll(new Column(detail));
        pane.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        card.add(pane, "hmin 0, wmin 0");
        card.add(progress, "gap 16 16, wmin 0");
        card.add(result, "gap 16 16, wmin 0");
        return card;
    }

    @Override
    public void render(JournalState state) {
        Edt.check();
        filling = true;
        filters.render(state);
        if (!state.lines().equals(shown)) {
            boolean longer = state.lines().size() > shown.size()
                    && !shown.isEmpty()
                    && state.lines().get(0).equals(shown.get(0));
            int at = longer ? scroll.getVerticalScrollBar().getValue() : 0;
            int selected = longer ? table.getSelectedRow() : -1;
            shown = state.lines();
            rows.show(shown.stream().map(this::cells).toList());
            if (selected >= 0) {
                table.setRowSelectionInterval(selected, selected);
            }
            scroll.getVerticalScrollBar().setValue(at);
        }
        words.setText(head(state));
        renderDetail(state);
        renderCheck(state.check());
        filling = false;
    }

    private static String head(JournalState state) {
        if (!state.problem().isEmpty()) {
            return state.problem();
        }
        if (state.lines().isEmpty()) {
            return state.reading() ? "Reading…" : "Nothing fits.";
        }
        return "Newest first";
    }

    private List<String> cells(Line line) {
        return List.of(
                SHORT.format(line.at().atZone(around.zone().get())),
                line.actorName(),
                line.approverName(),
                JournalKinds.title(line.kind()),
                line.text());
    }

    private void renderDetail(JournalState state) {
        if (state.chosen().equals(shownDetail) && detail.getComponentCount() > 0) {
            return;
        }
        shownDetail = state.chosen();
        detail.removeAll();
        if (state.chosen().isEmpty()) {
            detail.add(Text.wrapped("Choose an entry to read all of it.", Type.BODY, Tone.TEXT2), "spanx 2, wmin 0");
        } else {
            Line line = state.chosen().get();
            detail.add(Text.wrapped(JournalKinds.title(line.kind()), Type.QUANTITY, Tone.TEXT), "spanx 2, wmin 0");
            row("Entry", Long.toString(line.number()));
            row("Time", WHOLE.format(line.at().atZone(around.zone().get())));
            row("Who", line.actorName().isEmpty() ? "Nobody of the store" : line.actorName());
            row("Allowed by", line.approverName());
            row("About", line.subject());
            row("In words", line.text());
        }
        detail.revalidate();
        detail.repaint();
    }

    private void row(String name, String value) {
        if (!value.isEmpty()) {
            detail.add(Text.of(name, Type.SMALL_STRONG, Tone.TEXT2), "gaptop 2, aligny top");
            detail.add(Text.wrapped(value, Type.BODY, Tone.TEXT), "wmin 0");
        }
    }

    private void renderCheck(Check check) {
        progress.setVisible(check.running());
        progress.set(check.done(), check.all());
        result.setVisible(!check.running());
        result.show(
                check.bad() ? check.words() : "",
                check.words().isEmpty() ? "Verify compares all of it with its seals." : check.words());
        if (check.running()) {
            verify.disable("It is being verified");
        } else {
            verify.allow();
        }
    }

    void focusFirst() {
        table.requestFocusInWindow();
    }
}
