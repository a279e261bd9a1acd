package com.euphoriapos.device.simulator.swing;

import java.awt.BorderLayout;
import java.awt.Font;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** What the three boxes of the panel have in common. */
final class Boxes {
    private Boxes() {}

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

    /** A button that leaves the keyboard where it is. */
    static <B extends AbstractButton> B quiet(B button, Runnable action) {
        button.setFocusable(false);
        button.addActionListener(e -> action.run());
        return button;
    }
}
