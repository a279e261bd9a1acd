package com.euphoriapos.device.simulator.swing;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Font;
import java.awt.Insets;
import javax.swing.AbstractButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** What the three boxes of the panel have in common. */
final class Boxes {
    private static final float FONT_SIZE = 14;
    private static final Insets MARGIN = new Insets(3, 8, 3, 8);

    private Boxes() {}

    /** Gives everything below the size of a tool: the look's own is made for fingers and a metre's distance. */
    static void small(Container parent) {
        for (Component child : parent.getComponents()) {
            Font font = child.getFont();
            if (font != null) {
                child.setFont(font.deriveFont(FONT_SIZE));
            }
            if (child instanceof Container inner) {
                small(inner);
            }
        }
    }

    /** A bold name at the left, its state beside it, a control at the right. */
    static JComponent head(String name, JLabel state, JComponent control) {
        JLabel title = new JLabel(name);
        title.setFont(title.getFont().deriveFont(Font.BOLD));
        JPanel head = new JPanel(new BorderLayout(8, 0));
        head.add(title, BorderLayout.WEST);
        head.add(state);
        head.add(control, BorderLayout.EAST);
        return head;
    }

    /** A check box as narrow as its words. */
    static JCheckBox check(String words) {
        JCheckBox check = new JCheckBox(words) {
            private static final long serialVersionUID = 1L;

            @Override
            public Insets getInsets() {
                return new Insets(2, 0, 2, 0);
            }
        };
        check.setIconTextGap(4);
        return check;
    }

    /** A button that leaves the keyboard where it is. */
    static <B extends AbstractButton> B quiet(B button, Runnable action) {
        button.setFocusable(false);
        button.setMargin(MARGIN);
        button.addActionListener(e -> action.run());
        return button;
    }
}
