package com.euphoriapos.ui.kit.gallery;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Department;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.AmountLabel;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.ConfirmBar;
import com.euphoriapos.ui.kit.widget.Keypad;
import com.euphoriapos.ui.kit.widget.Level;
import com.euphoriapos.ui.kit.widget.PinDots;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Progress;
import com.euphoriapos.ui.kit.widget.QuickKey;
import com.euphoriapos.ui.kit.widget.SearchField;
import com.euphoriapos.ui.kit.widget.Sheet;
import com.euphoriapos.ui.kit.widget.Stepper;
import com.euphoriapos.ui.kit.widget.TabPills;
import com.euphoriapos.ui.kit.widget.Tables;
import com.euphoriapos.ui.kit.widget.Tag;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.kit.widget.TwoLineList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.table.DefaultTableModel;
import net.miginfocom.swing.MigLayout;

/** The larger parts: quick keys, actions, Pay, keypad, lists and tables. */
final class Parts {
    private static final Runnable NOTHING = () -> {};

    private Parts() {}

    static JPanel panel() {
        JPanel page = new JPanel(
                new MigLayout("insets 12, gap 12, fill", "[grow,fill][372!,fill][388!,fill]", "[grow,fill]"));
        page.add(left());
        page.add(middle());
        page.add(right());
        return page;
    }

    private static JComponent left() {
        JPanel column = new JPanel(
                new MigLayout("insets 0, gap 12, fill, wrap 1", "[grow,fill]", "[grow,fill][grow,fill][][]"));
        column.setOpaque(false);
        Card cart = new Card(new MigLayout("insets 0, fill", "[grow,fill]", "[grow,fill]"));
        TwoLineList<TwoLineList.Row> list = new TwoLineList<>(row -> row);
        list.setRows(List.of(
                new TwoLineList.Row("3 ×", "Buffalo Trace Bourbon", "750 ml", "58.50", "\u22125.85", null),
                new TwoLineList.Row(
                        "1 ×", "Heublein Old Fashioned", "Price was 9.75 · Ruth K.", "35.00", "", Level.WARN),
                TwoLineList.Row.of("Green Frog Distillery Cranberry Corn Whiskey", "750 ml", "30.00")));
        list.setSelectedIndex(0);
        cart.add(Tables.scroll(list));
        column.add(cart);
        Card devices = new Card(new MigLayout("insets 0, fill", "[grow,fill]", "[grow,fill]"));
        DefaultTableModel model = new DefaultTableModel(new Object[] {"Device", "State", "Today", ""}, 0);
        model.addRow(new Object[] {"Scanner", new Tables.State(Level.OK, "Ready"), "1,204", "Test"});
        model.addRow(new Object[] {"Receipt printer", new Tables.State(Level.WARN, "Paper low"), "318", "Test"});
        model.addRow(new Object[] {"Display", new Tables.State(Level.DANGER, "Not found"), "0", "Find"});
        JTable table = Tables.of(model);
        Tables.nameColumn(table, 0);
        Tables.stateColumn(table, 1);
        Tables.numberColumn(table, 2);
        Tables.linkColumn(table, 3);
        devices.add(Tables.scroll(table));
        column.add(devices);
        column.add(new ConfirmBar(
                new ConfirmBar.Question("Void the whole sale?", "13 items leave the cart", "Void sale", "Keep"),
                NOTHING,
                NOTHING));
        Progress progress = new Progress("Importing products", NOTHING);
        progress.set(1200, 1923);
        column.add(progress);
        return column;
    }

    private static JComponent middle() {
        Card card = new Card(new MigLayout("insets 16, gap 8, fill, wrap 1", "[grow,center]", "[][][grow,fill][]"));
        PinDots dots = new PinDots();
        dots.setTyped(2);
        card.add(Text.of("Enter your PIN", Type.BODY, Tone.TEXT2));
        card.add(dots);
        Keypad.Listener listener = new Keypad.Listener() {
            @Override
            public void typed(String digits) {}

            @Override
            public void backspace() {}
        };
        card.add(Keypad.pin(listener, PosButton.primary("Sign in").key("Enter")), "grow");
        JPanel row = new JPanel(new MigLayout("insets 0, gap 8, fill", "[grow,fill,sg a]".repeat(2)));
        row.setOpaque(false);
        PosButton chosen = PosButton.amount("Next 20", "260.00").key("F5");
        chosen.setChosen(true);
        row.add(PosButton.amount("Exact", "240.24").key("F1"), "h 122!");
        row.add(chosen, "h 122!");
        card.add(row, "growx");
        JPanel last = new JPanel(new MigLayout("insets 0, gap 12"));
        last.setOpaque(false);
        last.add(new Stepper(NOTHING, NOTHING));
        last.add(Tag.of(Level.DANGER, "VOID"));
        last.add(PosButton.link("Add customer").glyph(Glyph.USER_PLUS).key("F3"));
        card.add(last);
        return card;
    }

    private static JComponent right() {
        JPanel column = new JPanel(
                new MigLayout("insets 0, gap 8, fill, wrap 1", "[grow,fill]", "[48!][44!][grow,fill][][76!][]"));
        column.setOpaque(false);
        column.add(new SearchField("Search or scan", "F2"));
        TabPills tabs = new TabPills(id -> {});
        tabs.setTabs(List.of(
                new TabPills.Tab("top", "Top", null),
                new TabPills.Tab("w", "Whiskey", Department.WHISKEY),
                new TabPills.Tab("v", "Vodka", Department.VODKA),
                new TabPills.Tab("t", "Tequila", Department.TEQUILA)));
        column.add(tabs);
        JPanel tiles =
                new JPanel(new MigLayout("insets 0, gap 8, fill, wrap 3", "[grow,fill,sg t]".repeat(3), "[grow,fill]"));
        tiles.setOpaque(false);
        List<String> names = List.of(
                "Fireball Cinnamon",
                "Grey Goose",
                "Espolon Blanco",
                "Bacardi Superior",
                "Bombay Sapphire",
                "Baileys Irish Cream",
                "Hennessy VS",
                "Green Frog Distillery Cranberry Corn Whiskey");
        for (int i = 0; i < names.size(); i++) {
            tiles.add(new QuickKey(Gallery.department(i), names.get(i), "1.75 L", "23.25"));
        }
        column.add(tiles);
        JPanel actions = new JPanel(new MigLayout("insets 0, gap 8, fill", "[grow,fill,sg a]".repeat(4)));
        actions.setOpaque(false);
        actions.add(PosButton.action("Qty").glyph(Glyph.HASH).key("*"), "h 60!");
        actions.add(PosButton.action("Discount").glyph(Glyph.PERCENTAGE).key("F4"), "h 60!");
        actions.add(PosButton.action("Suspend").glyph(Glyph.PLAYER_PAUSE).key("F6"), "h 60!");
        PosButton none = PosButton.action("No sale").glyph(Glyph.CASH).key("F9");
        none.disable("Finish the sale first");
        actions.add(none, "h 60!");
        column.add(actions);
        PosButton pay = PosButton.pay("Take cash").glyph(Glyph.CASH).key("Enter");
        pay.setValue("260.00");
        column.add(pay);
        Sheet sheet = new Sheet("Which one is it?", "853938008088 · most sold first");
        AmountLabel total = new AmountLabel("Total", Type.TOTAL, "$");
        total.setCents(24_024);
        sheet.body(total);
        column.add(sheet);
        return column;
    }
}
