package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.ui.kit.input.KeyMap;
import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.KeyCap;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Sheet;
import com.euphoriapos.ui.kit.widget.Text;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The keys, as the key map has them now. */
final class HelpSheet {
    private HelpSheet() {}

    static JComponent of(KeyMap keys, Runnable close) {
        JPanel columns = new JPanel(new MigLayout("insets 0, gap 28", "[270!][270!][280!]", "[top]"));
        columns.setOpaque(false);
        columns.add(new Group("Anywhere")
                .cap("A few digits, then Enter", "PIN")
                .key(keys.cap(PosKeys.HELP), "These keys")
                .key(keys.cap(PosKeys.LOCK), "Lock, the sale is kept")
                .cap("Unlock a locked sign-in", PinCard.UNLOCK_KEY)
                .key(keys.cap(PosKeys.DIAGNOSTICS), "Diagnostics")
                .key("Ctrl Alt T", "Light or dark"));
        columns.add(new Group("Sale")
                .key(keys.cap(PosKeys.SEARCH), "Search")
                .cap("Six of the next scan", "6 " + keys.cap(PosKeys.QUANTITY))
                .key(keys.cap(PosKeys.ONE_MORE), "One more of the line")
                .key(keys.cap(PosKeys.ONE_LESS), "One less")
                .key(keys.cap(PosKeys.PRICE), "Price; twice: % off")
                .key(keys.cap(PosKeys.VOID_LINE), "Void the line")
                .key(keys.cap(PosKeys.UNDO), "Undo")
                .key(keys.cap("type-code"), "Type a code")
                .key(keys.cap("cancel-sale"), "Cancel the sale")
                .key(keys.cap(PosKeys.RECEIPTS), "Receipts of today")
                .key(keys.cap(PosKeys.NO_SALE), "Open the drawer")
                .key(keys.cap(PosKeys.MORE), "More functions")
                .key(keys.cap(PosKeys.PAY), "Pay"));
        columns.add(new Group("Pay")
                .cap("Quick amounts", keys.cap(PosKeys.amount(1)) + " – " + keys.cap(PosKeys.amount(6)))
                .cap("Ways to pay", keys.cap(PosKeys.method(1)) + " – " + keys.cap(PosKeys.method(4)))
                .cap("The amount given", "Digits")
                .key(keys.cap(PosKeys.ACCEPT), "Take the amount shown")
                .key(keys.cap(PosKeys.BACK), "Back, nothing changed"));
        Sheet sheet = new Sheet("Keys", "");
        JPanel foot = new JPanel(new MigLayout("insets 0", "push[]"));
        foot.setOpaque(false);
        foot.add(PosButton.secondary("Close").key(keys.cap(PosKeys.BACK)).on(close), "h 48!");
        sheet.body(columns).foot(foot);
        return sheet;
    }

    private static final class Group extends JPanel {
        Group(String title) {
            super(new MigLayout("insets 0, gap 8, wrap 2", "[84!,right][grow]", "[]10[]"));
            setOpaque(false);
            add(Text.of(title, Type.ITEM), "spanx 2, left");
        }

        /** A key; nothing is added for an action that has none. */
        Group key(@Nullable String cap, String words) {
            return cap == null ? this : cap(words, cap);
        }

        Group cap(String words, String cap) {
            add(new KeyCap(cap));
            add(Text.of(words, Type.BODY, Tone.TEXT2), "wmin 0");
            return this;
        }
    }
}
