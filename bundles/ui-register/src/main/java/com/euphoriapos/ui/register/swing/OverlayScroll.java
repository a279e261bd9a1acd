package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.theme.Scale;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.JComponent;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneLayout;
import javax.swing.border.EmptyBorder;

/** A scroll pane whose bar lies over the right margin of its content, so columns never move when it comes or goes. */
final class OverlayScroll extends JScrollPane {
    private static final int BAR = 8;

    /** Where it stands in a sheet: the bar lies over the sheet's right inset, and the content has 12 at its right for it. */
    static final String OVER_INSET = ", pad 0 0 0 12";

    OverlayScroll(JComponent content) {
        super(content, VERTICAL_SCROLLBAR_AS_NEEDED, HORIZONTAL_SCROLLBAR_NEVER);
        // A null border would bring the look and feel's own back.
        setBorder(new EmptyBorder(0, 0, 0, 0));
        setOpaque(false);
        getViewport().setOpaque(false);
        setLayout(new Overlay());
        setComponentZOrder(getVerticalScrollBar(), 0);
        setComponentZOrder(getViewport(), 1);
        getVerticalScrollBar().setOpaque(false);
        getVerticalScrollBar().setUnitIncrement(Scale.px(55));
        getVerticalScrollBar().setFocusable(false);
        content.setFocusable(false);
    }

    /** The bar lies over the content, so either may need the other painted. */
    @Override
    public boolean isOptimizedDrawingEnabled() {
        return false;
    }

    private static final class Overlay extends ScrollPaneLayout {
        @Override
        public void layoutContainer(Container parent) {
            JScrollPane pane = (JScrollPane) parent;
            Rectangle all = new Rectangle(0, 0, pane.getWidth(), pane.getHeight());
            pane.getViewport().setBounds(all);
            Dimension view = pane.getViewport().getViewSize();
            JScrollBar bar = pane.getVerticalScrollBar();
            bar.setVisible(view.height > all.height);
            int width = Scale.px(BAR);
            int gap = Scale.px(4);
            bar.setBounds(all.width - width - gap / 2, gap, width, Math.max(0, all.height - 2 * gap));
        }
    }
}
