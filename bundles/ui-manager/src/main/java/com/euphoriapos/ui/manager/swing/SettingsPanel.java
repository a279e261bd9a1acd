package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.input.KeyBindings;
import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Column;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Tables;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.manager.SettingsPresenter;
import com.euphoriapos.ui.manager.SettingsState;
import com.euphoriapos.ui.manager.SettingsState.Entry;
import com.euphoriapos.ui.manager.SettingsState.Group;
import com.euphoriapos.ui.manager.SettingsView;
import java.awt.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import javax.swing.ScrollPaneConstants;
import javax.swing.border.EmptyBorder;
import net.miginfocom.swing.MigLayout;

/** The groups at the left, the settings of one at the right, each with its own line for what is wrong. */
final class SettingsPanel extends JPanel implements SettingsView {
    private static final String WHO =
            "Only people who may change settings come here. Every change stands in the journal with your name.";

    private final transient SettingsPresenter presenter;
    private final BackOffice frame;
    private final DefaultListModel<Group> groups = new DefaultListModel<>();
    private final JList<Group> list = new JList<>(groups);
    private final JPanel fields =
            BackOffice.clear(new MigLayout("insets 4 20 4 20, gap 0, fillx, wrap 1", "[grow,fill,0:640:640]", ""));
    private final JLabel title = Text.of(" ", Type.QUANTITY);
    private final FormLine foot = new FormLine();
    private final PosButton save = PosButton.primary("Save").key("Enter");
    private final PosButton revert = PosButton.secondary("Undo changes");
    private final JPanel buttons;
    private final Question question;
    private final Map<String, SettingLine> lines = new LinkedHashMap<>();
    private int shownStamp = -1;
    private boolean filling;
    private boolean asked;

    SettingsPanel(SettingsPresenter presenter) {
        super(new MigLayout("insets 0, fill", "[grow,fill]", "[grow,fill]"));
        this.presenter = presenter;
        frame = new BackOffice("Settings", presenter::back, "[grow,fill]");
        JPanel both = BackOffice.clear(
                new MigLayout("insets 0, gap 12, fill", "[200:22%:300,fill][grow,fill]", "[grow,fill]"));
        both.add(left(), "grow, wmin 0, hmin 0");
        question = Question.unsaved(presenter::discard, presenter::keepEditing);
        question.setVisible(false);
        buttons = buttons();
        both.add(right(), "grow, wmin 0, hmin 0");
        frame.list(both);
        add(frame, "wmin 0, hmin 0");
        KeyBindings.bind(this, PosKeys.BACK, presenter::back);
        KeyBindings.bind(this, PosKeys.ACCEPT, presenter::save);
        KeyBindings.bind(list, PosKeys.ACCEPT, this::focusField);
    }

    private Card left() {
        Card card = new Card(new MigLayout("insets 8 0 8 0, fill", "[grow,fill]", "[grow,fill]"));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFixedCellHeight(Scale.row(52));
        list.setCellRenderer(new GroupCell());
        list.getAccessibleContext().setAccessibleName("Groups of settings");
        list.addListSelectionListener(e -> {
            Group group = list.getSelectedValue();
            if (!filling && !e.getValueIsAdjusting() && group != null) {
                presenter.choose(group.name());
            }
        });
        card.add(Tables.scroll(list), "hmin 0, wmin 0");
        return card;
    }

    private Card right() {
        Card card = new Card(new MigLayout(
                "insets 16 0 16 0, gap 0, fill, wrap 1, hidemode 3", "[grow,fill]", "[]2[]8[grow,fill]4[]4[]0[]"));
        card.add(title, "gap 20 20, wmin 0");
        card.add(Text.wrapped(WHO, Type.SMALL, Tone.TEXT2), "gap 20 20, wmin 0");
        JScrollPane pane = Tables.scroll(new Column(fields));
        pane.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        card.add(pane, "hmin 0, wmin 0");
        card.add(foot, "gap 20 20, wmin 0");
        card.add(buttons, "gap 20 20, wmin 0");
        card.add(question, "gap 20 20, wmin 0");
        return card;
    }

    private JPanel buttons() {
        JPanel row = BackOffice.clear(new MigLayout("insets 0, gap 8, fill", "[grow,fill,60%][grow,fill]"));
        row.add(save.on(presenter::save), "h 52!, wmin 0");
        row.add(revert.on(presenter::revert), "h 52!, wmin 0");
        return row;
    }

    @Override
    public void render(SettingsState state) {
        Edt.check();
        filling = true;
        renderGroups(state);
        if (state.stamp() != shownStamp) {
            shownStamp = state.stamp();
            fill(state.entries());
        }
        for (Entry entry : state.entries()) {
            SettingLine line = lines.get(entry.key().name());
            if (line != null) {
                line.render(entry, !state.busy());
            }
        }
        title.setText(state.chosen().isEmpty() ? " " : state.chosen());
        foot.show(state.problem().isEmpty() ? state.foot() : state.problem(), "");
        allow(save, state.changed());
        allow(revert, state.changed());
        save.setBusy(state.busy());
        boolean asksNow = state.asking() && !asked;
        asked = state.asking();
        buttons.setVisible(!asked);
        question.setVisible(asked);
        if (asksNow) {
            question.focus();
        }
        filling = false;
    }

    private void renderGroups(SettingsState state) {
        List<Group> shown = new ArrayList<>();
        groups.elements().asIterator().forEachRemaining(shown::add);
        if (!shown.equals(state.groups())) {
            groups.clear();
            groups.addAll(state.groups());
        }
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).name().equals(state.chosen()) && list.getSelectedIndex() != i) {
                list.setSelectedIndex(i);
            }
        }
    }

    /** Other fields, or other texts in them; the focus stays where it was, if its field is still there. */
    private void fill(List<Entry> entries) {
        List<String> names = entries.stream().map(entry -> entry.key().name()).toList();
        if (!names.equals(List.copyOf(lines.keySet()))) {
            fields.removeAll();
            lines.clear();
            for (Entry entry : entries) {
                SettingLine line =
                        new SettingLine(entry.key(), value -> typed(entry.key().name(), value), presenter::save);
                lines.put(entry.key().name(), line);
                fields.add(line, "wmin 0, growx");
            }
            fields.revalidate();
            fields.repaint();
        }
        for (Entry entry : entries) {
            SettingLine line = lines.get(entry.key().name());
            if (line != null) {
                line.fill(entry.value());
            }
        }
    }

    private void typed(String key, String value) {
        if (!filling) {
            presenter.type(key, value);
        }
    }

    private static void allow(PosButton button, boolean changed) {
        if (changed) {
            button.allow();
        } else {
            button.disable("Nothing was changed");
        }
    }

    @Override
    public void say(String sentence) {
        frame.say(sentence);
    }

    void focusFirst() {
        list.requestFocusInWindow();
    }

    private void focusField() {
        lines.values().stream().findFirst().ifPresent(SettingLine::focus);
    }

    /** Name of a group; a pencil where something of it is not saved. */
    private static final class GroupCell extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1L;

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focus) {
            super.getListCellRendererComponent(list, value, index, selected, focus);
            if (value instanceof Group group) {
                setText(group.name());
                setIcon(group.changed() ? Glyph.PENCIL.icon(16, Tone.ACCENT_TEXT) : null);
                setHorizontalTextPosition(LEADING);
                setIconTextGap(Scale.px(8));
                getAccessibleContext().setAccessibleName(group.changed() ? group.name() + ", not saved" : group.name());
            }
            setFont((selected ? Type.BODY_STRONG : Type.BODY).font());
            setBackground((selected ? Tone.ACCENT_TINT : Tone.SURFACE).color());
            setForeground((selected ? Tone.ACCENT_TEXT : Tone.TEXT).color());
            setBorder(new EmptyBorder(Scale.insets(0, 20, 0, 12)));
            return this;
        }
    }
}
