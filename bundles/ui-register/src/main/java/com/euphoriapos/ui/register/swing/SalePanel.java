package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.input.KeyBindings;
import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.theme.Room;
import com.euphoriapos.ui.kit.widget.MessagePane;
import com.euphoriapos.ui.register.SalePresenter;
import com.euphoriapos.ui.register.SaleScreenState;
import com.euphoriapos.ui.register.SaleView;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The sale screen. Event thread only. */
final class SalePanel extends JPanel implements SaleView {
    private final transient SalePresenter presenter;
    private final MessagePane messages;
    private final CartCard cart;
    private final TotalsCard totals;
    private final SideColumn side;
    private @Nullable SaleScreenState last;
    private Room room = Room.NORMAL;
    private boolean tight;

    SalePanel(SalePresenter presenter, MessagePane messages, SaleActions actions, String sign) {
        this.presenter = presenter;
        this.messages = messages;
        cart = new CartCard(actions, messages, sign);
        totals = new TotalsCard(sign);
        side = new SideColumn(actions);
        setFocusable(true);
        arrange();
        bindKeys();
    }

    private void bindKeys() {
        RegisterKeys.digits(this, digit -> presenter.digit((char) ('0' + digit)));
        KeyBindings.bind(this, PosKeys.BACKSPACE, presenter::backspace);
        KeyBindings.bind(this, PosKeys.ACCEPT, presenter::enter);
        KeyBindings.bind(this, PosKeys.BACK, presenter::escape);
        KeyBindings.bind(this, PosKeys.QUANTITY, presenter::quantity);
        KeyBindings.bind(this, PosKeys.ONE_MORE, presenter::plus);
        KeyBindings.bind(this, PosKeys.ONE_LESS, presenter::minus);
        KeyBindings.bind(this, PosKeys.UP, presenter::up);
        KeyBindings.bind(this, PosKeys.DOWN, presenter::down);
        KeyBindings.bind(this, PosKeys.VOID_LINE, presenter::voidLine);
        KeyBindings.bind(this, PosKeys.PRICE, presenter::price);
        KeyBindings.bind(this, PosKeys.NO_SALE, presenter::noSale);
        KeyBindings.bind(this, PosKeys.SUSPEND, presenter::suspend);
        KeyBindings.bind(this, RegisterKeys.POINT, presenter.acts()::point);
        KeyBindings.bind(this, PosKeys.UNDO, presenter::undo);
        KeyBindings.bind(this, PosKeys.SEARCH, presenter::openSearch);
        KeyBindings.bind(this, PosKeys.RECEIPTS, presenter::receipts);
        KeyBindings.bind(this, PosKeys.MORE, presenter::openMore);
        KeyBindings.bind(this, PosKeys.PAY, presenter::pay);
        KeyBindings.bind(this, RegisterKeys.TYPE_CODE, presenter::openCode);
        KeyBindings.bind(this, RegisterKeys.CANCEL_SALE, presenter::askCancel);
    }

    /** For previews of the screen. */
    SalePresenter presenter() {
        return presenter;
    }

    /** For previews of the screen: types into the search field. */
    void search(String text) {
        side.type(text);
    }

    private void arrange() {
        removeAll();
        setLayout(new MigLayout(
                "insets 12, gap 12, fill", "[grow,fill][" + room.rightColumn() + "!,fill]", "[grow,fill][124!]"));
        add(cart, "wmin 0, hmin 0");
        add(side, "spany 2, grow, wmin 0, hmin 0, wrap");
        add(totals, "wmin 0");
    }

    /** Before the layout, so that no picture of another width or text size is ever shown. */
    @Override
    public void doLayout() {
        Room now = Room.of(getWidth());
        if (now != room || now.tight() != tight) {
            room = now;
            tight = now.tight();
            arrange();
            SaleScreenState state = last;
            if (state != null) {
                render(state);
            }
        }
        super.doLayout();
    }

    @Override
    public void render(SaleScreenState state) {
        Edt.check();
        last = state;
        cart.show(state, room);
        totals.show(state.totals(), room);
        side.show(state, room);
    }

    @Override
    public void added(int lineNumber) {
        Edt.check();
        cart.flash(lineNumber);
    }

    @Override
    public void focusSearch() {
        Edt.check();
        side.focusSearch();
    }

    @Override
    public void dismissMessage() {
        Edt.check();
        messages.choose(Caps.DISMISS);
    }

    @Override
    public void shake() {
        Edt.check();
        side.shake();
    }

    @Override
    public void leaveSearch() {
        Edt.check();
        side.leaveSearch(this);
    }
}
