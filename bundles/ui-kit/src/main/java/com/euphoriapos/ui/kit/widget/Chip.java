package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A state in the lane bar or a card's head: 44 high to touch, 34 painted. Fine is quiet, a check and a grey word;
 * trouble is a tinted pill whose words are the trouble.
 */
public final class Chip extends CardButton {
    private Level level;
    private @Nullable Glyph glyph;

    public Chip(Level level, String text) {
        super(ButtonKind.LINK, text);
        this.level = level;
    }

    /** A pill with an icon of its own, such as the age check's shield. */
    public Chip glyph(Glyph own) {
        glyph = own;
        return this;
    }

    public void set(Level newLevel, String text) {
        level = newLevel;
        setText(text);
        revalidate();
        repaint();
    }

    public Level level() {
        return level;
    }

    private boolean quiet() {
        return level == Level.OK && glyph == null;
    }

    private int pad() {
        return Scale.px(quiet() ? 8 : 11);
    }

    @Override
    public Dimension getPreferredSize() {
        int words = getFontMetrics(Type.SMALL_STRONG.font()).stringWidth(getText());
        return new Dimension(words + Scale.px(15 + 7) + 2 * pad(), Scale.px(44));
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }

    @Override
    ButtonColors colors(ButtonState state) {
        ButtonColors usual = super.colors(state);
        java.awt.Color ground = usual.fill();
        if (state == ButtonState.REST) {
            ground = new java.awt.Color(0, true);
        }
        return new ButtonColors(new java.awt.Color(0, true), new java.awt.Color(0, true), 1, ground, usual.ring());
    }

    @Override
    void paintFace(Graphics2D g, ButtonColors colors) {
        int height = Scale.px(34);
        Rectangle pill = new Rectangle(0, (getHeight() - height) / 2, getWidth(), height);
        boolean held = state() == ButtonState.HOVER || state() == ButtonState.PRESSED;
        if (!quiet()) {
            Draw.Edge edge = held ? Draw.Edge.of(Tone.BORDER, 1) : null;
            Draw.box(g, pill, height / 2, level.tint().color(), edge);
        } else if (held) {
            Draw.box(g, pill, height / 2, colors.text(), null);
        }
        Face face = Face.of(this, g);
        int middle = getHeight() / 2;
        int x = face.icon(
                (glyph == null ? level.glyph() : glyph).icon(15), level.tone().color(), pad(), middle);
        Tone words = quiet() || level == Level.INFO ? Tone.TEXT2 : level.tone();
        face.line(getText(), Type.SMALL_STRONG.font(), words.color(), x + Scale.px(7), middle);
    }
}
