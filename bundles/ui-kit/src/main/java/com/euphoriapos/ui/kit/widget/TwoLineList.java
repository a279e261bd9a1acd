package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Function;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import org.jspecify.annotations.Nullable;

/**
 * A list whose rows have two lines: a name with details below, an amount with a note below. The base of carts, receipts
 * and search results.
 *
 * @param <T> what a row stands for
 */
public final class TwoLineList<T> extends JList<T> {
    private final DefaultListModel<T> rows = new DefaultListModel<>();
    private final transient Function<? super T, Row> look;

    public TwoLineList(Function<? super T, Row> look) {
        this.look = look;
        setModel(rows);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setCellRenderer(new Cell<>(look));
        setFixedCellHeight(Scale.row(55));
    }

    /** Shows these; what was chosen stays chosen if it is still there. */
    public void setRows(List<? extends T> newRows) {
        T chosen = getSelectedValue();
        rows.clear();
        rows.addAll(newRows);
        if (chosen != null) {
            setSelectedValue(chosen, true);
        }
    }

    /** Row height at scale 1; it follows the text size. */
    public void rowHeight(int atScaleOne) {
        setFixedCellHeight(Scale.row(atScaleOne));
    }

    /** The picture of a value, for tests and for accessible names. */
    public Row row(T value) {
        return look.apply(value);
    }

    /**
     * What a row shows.
     *
     * @param lead in front, such as "3 ×", or null
     * @param detail below the name
     * @param end at the right, such as an amount
     * @param endDetail below that
     * @param level marks the detail with an icon and colour, or null
     */
    public record Row(
            @Nullable String lead, String name, String detail, String end, String endDetail, @Nullable Level level) {
        public static Row of(String name, String detail, String end) {
            return new Row(null, name, detail, end, "", null);
        }

        /** One sentence for assistive technology. */
        public String sentence() {
            String start = lead == null ? name : lead + " " + name;
            return start + tail(detail) + tail(end) + tail(endDetail);
        }

        private static String tail(String part) {
            return part.isEmpty() ? "" : ", " + part;
        }
    }

    private static final class Cell<T> extends JComponent implements ListCellRenderer<T> {
        private final transient Function<? super T, Row> look;
        private transient Row row = Row.of("", "", "");
        private boolean chosen;
        private boolean last;

        Cell(Function<? super T, Row> look) {
            this.look = look;
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends T> list, T value, int index, boolean selected, boolean focus) {
            row = look.apply(value);
            chosen = selected;
            last = index == list.getModel().getSize() - 1;
            getAccessibleContext().setAccessibleName(row.sentence());
            return this;
        }

        @Override
        public javax.accessibility.AccessibleContext getAccessibleContext() {
            if (accessibleContext == null) {
                accessibleContext = new AccessibleJComponent() {};
            }
            return accessibleContext;
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(Scale.px(200), Scale.row(55));
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D g = Draw.smooth(graphics);
            int pad = Scale.px(16);
            g.setColor((chosen ? Tone.ACCENT_TINT : Tone.SURFACE).color());
            g.fillRect(0, 0, getWidth(), getHeight());
            if (chosen) {
                g.setColor(Tone.ACCENT.color());
                g.fillRect(0, 0, Scale.px(5), getHeight());
            } else if (!last) {
                g.setColor(Tone.LINE.color());
                g.fillRect(pad, getHeight() - 1, getWidth() - 2 * pad, 1);
            }
            paintWords(Face.of(this, g), pad);
            g.dispose();
        }

        private void paintWords(Face face, int pad) {
            boolean one = row.detail().isEmpty();
            int upper = one ? getHeight() / 2 : getHeight() * 19 / 55;
            int lower = getHeight() * 40 / 55;
            int right = getWidth() - pad;
            int endUpper = row.endDetail().isEmpty() ? getHeight() / 2 : upper;
            int limit = face.lineTo(row.end(), Type.LINE_TOTAL.font(), Tone.TEXT.color(), right, endUpper);
            face.lineTo(row.endDetail(), Type.SMALL_STRONG.font(), Tone.TEXT2.color(), right, lower);
            int x = pad;
            String lead = row.lead();
            if (lead != null) {
                face.line(lead, Type.BODY_STRONG.font(), Tone.TEXT2.color(), x, upper);
                x += Scale.px(38);
            }
            int room = limit - x - Scale.px(8);
            face.wrapped(
                    row.name(),
                    Type.ITEM.font(),
                    Tone.TEXT.color(),
                    new Face.Block(x, upper, room, one ? 2 : 1, Face.Block.Place.MIDDLE));
            Tone tone = Tone.TEXT2;
            Level level = row.level();
            if (level != null) {
                Glyph glyph = level.glyph();
                x = face.icon(glyph.icon(14), level.tone().color(), x, lower) + Scale.px(6);
                tone = level.tone();
            }
            face.line(row.detail(), (level == null ? Type.SMALL : Type.SMALL_STRONG).font(), tone.color(), x, lower);
        }
    }
}
