package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.Room;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Stepper;
import com.euphoriapos.ui.kit.widget.VerticalScroll;
import com.euphoriapos.ui.register.CartLine;
import com.euphoriapos.ui.register.PickerState;
import com.euphoriapos.ui.register.swing.Brush.Spot;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/** The lines of the cart: two-line rows, a stepper on the chosen one, a dashed place for what must still be chosen. */
final class CartList extends JComponent implements VerticalScroll {
    private static final int FLASH_MILLIS = 200;
    private static final int FLASH_STEP_MILLIS = 20;
    private static final int ROW = 55;
    private static final int CHOSEN_ROW = 62;
    private static final int QUESTION_ROW = 62;

    private final Stepper stepper;
    private final IntConsumer choose;
    private List<CartLine> lines = List.of();
    private @Nullable PickerState question;
    private Room room = Room.NORMAL;
    private int flashing;
    private int flashLeft;
    private final Timer flash = new Timer(FLASH_STEP_MILLIS, e -> fade());

    CartList(IntConsumer choose, Runnable minus, Runnable plus) {
        this.choose = choose;
        stepper = new Stepper(minus, plus);
        stepper.setVisible(false);
        add(stepper);
        setOpaque(false);
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                tapped(e.getY());
            }
        });
    }

    void show(List<CartLine> newLines, @Nullable PickerState newQuestion, Room newRoom) {
        String spokenBefore = spoken();
        boolean moved = !newLines.equals(lines) || !Objects.equals(newQuestion, question);
        lines = newLines;
        question = newQuestion;
        room = newRoom;
        stepper.setVisible(false);
        for (CartLine line : lines) {
            if (line.chosen() && !line.voided() && question == null) {
                stepper.setQuantity(line.quantity());
                stepper.setVisible(true);
            }
        }
        revalidate();
        repaint();
        if (moved) {
            String now = spoken();
            getAccessibleContext().firePropertyChange(AccessibleContext.ACCESSIBLE_NAME_PROPERTY, spokenBefore, now);
            javax.swing.SwingUtilities.invokeLater(this::reveal);
        }
    }

    /** A line was added just now. */
    void flash(int lineNumber) {
        if (Look.motion()) {
            flashing = lineNumber;
            flashLeft = FLASH_MILLIS;
            flash.restart();
        }
    }

    private void fade() {
        flashLeft -= FLASH_STEP_MILLIS;
        if (flashLeft <= 0) {
            flash.stop();
            flashing = 0;
        }
        repaint();
    }

    /** Scrolls to the chosen line, or to the question. */
    void reveal() {
        if (question != null) {
            scrollRectToVisible(new Rectangle(0, getHeight() - 1, 1, 1));
            return;
        }
        int y = 0;
        for (CartLine line : lines) {
            int height = height(line);
            if (line.chosen()) {
                scrollRectToVisible(new Rectangle(0, y, 1, height));
            }
            y += height;
        }
    }

    private void tapped(int at) {
        int y = 0;
        for (CartLine line : lines) {
            int height = height(line);
            if (at >= y && at < y + height) {
                choose.accept(line.number());
                return;
            }
            y += height;
        }
    }

    private int height(CartLine line) {
        return Scale.row(line.chosen() && question == null ? CHOSEN_ROW : ROW);
    }

    @Override
    public Dimension getPreferredSize() {
        int height = question == null ? 0 : Scale.px(QUESTION_ROW);
        for (CartLine line : lines) {
            height += height(line);
        }
        return new Dimension(Scale.px(200), height);
    }

    @Override
    public void doLayout() {
        int y = 0;
        CartColumns columns = CartColumns.of(room, getWidth());
        Dimension size = stepper.getPreferredSize();
        for (CartLine line : lines) {
            int height = height(line);
            if (line.chosen()) {
                stepper.setBounds(
                        columns.quantityMiddle() - size.width / 2,
                        y + (height - size.height) / 2,
                        size.width,
                        size.height);
            }
            y += height;
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Draw.smooth(graphics);
        Rectangle clip = g.getClipBounds();
        CartColumns columns = CartColumns.of(room, getWidth());
        int y = 0;
        for (CartLine line : lines) {
            int height = height(line);
            if (clip == null || y < clip.y + clip.height && y + height > clip.y) {
                paintLine(g, line, columns, new Rectangle(0, y, getWidth(), height));
            }
            y += height;
        }
        PickerState open = question;
        if (open != null) {
            paintQuestion(g, open, new Rectangle(0, y, getWidth(), Scale.px(QUESTION_ROW)));
        }
        g.dispose();
    }

    private void paintLine(Graphics2D g, CartLine line, CartColumns columns, Rectangle row) {
        boolean chosen = line.chosen() && question == null;
        if (chosen) {
            g.setColor(Tone.ACCENT_TINT.color());
            g.fill(row);
            if (line.number() == flashing) {
                g.setColor(Draw.mix(Tone.ACCENT.color(), Tone.ACCENT_TINT.color(), 60 * flashLeft / FLASH_MILLIS));
                g.fill(row);
            }
            g.setColor(Tone.ACCENT.color());
            g.fillRect(0, row.y, Scale.px(6), row.height);
        } else {
            g.setColor(Tone.LINE.color());
            int inset = Scale.px(15);
            g.fillRect(inset, row.y + row.height - 1, row.width - 2 * inset, 1);
        }
        Brush brush = new Brush(this, g);
        int middle = row.y + row.height / 2;
        brush.right(Integer.toString(line.number()), Type.BODY, Tone.TEXT2, new Spot(columns.numberEnd(), middle));
        paintItem(brush, line, columns, row);
        paintAmounts(brush, line, columns, middle);
    }

    private void paintItem(Brush brush, CartLine line, CartColumns columns, Rectangle row) {
        int x = columns.itemStart();
        int space = (stepping(line) ? columns.itemEnd() : columns.quantityMiddle() - Scale.px(34)) - x;
        boolean tall = brush.width(line.name(), Type.BODY_STRONG) > space;
        if (tall) {
            paintLongName(brush, line, new Rectangle(x, row.y, space, row.height));
        } else {
            Rectangle place = new Rectangle(x, row.y + row.height * 37 / 110, space, 0);
            paintName(brush, line.name(), line.voided(), place, Type.ITEM);
        }
        int lower = row.y + row.height * (tall ? 89 : 79) / 110;
        String detail = columns.showsPrice() ? line.detail() : join(line.price(), line.detail());
        x = brush.left(detail, Type.SMALL, Tone.TEXT2, new Spot(x, lower));
        if (!line.priceWas().isEmpty() && !line.voided()) {
            paintPriceWas(
                    brush, line, new Rectangle(x + (detail.isEmpty() ? 0 : Scale.px(8)), lower, space, 0), columns);
        }
        if (line.voided()) {
            x += detail.isEmpty() ? 0 : Scale.px(6);
            x = paintTag(brush, x, lower) + Scale.px(6);
            if (x + brush.width(line.voidedBy(), Type.SMALL) < columns.itemEnd()) {
                brush.left(line.voidedBy(), Type.SMALL, Tone.TEXT2, new Spot(x, lower));
            }
        }
    }

    /** A pencil and what it was: whoever stands before the screen sees that somebody changed it. */
    private void paintPriceWas(Brush brush, CartLine line, Rectangle place, CartColumns columns) {
        int x = brush.icon(Glyph.PENCIL, 14, Tone.WARN, new Spot(place.x, place.y)) + Scale.px(4);
        int end = stepping(line) ? columns.itemEnd() : columns.quantityMiddle() - Scale.px(34);
        brush.fitted(line.priceWas(), Type.SMALL_STRONG, Tone.WARN, new Spot(x, place.y), end - x);
    }

    /** On two rows of smaller words: one would shrink until nobody can read it. */
    private void paintLongName(Brush brush, CartLine line, Rectangle place) {
        List<String> words = Brush.wrap(line.name(), getFontMetrics(Type.SMALL_STRONG.font()), place.width);
        String rest = String.join(" ", words.subList(1, words.size()));
        Rectangle first = new Rectangle(place.x, place.y + place.height * 24 / 110, place.width, 0);
        Rectangle second = new Rectangle(place.x, place.y + place.height * 55 / 110, place.width, 0);
        paintName(brush, words.get(0), line.voided(), first, Type.SMALL_STRONG);
        paintName(brush, rest, line.voided(), second, Type.SMALL_STRONG);
    }

    /** The place is a width, and the middle of the words as its y. */
    private static void paintName(Brush brush, String name, boolean voided, Rectangle place, Type type) {
        Spot at = new Spot(place.x, place.y);
        int end = brush.fitted(name, type, voided ? Tone.TEXT2 : Tone.TEXT, at, place.width);
        if (voided) {
            brush.strike(at.x(), end, at.middle(), Tone.TEXT2);
        }
    }

    private static String join(String price, String detail) {
        return detail.isEmpty() ? price : price + " \u00B7 " + detail;
    }

    private int paintTag(Brush brush, int x, int middle) {
        int width = brush.width("VOID", Type.CAP) + Scale.px(12);
        int height = Scale.row(19);
        Rectangle tag = new Rectangle(x, middle - height / 2, width, height);
        Draw.box(brush.g(), tag, Scale.px(5), Tone.DANGER_TINT.color(), null);
        brush.centre("VOID", Type.CAP, Tone.DANGER, new Spot(x + width / 2, middle));
        return x + width;
    }

    private boolean stepping(CartLine line) {
        return line.chosen() && stepper.isVisible();
    }

    private void paintAmounts(Brush brush, CartLine line, CartColumns columns, int middle) {
        Tone tone = line.voided() ? Tone.TEXT2 : Tone.TEXT;
        if (!stepping(line)) {
            Spot at = new Spot(columns.quantityMiddle(), middle);
            brush.centre(line.quantity(), Type.LINE_TOTAL, tone, at);
            if (line.voided()) {
                int half = brush.width(line.quantity(), Type.LINE_TOTAL) / 2 + Scale.px(1);
                brush.strike(at.x() - half, at.x() + half, middle, Tone.TEXT2);
            }
        }
        if (columns.showsPrice()) {
            int start = brush.right(line.price(), Type.FIELD, Tone.TEXT2, new Spot(columns.priceEnd(), middle));
            if (line.voided()) {
                brush.strike(start, columns.priceEnd(), middle, Tone.TEXT2);
            }
        }
        brush.right(line.total(), Type.LINE_TOTAL, tone, new Spot(columns.totalEnd(), middle));
    }

    private void paintQuestion(Graphics2D g, PickerState open, Rectangle row) {
        int inset = Scale.px(10);
        int top = Scale.px(6);
        Rectangle box = new Rectangle(row.x + inset, row.y + top, row.width - 2 * inset, row.height - 2 * top);
        int radius = Scale.px(8);
        Draw.box(g, box, radius, Tone.ACCENT_TINT.color(), null);
        float thick = Scale.px(1.6f);
        g.setColor(Tone.ACCENT.color());
        float[] dashes = {Scale.px(5f), Scale.px(4f)};
        g.setStroke(new BasicStroke(thick, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, dashes, 0f));
        g.draw(new RoundRectangle2D.Float(
                box.x + thick / 2, box.y + thick / 2, box.width - thick, box.height - thick, 2f * radius, 2f * radius));
        Brush brush = new Brush(this, g);
        int middle = box.y + box.height / 2;
        brush.icon(Glyph.SCAN, 20, Tone.ACCENT, new Spot(box.x + Scale.px(16), middle));
        int x = box.x + Scale.px(48);
        brush.left(open.code(), Type.ITEM, Tone.TEXT, new Spot(x, middle - Scale.px(9)));
        String what = open.rows().size() + " products share this barcode";
        brush.left(what, Type.SMALL, Tone.TEXT2, new Spot(x, middle + Scale.px(10)));
        int right = box.x + box.width - Scale.px(16);
        brush.icon(Glyph.CHEVRON_RIGHT, 18, Tone.ACCENT_TEXT, new Spot(right - Scale.px(18), middle));
        brush.right("Choose", Type.BODY_STRONG, Tone.ACCENT_TEXT, new Spot(right - Scale.px(26), middle));
    }

    private String spoken() {
        String chosen = lines.stream()
                .filter(CartLine::chosen)
                .map(CartLine::spoken)
                .findFirst()
                .orElse("");
        return lines.isEmpty() ? "Cart, empty" : "Cart, " + lines.size() + " lines. " + chosen;
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleJComponent() {
                @Override
                public AccessibleRole getAccessibleRole() {
                    return AccessibleRole.LIST;
                }

                @Override
                public String getAccessibleName() {
                    return spoken();
                }
            };
        }
        return accessibleContext;
    }

    @Override
    public int scrollStep() {
        return Scale.row(ROW);
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return Math.max(Scale.row(ROW), visible.height - Scale.row(ROW));
    }
}
