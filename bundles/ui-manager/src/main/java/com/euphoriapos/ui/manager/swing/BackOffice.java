package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.present.Message;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.MessagePane;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The frame of a back-office screen: title, tools and Back in one row; below it a list at the left, an editor at the right. */
final class BackOffice extends JPanel {
    private final JPanel tools = clear(new MigLayout("insets 0, gap 8, fill, hidemode 3", "", "[44!,fill]"));
    private final JPanel left =
            clear(new MigLayout("insets 0, gap 0, fill, hidemode 3", "[grow,fill]", "[grow,fill][]"));
    private final JPanel right = clear(new MigLayout("insets 0, fill", "[grow,fill]", "[grow,fill]"));
    private final MessagePane messages = new MessagePane();

    BackOffice(String title, Runnable back) {
        this(title, back, "[grow,fill][388:37%:560]");
    }

    /** @param columns of the list and, where there is one, of the editor, as MigLayout writes them */
    BackOffice(String title, Runnable back, String columns) {
        super(new MigLayout("insets 12, gap 12 8, fill", columns, "[44!,fill][grow,fill]"));
        JPanel head = clear(new MigLayout("insets 0, gap 16, fill", "[][grow,fill][]", "[44!,fill]"));
        head.add(Text.of(title, Type.TITLE), "gapleft 4");
        head.add(tools, "wmin 0");
        head.add(PosButton.secondary("Back").key("Esc").glyph(Glyph.ARROW_LEFT).on(back), "h 44!");
        add(head, "spanx 2, grow, wmin 0, wrap");
        add(left, "grow, wmin 0, hmin 0");
        left.add(messages, "cell 0 1, growx, gaptop 8");
    }

    /** Adds something to the head row, between title and Back. */
    BackOffice tool(JComponent tool, String constraints) {
        tools.add(tool, constraints);
        return this;
    }

    /** What is chosen from; usually a {@link Card}. */
    BackOffice list(JComponent list) {
        left.add(list, "cell 0 0, grow, wmin 0, hmin 0");
        return this;
    }

    /** Where the chosen is changed; usually a {@link Card}. */
    BackOffice editor(JComponent editor) {
        if (right.getParent() == null) {
            add(right, "cell 1 1, grow, wmin 0, hmin 0");
        }
        right.add(editor, "grow, wmin 0, hmin 0");
        return this;
    }

    /** Says something for a few seconds at the foot of the list. */
    void say(String sentence) {
        messages.show(Message.toast(sentence));
    }

    MessagePane messages() {
        return messages;
    }

    /** A panel that shows what is behind it. */
    static JPanel clear(MigLayout layout) {
        JPanel panel = new JPanel(layout);
        panel.setOpaque(false);
        return panel;
    }
}
