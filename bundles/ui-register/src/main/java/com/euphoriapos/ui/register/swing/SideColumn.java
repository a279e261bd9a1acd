package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.theme.Room;
import com.euphoriapos.ui.kit.widget.OnScreenKeyboard;
import com.euphoriapos.ui.kit.widget.SearchField;
import com.euphoriapos.ui.register.ActSheet;
import com.euphoriapos.ui.register.SalePresenter;
import com.euphoriapos.ui.register.SaleScreenState;
import com.euphoriapos.ui.register.SidePane;
import com.euphoriapos.ui.register.Totals;
import java.awt.CardLayout;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import javax.swing.JPanel;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;

/** The right column: search, quick keys, actions and Pay; or a sheet that asks something. */
final class SideColumn extends JPanel {
    private static final String USUAL = "usual";

    private final transient SaleActions actions;
    private final CardLayout pages = new CardLayout();
    private final CardLayout middles = new CardLayout();
    private final JPanel middle = new JPanel(middles);
    private final SearchField search;
    private final TilePane tiles;
    private final ResultsPane results;
    private final ActionPane buttons;
    private final PickerSheet picker;
    private final KeypadSheet quantity;
    private final KeypadSheet code;
    private final CancelSheet cancel;
    private final MoreSheet more;
    private final PriceSheet price;
    private final NoSaleSheet noSale;
    private final ApprovalSheet approval;
    private final SuspendSheet suspend;
    private final SuspendedSheet suspended;
    private boolean quiet;

    SideColumn(SaleActions actions) {
        this.actions = actions;
        search = OnScreenKeyboard.attach(
                new SearchField("Search or scan", actions.caps().of(PosKeys.SEARCH)));
        tiles = new TilePane(actions);
        results = new ResultsPane(actions);
        buttons = new ActionPane(actions.presenter(), actions.caps());
        picker = new PickerSheet(actions);
        quantity = new KeypadSheet(true, actions);
        code = new KeypadSheet(false, actions);
        cancel = new CancelSheet(actions);
        more = new MoreSheet(actions);
        price = new PriceSheet(actions);
        noSale = new NoSaleSheet(actions);
        approval = new ApprovalSheet(actions);
        suspend = new SuspendSheet(actions);
        suspended = new SuspendedSheet(actions);
        setLayout(pages);
        setOpaque(false);
        add(usual(), USUAL);
        add(picker, SidePane.PICKER.name());
        add(quantity, SidePane.QUANTITY.name());
        add(code, SidePane.CODE.name());
        add(cancel, SidePane.CANCEL.name());
        add(more, SidePane.MORE.name());
        add(price, SidePane.PRICE.name());
        add(noSale, SidePane.NO_SALE.name());
        add(approval, SidePane.APPROVAL.name());
        add(suspend, SidePane.SUSPEND.name());
        add(suspended, SidePane.SUSPENDED.name());
        listen();
        bindKeys();
    }

    private JPanel usual() {
        JPanel page = new JPanel(new MigLayout("insets 0, gap 0, fill", "[grow,fill]", "[48!]8[grow,fill]12[]"));
        page.setOpaque(false);
        middle.setOpaque(false);
        middle.add(tiles, SidePane.TILES.name());
        middle.add(results, SidePane.RESULTS.name());
        page.add(search, "wmin 0, wrap");
        page.add(middle, "wmin 0, hmin 0, wrap");
        page.add(buttons, "wmin 0");
        return page;
    }

    private void listen() {
        search.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent e) {
                changed();
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                changed();
            }

            @Override
            public void changedUpdate(DocumentEvent e) {}
        });
        search.addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent e) {
                if (!quiet) {
                    actions.presenter().openSearch();
                }
            }
        });
    }

    private void changed() {
        if (!quiet) {
            actions.presenter().searchText(search.getText());
        }
    }

    void show(SaleScreenState state, Room room) {
        SidePane pane = state.pane();
        boolean usual = pane == SidePane.TILES || pane == SidePane.RESULTS;
        tiles.show(state.quickKeys(), room);
        results.show(state.search());
        buttons.show(state);
        state.picker().ifPresent(asked -> picker.show(asked, room));
        quantity.show(state);
        code.show(state);
        cancel.show(state.totals());
        more.show(state.more());
        state.sheet().ifPresent(sheet -> show(sheet, state.totals(), room));
        pages.show(this, usual ? USUAL : pane.name());
        if (usual) {
            middles.show(middle, pane.name());
        }
    }

    private void show(ActSheet sheet, Totals totals, Room room) {
        if (sheet instanceof ActSheet.Suspend asked) {
            suspend.show(asked, totals);
        } else if (sheet instanceof ActSheet.Suspended asked) {
            suspended.show(asked);
        } else if (sheet instanceof ActSheet.Price asked) {
            price.show(asked, room);
        } else if (sheet instanceof ActSheet.NoSale asked) {
            noSale.show(asked);
        } else if (sheet instanceof ActSheet.Approval asked) {
            approval.show(asked, room);
        }
    }

    /** Says without words that a PIN was wrong. */
    void shake() {
        approval.shake();
    }

    void type(String text) {
        search.setText(text);
    }

    void focusSearch() {
        pages.show(this, USUAL);
        search.requestFocusInWindow();
    }

    /** Empties the field and gives the focus away, without telling anybody that the text changed. */
    void leaveSearch(javax.swing.JComponent home) {
        quiet = true;
        try {
            search.setText("");
        } finally {
            quiet = false;
        }
        if (search.isFocusOwner()) {
            home.requestFocusInWindow();
        }
    }

    private void bindKeys() {
        SalePresenter presenter = actions.presenter();
        RegisterKeys.inField(search, "ENTER", presenter::enter);
        RegisterKeys.inField(search, "UP", presenter::up);
        RegisterKeys.inField(search, "DOWN", presenter::down);
    }
}
