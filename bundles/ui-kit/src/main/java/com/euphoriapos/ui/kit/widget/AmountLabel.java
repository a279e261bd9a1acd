package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.present.Formats;
import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/** An amount in large figures, the currency sign half as large and raised. It shrinks rather than be cut. */
public final class AmountLabel extends JComponent {
    private final String what;
    private final String sign;
    private Type type;
    private Tone tone = Tone.TEXT;
    private Tone signTone = Tone.TEXT2;
    private boolean left;
    private String digits = Formats.money(0);

    /**
     * @param what read out before the amount, such as "Total"
     * @param sign currency sign, or empty for none
     */
    public AmountLabel(String what, Type type, String sign) {
        this.what = what;
        this.type = type;
        this.sign = sign;
        type.on(this);
    }

    public AmountLabel tone(Tone amount, Tone currencySign) {
        tone = amount;
        signTone = currencySign;
        repaint();
        return this;
    }

    /** Stands at the left instead of at the right. */
    public AmountLabel leading() {
        left = true;
        return this;
    }

    public void type(Type newType) {
        type = newType;
        type.on(this);
        revalidate();
        repaint();
    }

    /** Shows the amount at once; totals never count up. Announced to assistive technology. */
    public void setCents(long cents) {
        setAmountText(Formats.money(cents));
    }

    /** The amount as it is to be shown, without a sign. */
    public void setAmountText(String text) {
        if (text.equals(digits)) {
            return;
        }
        String before = accessibleText();
        digits = text;
        if (accessibleContext != null) {
            accessibleContext.firePropertyChange(AccessibleContext.ACCESSIBLE_NAME_PROPERTY, before, accessibleText());
        }
        revalidate();
        repaint();
    }

    public String amountText() {
        return digits;
    }

    private String accessibleText() {
        return what + " " + sign + digits;
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleJComponent() {
                @Override
                public AccessibleRole getAccessibleRole() {
                    return AccessibleRole.LABEL;
                }

                @Override
                public String getAccessibleName() {
                    return accessibleText();
                }
            };
        }
        return accessibleContext;
    }

    @Override
    public Dimension getPreferredSize() {
        if (isPreferredSizeSet()) {
            return super.getPreferredSize();
        }
        Font font = type.font();
        return new Dimension(width(font) + Scale.px(2), Math.round(font.getSize2D() * 0.95f));
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(Scale.px(40), getPreferredSize().height);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Draw.smooth(graphics);
        Font font = type.font();
        while (width(font) > getWidth() && font.getSize2D() > Scale.px(13f)) {
            font = font.deriveFont(font.getSize2D() - 1f);
        }
        int x = left ? 0 : getWidth() - width(font);
        // Figures of this typeface are 0.727 of the size high.
        float capHeight = font.getSize2D() * 0.727f;
        float baseline = Math.round((getHeight() + capHeight) / 2f);
        if (!sign.isEmpty()) {
            Font small = signFont(font);
            g.setFont(small);
            g.setColor(signTone.color());
            float raised = baseline - capHeight + small.getSize2D() * 0.727f;
            Draw.text(this, g, sign, x, Math.round(raised));
            x += signWidth(font);
        }
        g.setFont(font);
        g.setColor(tone.color());
        Draw.text(this, g, digits, x, baseline);
        g.dispose();
    }

    private int width(Font font) {
        FontMetrics metrics = getFontMetrics(font);
        return metrics.stringWidth(digits) + signWidth(font);
    }

    private int signWidth(Font font) {
        return sign.isEmpty()
                ? 0
                : getFontMetrics(signFont(font)).stringWidth(sign) + Math.round(font.getSize2D() / 13);
    }

    private static Font signFont(Font font) {
        return font.deriveFont(font.getSize2D() / 2);
    }
}
