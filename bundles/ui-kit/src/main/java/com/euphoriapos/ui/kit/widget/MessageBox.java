package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.icon.GlyphIcon;
import com.euphoriapos.ui.kit.present.Message;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.BorderLayout;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The picture of one message. */
public final class MessageBox extends JPanel {
    private final transient Message message;

    public MessageBox(Message message, int more) {
        super(new BorderLayout());
        this.message = message;
        setOpaque(false);
        getAccessibleContext().setAccessibleName(message.title());
        add(
                switch (message.kind()) {
                    case TOAST -> toast(Glyph.CIRCLE_CHECK_FILLED.icon(20, Tone.INVERSE_OK));
                    case REFUSAL -> toast(Glyph.LOCK.icon(20, Tone.ON_INVERSE));
                    case TROUBLE -> trouble();
                    default -> banner();
                });
        if (more > 0) {
            JLabel count = Text.of("and " + more + " more", Type.SMALL_STRONG, Tone.TEXT2);
            count.setBorder(new javax.swing.border.EmptyBorder(Scale.insets(6, 16, 0, 0)));
            add(count, BorderLayout.SOUTH);
        }
    }

    public Message message() {
        return message;
    }

    private JPanel toast(GlyphIcon icon) {
        Card card = new Card(new MigLayout("insets 0 16 0 16, gap 8, fill, h 52!", "[][grow][]", "[center]"));
        card.fill(Tone.INVERSE).edge(Tone.INVERSE, 1).radius(10);
        card.add(new JLabel(icon));
        card.add(words(message.title(), Type.BODY_STRONG, Tone.ON_INVERSE), "growx, wmin 40");
        for (Message.Choice choice : message.choices()) {
            card.add(new InverseLink(choice), "wmin pref");
        }
        return card;
    }

    private JPanel trouble() {
        Card card = new Card(new MigLayout("insets 11 15 11 15, gap 0, fillx", "[]13[grow]", "[]4[]"));
        card.fill(Tone.DANGER_TINT).edge(Tone.DANGER, 2).radius(10);
        card.add(new JLabel(icon(Glyph.ALERT_OCTAGON_FILLED, Tone.DANGER)), "top");
        card.add(words(message.title(), Type.ITEM, Tone.TEXT), "growx, wmin 40, wrap");
        if (message.detail() != null) {
            card.add(words(message.detail(), Type.SMALL, Tone.TEXT2), "skip, growx, wmin 40, wrap");
        }
        if (!message.choices().isEmpty()) {
            JPanel row = new JPanel(new MigLayout("insets 0, gap 8"));
            row.setOpaque(false);
            message.choices().forEach(choice -> row.add(button(choice), "h 44!"));
            card.add(row, "skip");
        }
        return card;
    }

    private JPanel banner() {
        Card card = new Card(new MigLayout("insets 6 14 6 12, gap 0, fill, h 56:", "[]13[grow]12[]", "[center]"));
        card.radius(10);
        card.add(new JLabel(bannerIcon()));
        card.add(twoLines(message.title(), Type.BODY_STRONG, message.detail()), "growx, wmin 40");
        if (!message.choices().isEmpty()) {
            JPanel row = new JPanel(new MigLayout("insets 0, gap 8"));
            row.setOpaque(false);
            message.choices().forEach(choice -> row.add(button(choice), "h 44!"));
            card.add(row, "wmin pref");
        }
        switch (message.kind()) {
            case WARNING -> card.fill(Tone.WARN_TINT).edge(Tone.WARN_TINT, 1);
            case APPROVAL -> card.fill(Tone.SURFACE).edge(Tone.BORDER, 1);
            default -> card.fill(Tone.ACCENT_TINT).edge(Tone.ACCENT_TINT, 1);
        }
        return card;
    }

    private GlyphIcon bannerIcon() {
        return switch (message.kind()) {
            case WARNING -> icon(Glyph.ALERT_TRIANGLE_FILLED, Tone.WARN);
            case APPROVAL -> icon(Glyph.SHIELD_CHECK, Tone.ACCENT_TEXT);
            case SCANS_WAIT -> icon(Glyph.SCAN, Tone.ACCENT_TEXT);
            default -> icon(Glyph.INFO_CIRCLE, Tone.ACCENT_TEXT);
        };
    }

    private PosButton button(Message.Choice choice) {
        PosButton button = PosButton.secondary(choice.label()).key(choice.key()).on(choice.action());
        if (message.kind() == Message.Kind.APPROVAL) {
            button.accentText();
        }
        return button;
    }

    private static GlyphIcon icon(Glyph glyph, Tone tone) {
        return glyph.icon(24, tone);
    }

    static JPanel twoLines(String upper, Type type, @Nullable String lower) {
        JPanel lines = new JPanel(new MigLayout("insets 0, gap 0, fillx, wrap 1", "[grow,fill]"));
        lines.setOpaque(false);
        lines.add(words(upper, type, Tone.TEXT), "wmin 40");
        if (lower != null && !lower.isEmpty()) {
            lines.add(words(lower, Type.SMALL, Tone.TEXT2), "wmin 40");
        }
        return lines;
    }

    private static JLabel words(String text, Type type, Tone tone) {
        return Text.wrapped(text, type, tone);
    }
}
