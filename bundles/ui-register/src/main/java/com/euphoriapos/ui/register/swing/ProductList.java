package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.widget.VerticalScroll;
import com.euphoriapos.ui.register.ProductRow;
import java.awt.Component;
import java.util.List;
import java.util.function.IntConsumer;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Products one below the other, all rows of one height. */
final class ProductList extends JPanel implements VerticalScroll {
    private static final int KEYS_MAX = 9;

    private final transient IntConsumer choose;
    private final boolean keys;
    private final String rowHeight;
    private transient List<ProductRow> shown = List.of();

    /**
     * @param keys whether digits choose the first nine
     * @param rowHeight of a row as MigLayout writes it, such as "68:94:94"
     */
    ProductList(boolean keys, String rowHeight, IntConsumer choose) {
        super(new MigLayout("insets 0, gap 8, fillx, wrap 1", "[grow,fill]"));
        this.choose = choose;
        this.keys = keys;
        this.rowHeight = rowHeight;
        setOpaque(false);
    }

    void show(List<ProductRow> rows, int chosen) {
        if (!rows.equals(shown)) {
            shown = rows;
            removeAll();
            for (int i = 0; i < rows.size(); i++) {
                int index = i;
                String cap = keys && i < KEYS_MAX ? Integer.toString(i + 1) : "";
                add(
                        new ProductButton(
                                cap,
                                rows.get(i),
                                keys && i == 0 && rows.get(i).match().soldCount() > 0,
                                () -> choose.accept(index)),
                        "wmin 0, sg row, h " + rowHeight);
            }
            revalidate();
        }
        for (int i = 0; i < getComponentCount(); i++) {
            if (getComponent(i) instanceof ProductButton button) {
                button.setChosen(i == chosen);
            }
        }
        repaint();
        if (chosen >= 0 && chosen < getComponentCount()) {
            Component row = getComponent(chosen);
            javax.swing.SwingUtilities.invokeLater(() -> scrollRectToVisible(row.getBounds()));
        }
    }

    @Override
    public int scrollStep() {
        return Scale.px(68);
    }

    /** Rows share the height while they fit, and scroll when they do not. */
    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent() != null && getParent().getHeight() >= getMinimumSize().height;
    }
}
