package com.euphoriapos.ui.kit.widget;

import java.awt.BorderLayout;
import java.awt.LayoutManager;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** A panel that scrolls up and down only and shows what is behind it. */
public final class Column extends JPanel implements VerticalScroll {
    private static final long serialVersionUID = 1L;

    public Column(LayoutManager layout) {
        super(layout);
        setOpaque(false);
    }

    /** With its content at the top. */
    public Column(JComponent content) {
        this(new BorderLayout());
        add(content, BorderLayout.NORTH);
    }
}
