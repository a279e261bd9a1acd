package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.theme.Department;
import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;

/** A product's tile: department strip, name wrapped and never cut, size and price below. */
public final class QuickKey extends CardButton {
    private final Department department;
    private final String detail;
    private final String price;

    public QuickKey(Department department, String name, String detail, String price) {
        super(ButtonKind.SECONDARY, name);
        this.department = department;
        this.detail = detail;
        this.price = price;
        getAccessibleContext().setAccessibleDescription(detail + ", " + price);
    }

    @Override
    public Dimension getPreferredSize() {
        return isPreferredSizeSet() ? super.getPreferredSize() : Scale.size(120, 70);
    }

    @Override
    public Dimension getMinimumSize() {
        return Scale.size(80, 60);
    }

    @Override
    ButtonColors colors(ButtonState state) {
        ButtonColors usual = super.colors(state);
        Color own = department.color();
        Color tile = department.tile();
        return switch (state) {
            case REST -> new ButtonColors(tile, Draw.mix(own, tile, 45), 1, usual.text(), usual.ring());
            case HOVER -> new ButtonColors(tile, Tone.BORDER.color(), 1, usual.text(), usual.ring());
            case PRESSED -> new ButtonColors(Draw.mix(own, tile, 15), own, 1, usual.text(), usual.ring());
            case CHOSEN -> new ButtonColors(tile, Tone.ACCENT.color(), 2, Tone.TEXT.color(), usual.ring());
            case DISABLED, BUSY -> usual;
        };
    }

    @Override
    void paintUnderEdge(Graphics2D g, Rectangle box) {
        Shape old = g.getClip();
        g.clipRect(0, 0, Scale.px(5), box.height);
        g.setColor(department.color());
        int arc = Scale.px(20);
        g.fill(new RoundRectangle2D.Float(box.x, box.y, box.width, box.height, arc, arc));
        g.setClip(old);
    }

    @Override
    void paintFace(Graphics2D g, ButtonColors colors) {
        Face face = Face.of(this, g);
        int x = Scale.px(15);
        int right = getWidth() - Scale.px(11);
        int low = getHeight() - Scale.px(18);
        boolean off = state() == ButtonState.DISABLED;
        Color quiet = off ? colors.text() : Tone.TEXT2.color();
        int spaceForName = low - Scale.px(10) - Scale.px(8);
        int lines = Math.max(1, spaceForName / Scale.px(18));
        face.wrapped(
                getText(),
                Type.BODY_STRONG.font(),
                colors.text(),
                new Face.Block(x, Scale.px(8), right - x, lines, Face.Block.Place.TOP));
        int priceStart = face.lineTo(price, Type.BODY_STRONG.font(), colors.text(), right, low);
        if (x + getFontMetrics(Type.SMALL.font()).stringWidth(detail) < priceStart) {
            face.line(detail, Type.SMALL.font(), quiet, x, low);
        }
    }
}
