package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.employee.Employees.Employee;
import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Avatar;
import com.euphoriapos.ui.kit.widget.Level;
import com.euphoriapos.ui.kit.widget.Tables;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.kit.widget.WrapLabel;
import com.euphoriapos.ui.manager.EmployeesState.Heading;
import com.euphoriapos.ui.manager.EmployeesState.Person;
import com.euphoriapos.ui.manager.EmployeesState.Row;
import java.awt.Component;
import java.awt.Graphics;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.DefaultListModel;
import javax.swing.DefaultListSelectionModel;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;

/** The people in columns: who, role, state, badge. Headings between them cannot be chosen. */
final class PeopleList extends JPanel {
    private static final String COLUMNS = "[44!]12[grow,fill]8[78!,fill]8[126!,fill]4[64!,fill]";
    private static final String INSETS = "insets 0 16 0 12, gap 0, fill";

    private final DefaultListModel<Row> rows = new DefaultListModel<>();
    private final JList<Row> list = new JList<>(rows);
    private boolean filling;

    /** @param chosen told the id of the person whose row was chosen */
    PeopleList(Consumer<String> chosen) {
        super(new MigLayout("insets 0, gap 0, fill, wrap 1", "[grow,fill]", "[32!,fill][grow,fill]"));
        setOpaque(false);
        add(head());
        list.setCellRenderer(new Cell());
        list.setFixedCellHeight(Scale.row(56));
        list.setSelectionModel(new Skipping());
        list.getAccessibleContext().setAccessibleName("Employees");
        list.addListSelectionListener(e -> {
            if (!filling && !e.getValueIsAdjusting() && list.getSelectedValue() instanceof Person person) {
                chosen.accept(person.employee().id());
            }
        });
        add(Tables.scroll(list), "hmin 0, wmin 0");
    }

    private static JPanel head() {
        JPanel head = new JPanel(new MigLayout(INSETS, COLUMNS, "[grow,fill]"));
        Text.tone(head, Tone.TEXT2, Tone.SUBTLE);
        head.add(Text.of("Name", Type.HEAD, Tone.TEXT2), "skip 1, wmin 0");
        head.add(Text.of("Role", Type.HEAD, Tone.TEXT2));
        head.add(Text.of("State", Type.HEAD, Tone.TEXT2));
        head.add(Text.of("Badge", Type.HEAD, Tone.TEXT2));
        return head;
    }

    JComponent rows() {
        return list;
    }

    /** Shows these people and marks one of them, if it is among them. */
    void show(List<Row> newRows, String chosenId) {
        filling = true;
        boolean same = newRows.size() == rows.size();
        for (int i = 0; same && i < newRows.size(); i++) {
            same = newRows.get(i).equals(rows.get(i));
        }
        if (!same) {
            rows.clear();
            rows.addAll(newRows);
        }
        int index = index(chosenId);
        if (index < 0) {
            list.clearSelection();
        } else if (index != list.getSelectedIndex()) {
            list.setSelectedIndex(index);
            list.ensureIndexIsVisible(index);
        }
        filling = false;
    }

    private int index(String id) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Person person && person.employee().id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    static Tables.State state(Employee person) {
        if (!person.active()) {
            return new Tables.State(Level.INFO, "Inactive");
        }
        if (person.needsNewPin()) {
            return new Tables.State(Level.WARN, "Needs a new PIN");
        }
        return person.pinTooShort()
                ? new Tables.State(Level.WARN, "PIN too short")
                : new Tables.State(Level.OK, "Active");
    }

    /** Steps over headings in the direction in which the choice moves. */
    private final class Skipping extends DefaultListSelectionModel {
        private static final long serialVersionUID = 1L;

        Skipping() {
            setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        }

        @Override
        public void setSelectionInterval(int from, int to) {
            int at = to;
            if (at >= 0 && at < rows.size() && rows.get(at) instanceof Heading) {
                at += at < getLeadSelectionIndex() ? -1 : 1;
            }
            if (at >= 0 && at < rows.size()) {
                super.setSelectionInterval(at, at);
            }
        }
    }

    /** One row, painted. */
    private static final class Cell implements ListCellRenderer<Row> {
        private final RowPanel row = new RowPanel(new MigLayout(INSETS, COLUMNS, "[grow,fill]"));
        private final Avatar avatar = new Avatar("", 40);
        private final WrapLabel name = new WrapLabel(Type.ITEM, Tone.TEXT);
        private final JLabel role = Text.of("", Type.BODY, Tone.TEXT2);
        private final JLabel state = Text.of("", Type.BODY_STRONG);
        private final JLabel badge = Text.of("", Type.BODY, Tone.TEXT2);
        private final RowPanel headingRow =
                new RowPanel(new MigLayout("insets 0 16 6 16, fill", "[grow,fill]", "[grow,bottom]"));
        private final JLabel heading = Text.of("", Type.HEAD, Tone.TEXT2);

        Cell() {
            row.add(avatar, "h 40!, center");
            row.add(name, "wmin 0");
            row.add(role, "wmin 0");
            row.add(state, "wmin 0");
            row.add(badge, "wmin 0");
            headingRow.add(heading, "wmin 0");
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends Row> list, Row value, int index, boolean selected, boolean focus) {
            if (value instanceof Person person) {
                return person(person, selected, selected && list.isFocusOwner());
            }
            heading.setText(value instanceof Heading words ? words.words() : "");
            headingRow.chosen = false;
            headingRow.getAccessibleContext().setAccessibleName(heading.getText());
            return headingRow;
        }

        private Component person(Person person, boolean selected, boolean focus) {
            Employee who = person.employee();
            Tables.State how = state(who);
            avatar.setPerson(who.shortName());
            String words = person.name() + (person.self() ? " (you)" : "");
            name.show(words, who.active() ? Tone.TEXT : Tone.TEXT2);
            role.setText(who.role().title());
            role.setForeground(Tone.TEXT2.color());
            state.setText(how.word());
            Glyph glyph = who.active() ? how.level().glyph() : Glyph.PLAYER_PAUSE;
            state.setIcon(glyph.icon(16, how.level().tone()));
            state.setIconTextGap(Scale.px(7));
            state.setForeground(
                    (how.level() == Level.OK ? Tone.TEXT : how.level().tone()).color());
            badge.setText(who.hasBadge() ? "Yes" : "–");
            badge.setIcon(who.hasBadge() ? Glyph.ID_BADGE_2.icon(18, Tone.TEXT2) : null);
            badge.setForeground(Tone.TEXT2.color());
            row.chosen = selected;
            row.focus = focus;
            row.getAccessibleContext()
                    .setAccessibleName(String.join(
                            ", ", words, who.role().title(), how.word(), who.hasBadge() ? "has a badge" : "no badge"));
            return row;
        }
    }

    /** A row's ground: tinted with a bar where it is chosen, else a line below. */
    private static final class RowPanel extends JPanel {
        private static final long serialVersionUID = 1L;

        private boolean chosen;
        private boolean focus;

        RowPanel(MigLayout layout) {
            super(layout);
        }

        @Override
        protected void paintComponent(Graphics g) {
            g.setColor((chosen ? Tone.ACCENT_TINT : Tone.SURFACE).color());
            g.fillRect(0, 0, getWidth(), getHeight());
            if (chosen) {
                g.setColor(Tone.ACCENT.color());
                g.fillRect(0, 0, Scale.px(5), getHeight());
                int edge = focus ? Scale.px(2) : 0;
                g.fillRect(0, 0, getWidth(), edge);
                g.fillRect(0, getHeight() - edge, getWidth(), edge);
                g.fillRect(getWidth() - edge, 0, edge, getHeight());
            } else {
                g.setColor(Tone.LINE.color());
                int pad = Scale.px(16);
                g.fillRect(pad, getHeight() - 1, getWidth() - 2 * pad, 1);
            }
        }
    }

    /** Chooses the first person where nobody is chosen. */
    void chooseFirst() {
        if (list.getSelectedIndex() < 0 && !rows.isEmpty()) {
            list.setSelectedIndex(0);
        }
    }
}
