package com.euphoriapos.bench;

import com.formdev.flatlaf.FlatLightLaf;
import java.awt.GraphicsEnvironment;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/** The yardstick of the start: nothing but the look and feel and an empty window over the whole screen. */
public final class EmptyWindow {
    private EmptyWindow() {}

    /** Shows it until it is ended. */
    public static void main(String[] arguments) {
        SwingUtilities.invokeLater(() -> {
            FlatLightLaf.setup();
            JFrame frame = new JFrame("Empty");
            frame.setDefaultCloseOperation(WindowConstants.EXIT_ON_CLOSE);
            frame.setBounds(GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds());
            frame.setVisible(true);
        });
    }
}
