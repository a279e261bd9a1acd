package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Role;
import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Tables;
import com.euphoriapos.ui.kit.widget.WrapLabel;
import com.euphoriapos.ui.manager.RolesState;
import com.euphoriapos.ui.manager.RolesState.Check;
import com.euphoriapos.ui.manager.RolesState.Limit;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.KeyboardFocusManager;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;
import javax.swing.border.EmptyBorder;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;
import org.jspecify.annotations.Nullable;

/** Permissions and limits below each other, roles side by side. The arrow keys go about, Space and a tap turn a cell. */
final class RoleMatrix {
    private final Rows model = new Rows("May", "Cashier", "Shift lead", "Manager", "Owner");
    private final JTable table = Tables.of(model);
    private final transient Taps taps;
    private Role chosen = Role.CASHIER;
    private int permissions;
    private boolean filling;

    /** What is tapped. */
    interface Taps {
        void choose(Role role);

        void toggle(Role role, Permission permission);

        /** A limit; it is typed beside the matrix. */
        void limit(Role role, int index);
    }

    RoleMatrix(Taps taps) {
        this.taps = taps;
        table.setCellSelectionEnabled(true);
        table.getAccessibleContext().setAccessibleName("What roles may do");
        table.getColumnModel().getColumn(0).setCellRenderer(new Name());
        Tables.widths(table, 0, 80, 80, 80, 80);
        Cell cell = new Cell();
        TableCellRenderer head = new Head();
        table.getColumnModel().getColumn(0).setHeaderRenderer(head);
        for (int i = 1; i < table.getColumnCount(); i++) {
            table.getColumnModel().getColumn(i).setCellRenderer(cell);
            table.getColumnModel().getColumn(i).setHeaderRenderer(head);
        }
        // Tab leaves the table; the arrow keys stay in it.
        table.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        table.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke("SPACE"), "turn");
        table.getActionMap().put("turn", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent e) {
                turn(table.getSelectedRow(), table.getSelectedColumn());
            }
        });
        table.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent e) {
                turn(table.rowAtPoint(e.getPoint()), table.columnAtPoint(e.getPoint()));
            }
        });
        table.getTableHeader().addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent e) {
                int column = table.columnAtPoint(e.getPoint());
                if (column > 0) {
                    taps.choose(Role.values()[column - 1]);
                }
            }
        });
        table.getColumnModel().getSelectionModel().addListSelectionListener(e -> {
            int column = table.getSelectedColumn();
            if (!filling && !e.getValueIsAdjusting() && column > 0) {
                taps.choose(Role.values()[column - 1]);
            }
        });
    }

    JTable table() {
        return table;
    }

    private void turn(int row, int column) {
        if (row < 0 || column < 1) {
            return;
        }
        Role role = Role.values()[column - 1];
        if (row < permissions) {
            taps.toggle(role, Permission.values()[row]);
        } else {
            taps.limit(role, row - permissions);
        }
    }

    void show(RolesState state) {
        filling = true;
        int row = Math.max(0, table.getSelectedRow());
        chosen = state.chosen();
        permissions = state.permissions().size();
        List<List<?>> rows = new ArrayList<>();
        state.permissions().forEach(each -> {
            List<Object> cells = new ArrayList<>(List.of(each.permission().title()));
            cells.addAll(each.checks());
            rows.add(cells);
        });
        state.limits().forEach(each -> {
            List<Object> cells = new ArrayList<>(List.of(each.title()));
            cells.addAll(each.limits());
            rows.add(cells);
        });
        model.show(rows);
        table.changeSelection(row, chosen.ordinal() + 1, false, false);
        table.getTableHeader().repaint();
        filling = false;
    }

    private static Color ground(boolean inChosen, boolean wrong) {
        if (wrong) {
            return Tone.DANGER_TINT.color();
        }
        return (inChosen ? Tone.ACCENT_TINT : Tone.SURFACE).color();
    }

    /** A check, a dash or a limit; the chosen role's column is tinted, a cell that cannot be so is marked. */
    private final class Cell extends DefaultTableCellRenderer {
        private static final long serialVersionUID = 1L;

        private boolean ring;

        Cell() {
            setHorizontalAlignment(SwingConstants.CENTER);
        }

        @Override
        public Component getTableCellRendererComponent(
                JTable owner, @Nullable Object value, boolean selected, boolean focus, int row, int column) {
            super.getTableCellRendererComponent(owner, value, false, false, row, column);
            boolean wrong =
                    value instanceof Check check && check.wrong() || value instanceof Limit limit && limit.wrong();
            ring = focus && owner.isFocusOwner();
            setBorder(new EmptyBorder(Scale.insets(2, 2, 2, 2)));
            setBackground(ground(column - 1 == chosen.ordinal(), wrong));
            setFont((wrong ? Type.BODY_STRONG : Type.BODY).font());
            setForeground((wrong ? Tone.DANGER : Tone.TEXT).color());
            setIconTextGap(Scale.px(4));
            setIcon(wrong ? Glyph.ALERT_OCTAGON_FILLED.icon(16, Tone.DANGER) : null);
            if (value instanceof Check check) {
                setText(check.on() ? "" : "–");
                if (check.on() && !wrong) {
                    setIcon(Glyph.CHECK.icon(20, Tone.OK));
                } else if (check.on()) {
                    setText("✓");
                }
                getAccessibleContext()
                        .setAccessibleName(Role.values()[column - 1].title() + ", " + owner.getValueAt(row, 0) + ", "
                                + (check.on() ? "yes" : "no"));
            }
            return this;
        }

        @Override
        protected void paintComponent(Graphics g) {
            super.paintComponent(g);
            g.setColor(Tone.LINE.color());
            g.fillRect(0, getHeight() - 1, getWidth(), 1);
            if (ring) {
                g.setColor(Tone.ACCENT.color());
                for (int i = 0; i < Scale.px(3); i++) {
                    g.drawRect(i, i, getWidth() - 1 - 2 * i, getHeight() - 1 - 2 * i);
                }
            }
        }
    }

    /** What may be done; wrapped where it is long. */
    private static final class Name extends JPanel implements TableCellRenderer {
        private static final long serialVersionUID = 1L;

        private final WrapLabel words = new WrapLabel(Type.BODY_STRONG, Tone.TEXT);

        Name() {
            super(new BorderLayout());
            setOpaque(false);
            setBorder(new EmptyBorder(Scale.insets(0, 16, 0, 8)));
            add(words);
        }

        @Override
        public Component getTableCellRendererComponent(
                JTable owner, @Nullable Object value, boolean selected, boolean focus, int row, int column) {
            words.show(String.valueOf(value), Tone.TEXT);
            getAccessibleContext().setAccessibleName(String.valueOf(value));
            return this;
        }
    }

    /** A role's name over its column. */
    private final class Head extends DefaultTableCellRenderer {
        private static final long serialVersionUID = 1L;

        @Override
        public Component getTableCellRendererComponent(
                JTable owner, @Nullable Object value, boolean selected, boolean focus, int row, int column) {
            Component usual = owner.getTableHeader()
                    .getDefaultRenderer()
                    .getTableCellRendererComponent(owner, value, selected, focus, row, column);
            if (usual instanceof JLabel label) {
                label.setHorizontalAlignment(column == 0 ? SwingConstants.LEADING : SwingConstants.CENTER);
                label.setBorder(new EmptyBorder(Scale.insets(2, column == 0 ? 16 : 2, 2, 2)));
                boolean inChosen = column - 1 == chosen.ordinal();
                label.setForeground((inChosen ? Tone.ACCENT_TEXT : Tone.TEXT2).color());
            }
            return usual;
        }
    }
}
