package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.theme.Room;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.MessagePane;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.register.SaleScreenState;
import com.euphoriapos.ui.register.SidePane;
import java.awt.CardLayout;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The left card: what is sold, what was typed, and at its foot what there is to say. */
final class CartCard extends Card {
    private static final String LINES = "lines";
    private static final String EMPTY = "empty";
    private static final String CHANGE = "change";
    private static final String FOOT = ", growx, wmin 0, gapleft 10, gapright 10, gapbottom 10";

    private final JLabel title = Text.of("New sale", Type.ITEM, Tone.TEXT);
    private final JLabel count = Text.of("", Type.SMALL, Tone.TEXT2);
    private final EntryChip entry = new EntryChip();
    private final CartHead columns = new CartHead();
    private final CartList list;
    private final CardLayout pages = new CardLayout();
    private final JPanel body = new JPanel(pages);
    private final OverlayScroll scroll;
    private final EmptyCart empty = new EmptyCart();
    private final ChangeCard change;
    private final WaitStrip waiting = new WaitStrip();

    CartCard(SaleActions actions, MessagePane messages, String sign) {
        super(new MigLayout("insets 0, gap 0, fill, hidemode 3", "[grow,fill]", "[56!][][grow,fill][][]"));
        list = new CartList(actions::chooseLine, actions::minus, actions::plus);
        scroll = new OverlayScroll(list);
        change = new ChangeCard(sign);
        JPanel head =
                new JPanel(new MigLayout("insets 0 18 0 12, fill, gap 8, hidemode 3", "[][][grow][]", "[center]"));
        head.setOpaque(false);
        head.add(title);
        head.add(count);
        head.add(entry, "cell 3 0");
        body.setOpaque(false);
        JPanel framed = new JPanel(new MigLayout("insets 0 10 10 10, fill", "[grow,fill]", "[grow,fill]"));
        framed.setOpaque(false);
        framed.add(change, "wmin 0, hmin 0");
        body.add(scroll, LINES);
        body.add(empty, EMPTY);
        body.add(framed, CHANGE);
        scroll.getViewport().addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                list.reveal();
            }
        });
        add(head, "cell 0 0, wmin 0");
        add(columns, "cell 0 1, h 32!");
        add(body, "cell 0 2, wmin 0, hmin 0");
        add(waiting, "cell 0 3" + FOOT);
        add(messages, "cell 0 4" + FOOT);
    }

    void show(SaleScreenState state, Room room) {
        boolean lines = !state.lines().isEmpty();
        boolean asking = state.picker().isPresent();
        title.setText(lines ? "Sale" : "New sale");
        count.setText(lines ? state.totals().items() : "");
        entry.show(state.entry(), state.pane() == SidePane.QUANTITY || state.pane() == SidePane.CODE);
        columns.show(room);
        columns.setVisible(lines || asking);
        list.show(state.lines(), state.picker().orElse(null), room);
        state.change().ifPresent(change::show);
        empty.say(state.quickKeys().nothingToSell());
        String usual = state.change().isPresent() ? CHANGE : EMPTY;
        pages.show(body, lines || asking ? LINES : usual);
        waiting.show(asking ? state.scansWaiting() : 0);
        scroll.getViewport().revalidate();
    }

    void flash(int lineNumber) {
        list.flash(lineNumber);
    }
}
