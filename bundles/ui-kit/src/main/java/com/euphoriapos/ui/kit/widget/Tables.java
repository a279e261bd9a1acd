package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.AWTKeyStroke;
import java.awt.Component;
import java.awt.Font;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Set;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.border.EmptyBorder;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;
import javax.swing.table.TableModel;
import org.jspecify.annotations.Nullable;

/** Tables as the design wants them: rows 44, head 32, horizontal lines only, numbers right, Ctrl+C copies a row. */
public final class Tables {
    private static final String WIDTHS = "pos.widths";

    private Tables() {}

    public static JTable of(TableModel model) {
        JTable table = Type.BODY.on(new JTable(model) {
            private static final long serialVersionUID = 1L;

            /** Called when the text size has changed. */
            @Override
            public void setFont(Font font) {
                super.setFont(font);
                applyWidths(this);
            }
        });
        table.setRowHeight(Scale.row(44));
        table.setFillsViewportHeight(true);
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.getTableHeader().setReorderingAllowed(false);
        Type.HEAD.on(table.getTableHeader());
        // Over cells that begin at the left a head in the middle looks like another column's.
        if (table.getTableHeader().getDefaultRenderer() instanceof JLabel head) {
            head.setHorizontalAlignment(SwingConstants.LEADING);
        }
        table.setDefaultRenderer(Object.class, new Cell(SwingConstants.LEADING, Tone.TEXT2, Type.BODY));
        // Cells are nothing by themselves: Tab goes on to what can be done with the row.
        table.setFocusTraversalKeys(
                KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, Set.of(AWTKeyStroke.getAWTKeyStroke(KeyEvent.VK_TAB, 0)));
        table.setFocusTraversalKeys(
                KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS,
                Set.of(AWTKeyStroke.getAWTKeyStroke(KeyEvent.VK_TAB, InputEvent.SHIFT_DOWN_MASK)));
        copyRows(table);
        return table;
    }

    /** For logs, which are only read: rows 35. */
    public static JTable log(TableModel model) {
        JTable table = of(model);
        table.setRowHeight(Scale.row(35));
        return table;
    }

    /** In a scroll pane without a border of its own, for use inside a {@link Card}. */
    public static JScrollPane scroll(JComponent content) {
        JScrollPane pane = new JScrollPane(content);
        // A null border would bring the look and feel's own back.
        pane.setBorder(new EmptyBorder(0, 0, 0, 0));
        pane.getVerticalScrollBar().setUnitIncrement(Scale.px(44));
        return pane;
    }

    /** Sets the first column in 600 and text colour, as the name of the row. */
    public static void nameColumn(JTable table, int column) {
        column(table, column, SwingConstants.LEADING, new Cell(SwingConstants.LEADING, Tone.TEXT, Type.BODY_STRONG));
    }

    /** Numbers, and their head, at the right. */
    public static void numberColumn(JTable table, int column) {
        column(table, column, SwingConstants.RIGHT, new Cell(SwingConstants.RIGHT, Tone.TEXT, Type.BODY));
    }

    /** Cells hold a {@link State}: icon and word in its colour. */
    public static void stateColumn(JTable table, int column) {
        column(table, column, SwingConstants.LEADING, new StateCell());
    }

    /** Cells hold the word of a link, such as Test, or null; the screen listens for clicks and Enter on the table. */
    public static void linkColumn(JTable table, int column) {
        column(table, column, SwingConstants.RIGHT, new Cell(SwingConstants.RIGHT, Tone.ACCENT_TEXT, Type.BODY_STRONG));
    }

    /** Widths at scale 1 and usual text, in the order of the columns; 0 leaves a column to share what is left. */
    public static void widths(JTable table, int... widths) {
        table.putClientProperty(WIDTHS, widths.clone());
        applyWidths(table);
    }

    private static void applyWidths(JTable table) {
        if (table.getClientProperty(WIDTHS) instanceof int[] widths) {
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > 0) {
                    TableColumn column = table.getColumnModel().getColumn(i);
                    column.setMaxWidth(Scale.row(widths[i] * 2));
                    column.setPreferredWidth(Scale.row(widths[i]));
                }
            }
        }
    }

    private static void column(JTable table, int index, int alignment, TableCellRenderer cell) {
        TableColumn column = table.getColumnModel().getColumn(index);
        column.setCellRenderer(cell);
        TableCellRenderer usual = table.getTableHeader().getDefaultRenderer();
        column.setHeaderRenderer((owner, value, selected, focus, row, at) -> {
            Component head = table.getTableHeader()
                    .getDefaultRenderer()
                    .getTableCellRendererComponent(owner, value, selected, focus, row, at);
            if (head instanceof JLabel label) {
                label.setHorizontalAlignment(alignment);
            }
            return head;
        });
        if (usual instanceof JLabel label) {
            label.setHorizontalAlignment(SwingConstants.LEADING);
        }
    }

    private static void copyRows(JTable table) {
        int control = InputEvent.CTRL_DOWN_MASK;
        table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke(KeyEvent.VK_C, control), "pos.copyRow");
        table.getActionMap().put("pos.copyRow", new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent e) {
                String row = rowText(table, table.getSelectedRow());
                if (!row.isEmpty()) {
                    Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(row), null);
                }
            }
        });
    }

    /** The row as text with tabs between the columns; empty for no row. */
    static String rowText(JTable table, int row) {
        if (row < 0) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < table.getColumnCount(); column++) {
            Object value = table.getValueAt(row, column);
            text.append(column == 0 ? "" : "\t").append(value == null ? "" : value);
        }
        return text.toString();
    }

    /** A state in a cell: how good, and the word for it. */
    public record State(Level level, String word) {
        @Override
        public String toString() {
            return word;
        }
    }

    private static class Cell extends DefaultTableCellRenderer {
        private final transient Tone tone;
        private final transient Type type;

        Cell(int alignment, Tone tone, Type type) {
            this.tone = tone;
            this.type = type;
            setHorizontalAlignment(alignment);
        }

        /** Swing calls this last, so what is set here wins over the colours of the table. */
        @Override
        protected void setValue(@Nullable Object value) {
            super.setValue(value);
            setForeground(tone.color());
            setFont(type.font());
        }
    }

    private static final class StateCell extends Cell {
        StateCell() {
            super(SwingConstants.LEADING, Tone.TEXT, Type.BODY_STRONG);
        }

        @Override
        protected void setValue(@Nullable Object value) {
            super.setValue(value);
            setIcon(null);
            if (value instanceof State state) {
                setIcon(state.level().glyph().icon(16, state.level().tone()));
                setIconTextGap(Scale.px(8));
                boolean quiet = state.level() == Level.OK || state.level() == Level.INFO;
                setForeground((quiet ? Tone.TEXT : state.level().tone()).color());
            }
        }
    }
}
