package com.euphoriapos.ui.kit.gallery;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.present.Message;
import com.euphoriapos.ui.kit.theme.Department;
import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.LookSettings;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.TextSize;
import com.euphoriapos.ui.kit.theme.Theme;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.AmountLabel;
import com.euphoriapos.ui.kit.widget.Avatar;
import com.euphoriapos.ui.kit.widget.ButtonState;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Chip;
import com.euphoriapos.ui.kit.widget.Field;
import com.euphoriapos.ui.kit.widget.Level;
import com.euphoriapos.ui.kit.widget.MessageBox;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Tag;
import com.euphoriapos.ui.kit.widget.Text;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** The states of buttons, fields, chips and messages. Arguments: light|dark, scale percent, text percent, states|parts. */
public final class Gallery {
    private Gallery() {}

    public static void main(String[] args) {
        Theme theme = args.length > 0 && args[0].equals("dark") ? Theme.DARK : Theme.LIGHT;
        int scale = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        TextSize text = TextSize.ofPercent(args.length > 2 ? Integer.parseInt(args[2]) : 100);
        boolean parts = args.length > 3 && args[3].equals("parts");
        long start = System.nanoTime();
        Look.install(new LookSettings(theme, scale, text, true));
        long installed = System.nanoTime();
        SwingUtilities.invokeLater(() -> {
            JFrame frame = new JFrame("Gallery");
            frame.setUndecorated(true);
            frame.setContentPane(parts ? Parts.panel() : states());
            frame.setSize(Scale.size(1280, 800));
            frame.setVisible(true);
            SwingUtilities.invokeLater(() -> org.slf4j.LoggerFactory.getLogger(Gallery.class)
                    .info(
                            "look {} ms, window {} ms",
                            (installed - start) / 1_000_000,
                            (System.nanoTime() - installed) / 1_000_000));
        });
    }

    private static JPanel states() {
        JPanel page = new JPanel(
                new MigLayout("insets 0 12 12 12, gap 12, fill", "[300!][552!][grow]", "[56!]12[298!]12[grow]"));
        page.add(bar(), "spanx 3, grow, wrap");
        page.add(buttons(), "spanx 3, growx, h 298!, wrap");
        page.add(fields(), "grow");
        page.add(messages(), "grow");
        page.add(change(), "grow");
        return page;
    }

    private static JComponent bar() {
        JPanel bar = new JPanel(new MigLayout("insets 0 0 0 0, gap 10, fill", "[][][grow][][][][][][][]", "[center]"));
        Text.tone(bar, Tone.TEXT, Tone.SURFACE);
        bar.add(Text.of("Main St Spirits", Type.ITEM));
        bar.add(Tag.plain("Lane 1"));
        bar.add(new JLabel());
        bar.add(new Chip(Level.OK, "Lanes 2/2"));
        bar.add(new Chip(Level.OK, "Cloud"));
        bar.add(new Chip(Level.WARN, "Paper low"));
        bar.add(new Chip(Level.OK, "Scanner"));
        bar.add(Text.of("12:41", Type.LINE_TOTAL));
        bar.add(new Avatar("Dana R.", 32));
        bar.add(Text.of("Dana R.", Type.BODY_STRONG));
        PosButton lock = PosButton.iconOnly(com.euphoriapos.ui.kit.widget.ButtonKind.SECONDARY, Glyph.LOCK, "Lock");
        bar.add(lock.key("F11"), "h 44!");
        return bar;
    }

    private static JComponent buttons() {
        Card card = new Card(new MigLayout(
                "insets 12 17 12 17, gap 10, fill",
                "[110!]" + "[grow,fill,sg b]".repeat(6),
                "[24!][52!][52!][52!][52!]"));
        card.add(Text.of("Buttons", Type.ITEM));
        for (String head : List.of("Rest", "Hover", "Pressed", "Focus", "Disabled")) {
            card.add(Text.of(head, Type.HEAD, Tone.TEXT2));
        }
        card.add(Text.of("Busy", Type.HEAD, Tone.TEXT2), "wrap");
        row(card, "Secondary", () -> PosButton.secondary("Suspend").key("F6"));
        row(card, "Primary", () -> PosButton.primary("Sign in").key("Enter"));
        row(card, "Money", () -> {
            PosButton pay = PosButton.primary("Pay").key("F12");
            pay.kind(com.euphoriapos.ui.kit.widget.ButtonKind.PAY);
            return pay;
        });
        row(card, "Destructive", () -> PosButton.danger("Void line").key("F8"));
        return card;
    }

    private static void row(Card card, String name, Supplier<PosButton> maker) {
        card.add(Text.of(name, Type.BODY_STRONG, Tone.TEXT2));
        List<ButtonState> states = List.of(
                ButtonState.REST, ButtonState.HOVER, ButtonState.PRESSED, ButtonState.REST, ButtonState.DISABLED);
        for (int i = 0; i < states.size(); i++) {
            PosButton button = maker.get();
            button.pinState(states.get(i), i == 3);
            card.add(button, "growy");
        }
        PosButton busy = maker.get();
        busy.setBusy(true);
        card.add(busy, "growy, wrap");
    }

    private static JComponent fields() {
        Card card = new Card(new MigLayout("insets 12 17 12 17, gap 4, fillx", "[grow,fill]", "[24!]8[][][]push[]"));
        card.add(Text.of("Fields and chips", Type.ITEM), "wrap");
        card.add(Field.text("").placeholder("Amount"), "wrap");
        Field focused = Field.text("");
        focused.setText("750");
        SwingUtilities.invokeLater(() -> focused.input().requestFocusInWindow());
        card.add(focused, "wrap");
        Field wrong = Field.text("Discount");
        wrong.setText("1250.00");
        wrong.setError("More than the 500.00 limit");
        card.add(wrong, "wrap");
        JPanel chips = new JPanel(new MigLayout("insets 0, gap 4"));
        chips.setOpaque(false);
        chips.add(new Chip(Level.OK, "Scanner"));
        chips.add(new Chip(Level.WARN, "Paper low"), "wrap");
        chips.add(new Chip(Level.DANGER, "Drawer open"));
        chips.add(new Chip(Level.OK, "Age checked").glyph(Glyph.SHIELD_CHECK));
        card.add(chips);
        return card;
    }

    private static JComponent messages() {
        Card card = new Card(new MigLayout("insets 12 17 12 17, gap 9, fillx, wrap 1", "[grow,fill]", "[24!][]"));
        card.add(Text.of("Messages, never modal over a sale", Type.ITEM));
        Runnable nothing = () -> {};
        card.add(new MessageBox(
                new Message(
                        "a",
                        Message.Kind.TROUBLE,
                        "Unknown barcode 041220576074",
                        null,
                        List.of(
                                new Message.Choice("Add item", "Ins", nothing),
                                new Message.Choice("Dismiss", "Esc", nothing))),
                0));
        card.add(new MessageBox(
                Message.warning("b", "Lane 2 does not answer", "Selling goes on, 3 sales wait to be sent"), 0));
        card.add(new MessageBox(Message.toast("Sale suspended", new Message.Choice("Undo", "Ctrl Z", nothing)), 0));
        card.add(new MessageBox(
                new Message(
                        "c",
                        Message.Kind.SCANS_WAIT,
                        "2 scans wait",
                        "They follow when the question on the right is answered",
                        List.of()),
                0));
        card.add(new MessageBox(
                new Message(
                        "d",
                        Message.Kind.APPROVAL,
                        "25 % off needs an approval",
                        "Dana R. may give 10 %",
                        List.of(new Message.Choice("Ask a manager", "Enter", nothing))),
                0));
        return card;
    }

    private static JComponent change() {
        Card card = new Card(new MigLayout("insets 9, gap 4, fill", "[grow]", "push[]12[]2[]push[211!]"));
        card.add(new JLabel(Glyph.SCAN.icon(48, Tone.BORDER)), "center, wrap");
        card.add(Text.of("Scan the first item", Type.QUANTITY), "center, wrap");
        card.add(Text.of("or search, or tap a quick key", Type.BODY, Tone.TEXT2), "center, wrap");
        Card due = new Card(new MigLayout("insets 20, gap 0, fill", "[grow,right]", "push[][][]push"));
        due.fill(Tone.SAVINGS_TINT).edge(Tone.SAVINGS_TINT, 1);
        due.add(Text.of("Change", Type.ITEM, Tone.SAVINGS), "wrap");
        AmountLabel amount = new AmountLabel("Change", Type.CHANGE_ALONE, "$").tone(Tone.CHANGE, Tone.SAVINGS);
        amount.setCents(1976);
        due.add(amount, "wrap");
        due.add(Text.of("260.00 cash for 240.24. The next scan starts a sale", Type.SMALL, Tone.TEXT2));
        card.add(due, "grow");
        return card;
    }

    static Department department(int index) {
        return Department.values()[index % Department.values().length];
    }
}
