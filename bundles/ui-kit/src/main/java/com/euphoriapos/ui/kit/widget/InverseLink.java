package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.present.Message;
import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;

/** The one thing to do on a toast, such as Undo. */
final class InverseLink extends CardButton {
    InverseLink(Message.Choice choice) {
        super(ButtonKind.LINK, choice.label());
        setKey(choice.key());
        addActionListener(e -> choice.action().run());
    }

    @Override
    public Dimension getPreferredSize() {
        String key = shownKey();
        int cap = key == null ? 0 : KeyCap.width(this, key, false) + Scale.px(8);
        int words = getFontMetrics(Type.BODY_STRONG.font()).stringWidth(getText());
        return new Dimension(words + cap + Scale.px(16), Scale.px(44));
    }

    @Override
    ButtonColors colors(ButtonState state) {
        Color ground = Tone.INVERSE.color();
        boolean held = state == ButtonState.HOVER || state == ButtonState.PRESSED;
        Color fill = held ? Draw.mix(Tone.ON_INVERSE.color(), ground, 12) : ground;
        return new ButtonColors(fill, fill, 1, Tone.INVERSE_ACCENT.color(), Tone.INVERSE_ACCENT.color());
    }

    @Override
    void paintFace(Graphics2D g, ButtonColors colors) {
        Face face = Face.of(this, g);
        int middle = getHeight() / 2;
        face.line(getText(), Type.BODY_STRONG.font(), colors.text(), Scale.px(8), middle);
        String key = shownKey();
        if (key != null) {
            KeyCap.paint(face, key, new KeyCap.Place(getWidth() - Scale.px(8), middle, false), Tone.ON_INVERSE.color());
        }
    }
}
