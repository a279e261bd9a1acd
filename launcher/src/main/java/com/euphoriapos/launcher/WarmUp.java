package com.euphoriapos.launcher;

import java.awt.AWTError;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.RenderingHints;
import java.awt.Toolkit;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import javax.swing.UIManager;
import org.slf4j.LoggerFactory;

/**
 * Readies the slow parts of Java while the container starts: the logging, and what windows need of the desktop. Nothing depends on
 * the result but the time.
 */
final class WarmUp {
    private final Thread logging = new Thread(LoggerFactory::getILoggerFactory, "logging-start");

    private WarmUp() {}

    /** Starts at once, on threads that end by themselves. */
    static WarmUp start(boolean headless) {
        WarmUp warmUp = new WarmUp();
        warmUp.logging.start();
        if (!headless) {
            Thread desktop = new Thread(WarmUp::desktop, "desktop-start");
            desktop.setDaemon(true);
            desktop.start();
        }
        return warmUp;
    }

    /** What is logged before this returns would be lost. */
    void awaitLogging() {
        try {
            logging.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void desktop() {
        try {
            Toolkit.getDefaultToolkit();
            GraphicsEnvironment.getLocalGraphicsEnvironment()
                    .getDefaultScreenDevice()
                    .getDefaultConfiguration();
            paint();
            UIManager.getDefaults();
        } catch (HeadlessException | AWTError noDisplay) {
            LoggerFactory.getLogger(WarmUp.class).error("The display cannot be used: {}", noDisplay.getMessage());
        }
    }

    /** A first smooth shape and a first text: the renderers and the fonts are loaded and warm. */
    private static void paint() {
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setColor(Color.WHITE);
            g.fill(new RoundRectangle2D.Float(1, 1, 190, 90, 20, 20));
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
            g.drawString("0123456789", 20, 50);
        } finally {
            g.dispose();
        }
    }
}
