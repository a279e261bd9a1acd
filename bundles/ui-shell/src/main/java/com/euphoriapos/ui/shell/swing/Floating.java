package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.widget.MessagePane;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.ContainerAdapter;
import java.awt.event.ContainerEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLayeredPane;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * What floats over the stage: messages that belong to no screen, below the lane bar at the left, where neither total nor Pay nor keys
 * are; and one sheet at a time, which a tap beside it or Esc closes.
 */
final class Floating {
    private static final int MESSAGE_WIDTH = 520;
    private static final int MARGIN = 12;
    private static final int BAR_HEIGHT = 56;

    private final JFrame frame;
    private final MessagePane messages = new MessagePane();
    private @Nullable JPanel veil;
    private @Nullable Component focusBefore;

    Floating(JFrame frame) {
        this.frame = frame;
        JLayeredPane layers = frame.getLayeredPane();
        layers.add(messages, JLayeredPane.PALETTE_LAYER);
        layers.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                place();
            }
        });
        messages.addContainerListener(new ContainerAdapter() {
            @Override
            public void componentAdded(ContainerEvent e) {
                // The box has its size after the pane has finished changing.
                SwingUtilities.invokeLater(Floating.this::place);
            }
        });
    }

    MessagePane messages() {
        return messages;
    }

    /** Shows a sheet in the middle, in place of the one before it. */
    void openSheet(JComponent sheet) {
        closeSheet();
        focusBefore = frame.getFocusOwner();
        JPanel cover = new JPanel(new MigLayout("insets 12, fill", "push[]push", "push[]push"));
        cover.setOpaque(false);
        cover.add(sheet, "hmax 100%, wmax 100%");
        cover.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                closeSheet();
            }
        });
        sheet.addMouseListener(new MouseAdapter() {});
        veil = cover;
        frame.getLayeredPane().add(cover, JLayeredPane.MODAL_LAYER);
        place();
    }

    boolean sheetOpen() {
        return veil != null;
    }

    void closeSheet() {
        JPanel open = veil;
        if (open != null) {
            veil = null;
            frame.getLayeredPane().remove(open);
            frame.getLayeredPane().repaint();
            // Else the focus would go to whatever comes next, and Space or Enter with it.
            Component before = focusBefore;
            focusBefore = null;
            if (before != null) {
                before.requestFocusInWindow();
            }
        }
    }

    private void place() {
        Component layers = frame.getLayeredPane();
        int margin = Scale.px(MARGIN);
        int width = Math.min(Scale.px(MESSAGE_WIDTH), layers.getWidth() - 2 * margin);
        // HTML labels know their height only once they have a width.
        messages.setSize(width, layers.getHeight());
        messages.validate();
        Dimension size = messages.getPreferredSize();
        messages.setBounds(margin, Scale.px(BAR_HEIGHT) + margin, width, size.height);
        messages.validate();
        JPanel open = veil;
        if (open != null) {
            open.setBounds(0, 0, layers.getWidth(), layers.getHeight());
            open.validate();
            open.repaint();
        }
    }
}
