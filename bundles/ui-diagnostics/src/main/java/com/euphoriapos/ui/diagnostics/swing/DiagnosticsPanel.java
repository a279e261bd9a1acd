package com.euphoriapos.ui.diagnostics.swing;

import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.ui.diagnostics.DiagnosticsPresenter;
import com.euphoriapos.ui.diagnostics.DiagnosticsState;
import com.euphoriapos.ui.diagnostics.DiagnosticsState.Fact;
import com.euphoriapos.ui.diagnostics.DiagnosticsView;
import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Level;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Tables;
import com.euphoriapos.ui.kit.widget.Text;
import java.awt.CardLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import net.miginfocom.swing.MigLayout;

/** Pages at the left, cards and tables at the right. */
final class DiagnosticsPanel extends JPanel implements DiagnosticsView {
    private final Map<String, PosButton> nav = new LinkedHashMap<>();
    private final JPanel pages = new JPanel(new CardLayout());
    private final JLabel subtitle = Text.of(" ", Type.SMALL, Tone.TEXT2);
    private final PosButton check =
            PosButton.secondary("Check again").glyph(Glyph.REFRESH).key("F5");
    private final JPanel cards = clear(new MigLayout("insets 0, gap 12, fill", "[grow,fill,sg f]", "[95!]"));
    private final Rows devices = new Rows("Device", "Category", "Model", "Connection", "State", "Since the start");
    private final Rows health = new Rows("Check", "State", "What was found");
    private final Rows plugins = new Rows("Id", "Bundle", "Version", "State");
    private final Rows events = new Rows("Time", "Level", "Source", "Message");
    private transient List<Fact> shownFacts = List.of();

    DiagnosticsPanel(DiagnosticsPresenter presenter, Runnable close) {
        super(new MigLayout("insets 12, gap 12, fill", "[208!,fill][grow,fill]", "[grow,fill]"));
        add(navigation(close), "grow");
        JPanel right = clear(new MigLayout("insets 0, gap 0, fill, wrap 1", "[grow,fill]", "[]12[95!]12[grow,fill]"));
        right.add(head());
        right.add(cards);
        pages.setOpaque(false);
        pages.add(overview(), "Overview");
        pages.add(table("Devices", deviceTable(devices)), "Devices");
        pages.add(table("Health", healthTable()), "Health");
        pages.add(table("Plugins", pluginTable()), "Plugins");
        pages.add(table("Log, newest first", logTable()), "Log");
        right.add(pages, "grow, wmin 0, hmin 0");
        add(right, "grow, wmin 0");
        check.on(presenter::checkAgain);
        open("Overview");
    }

    private Card navigation(Runnable close) {
        Card card = new Card(new MigLayout("insets 8, gap 4, fill, wrap 1", "[grow,fill]", ""));
        page(card, "Overview", Glyph.ACTIVITY);
        page(card, "Devices", Glyph.USB);
        page(card, "Health", Glyph.SHIELD_CHECK);
        page(card, "Plugins", Glyph.PUZZLE);
        page(card, "Log", Glyph.FILE_TEXT);
        card.add(PosButton.link("Close").glyph(Glyph.ARROW_LEFT).key("Esc").on(close), "h 48!, pushy, bottom");
        return card;
    }

    private void page(Card card, String name, Glyph glyph) {
        PosButton button = PosButton.link(name).glyph(glyph).on(() -> open(name));
        nav.put(name, button);
        card.add(button, "h 48!");
    }

    private void open(String name) {
        ((CardLayout) pages.getLayout()).show(pages, name);
        nav.forEach((each, button) -> button.setChosen(each.equals(name)));
    }

    private JPanel head() {
        JPanel head = clear(new MigLayout("insets 0 4 0 0, gap 0, fillx", "[grow][]", "[]0[]"));
        head.add(Text.of("Diagnostics", Type.TITLE));
        head.add(check, "spany 2, h 48!, wrap");
        head.add(subtitle, "wmin 0");
        return head;
    }

    private JPanel overview() {
        JPanel panel =
                clear(new MigLayout("insets 0, gap 12, fill, wrap 1", "[grow,fill]", "[grow 55,fill][grow 45,fill]"));
        panel.add(table("Devices", deviceTable(devices)), "hmin 0, wmin 0");
        panel.add(table("Latest events", logTable()), "hmin 0, wmin 0");
        return panel;
    }

    private static JTable deviceTable(Rows rows) {
        JTable table = Tables.of(rows);
        Tables.nameColumn(table, 0);
        Tables.stateColumn(table, 4);
        Tables.widths(table, 130, 118, 0, 110, 140, 130);
        return table;
    }

    private JTable healthTable() {
        JTable table = Tables.of(health);
        Tables.nameColumn(table, 0);
        Tables.stateColumn(table, 1);
        Tables.widths(table, 180, 130, 0);
        return table;
    }

    private JTable pluginTable() {
        JTable table = Tables.of(plugins);
        Tables.numberColumn(table, 0);
        Tables.nameColumn(table, 1);
        Tables.stateColumn(table, 3);
        Tables.widths(table, 60, 0, 130, 150);
        return table;
    }

    private JTable logTable() {
        JTable table = Tables.log(events);
        Tables.nameColumn(table, 0);
        Tables.stateColumn(table, 1);
        Tables.widths(table, 140, 120, 140, 0);
        return table;
    }

    private static Card table(String title, JTable table) {
        Card card = new Card(new MigLayout("insets 0, gap 0, fill, wrap 1", "[grow,fill]", "[52!][grow,fill]"));
        card.add(Text.of(title, Type.ITEM), "gapleft 16");
        card.add(Tables.scroll(table), "grow, hmin 0, wmin 0");
        return card;
    }

    private static JPanel clear(MigLayout layout) {
        JPanel panel = new JPanel(layout);
        panel.setOpaque(false);
        return panel;
    }

    @Override
    public void render(DiagnosticsState state) {
        Edt.check();
        subtitle.setText(state.subtitle());
        check.setBusy(state.busy());
        showFacts(state.facts());
        devices.show(state.devices().stream()
                .map(d -> List.of(
                        d.id(), d.category(), d.model(), d.connection(), state(d.level(), d.state()), d.counters()))
                .toList());
        health.show(state.health().stream()
                .map(h -> List.of(h.name(), state(h.level(), h.word()), h.message()))
                .toList());
        plugins.show(state.plugins().stream()
                .map(p -> List.of(p.id(), p.name(), p.version(), state(p.level(), p.state())))
                .toList());
        events.show(state.log().stream()
                .map(e -> List.of(e.time(), state(e.level(), e.word()), e.source(), e.message()))
                .toList());
        count(
                "Devices",
                state.troubles(state.devices().stream().map(d -> d.level()).toList()));
        count(
                "Health",
                state.troubles(state.health().stream().map(h -> h.level()).toList()));
        count(
                "Plugins",
                state.troubles(state.plugins().stream().map(p -> p.level()).toList()));
    }

    private void count(String page, long troubles) {
        PosButton button = nav.get(page);
        if (button != null) {
            button.setText(troubles == 0 ? page : page + " (" + troubles + ")");
        }
    }

    private void showFacts(List<Fact> facts) {
        if (facts.equals(shownFacts)) {
            return;
        }
        shownFacts = facts;
        cards.removeAll();
        List<JComponent> made = new ArrayList<>();
        facts.forEach(fact -> made.add(card(fact)));
        made.forEach(card -> cards.add(card, "grow, wmin 0"));
        cards.revalidate();
        cards.repaint();
    }

    private static Card card(Fact fact) {
        Level level = level(fact.level());
        Card card = new Card(new MigLayout("insets 10 14 10 14, gap 0, fill", "[grow][]", "[]0[]0[]"));
        card.add(Text.of(fact.title(), Type.SMALL_STRONG, Tone.TEXT2), "wmin 0");
        card.add(new JLabel(level.glyph().icon(18, level.tone())), "wrap");
        card.add(Text.of(fact.value(), Type.TITLE), "spanx 2, wmin 0, wrap");
        card.add(Text.of(fact.detail().isEmpty() ? " " : fact.detail(), Type.SMALL, Tone.TEXT2), "spanx 2, wmin 0");
        return card;
    }

    private static Tables.State state(StatusItem.Level level, String word) {
        return new Tables.State(level(level), word);
    }

    private static Level level(StatusItem.Level level) {
        return switch (level) {
            case OK -> Level.OK;
            case OFF -> Level.INFO;
            case WARN -> Level.WARN;
            case DANGER -> Level.DANGER;
        };
    }
}
