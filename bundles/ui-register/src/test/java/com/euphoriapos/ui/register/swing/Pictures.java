package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.LookSettings;
import com.euphoriapos.ui.kit.theme.TextSize;
import com.euphoriapos.ui.kit.theme.Theme;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/**
 * Writes pictures of scenes. Arguments: a folder, then one word for each picture: scene, theme, width and text size, such as
 * {@code sale-light-1280} or {@code picker-dark-1024-115}.
 */
public final class Pictures {
    private static final int SETTLE_MILLIS = 1500;

    private final JFrame frame = new JFrame("Pictures");
    private final File folder;
    private final Deque<String> wanted;

    private Pictures(File folder, List<String> wanted) {
        this.folder = folder;
        this.wanted = new ArrayDeque<>(wanted);
        frame.setUndecorated(true);
    }

    public static void main(String[] args) {
        Look.install(LookSettings.standard());
        List<String> words = List.of(args);
        SwingUtilities.invokeLater(() -> new Pictures(new File(args[0]), words.subList(1, words.size())).next());
    }

    private void next() {
        String name = wanted.poll();
        if (name == null) {
            frame.dispose();
            System.exit(0);
            return;
        }
        String[] parts = name.split("-");
        Look.switchTo(Theme.valueOf(parts[1].toUpperCase(Locale.ROOT)));
        Look.textSize(TextSize.ofPercent(parts.length > 3 ? Integer.parseInt(parts[3]) : 100));
        int width = Integer.parseInt(parts[2]);
        frame.setSize(width, width == 1024 ? 768 : width == 1280 ? 800 : 1080);
        Preview preview = new Preview();
        preview.open(frame, parts[0]);
        Timer settled = new Timer(SETTLE_MILLIS, e -> {
            write(name);
            preview.close();
            next();
        });
        settled.setRepeats(false);
        settled.start();
    }

    private void write(String name) {
        BufferedImage image = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        frame.getContentPane().printAll(g);
        g.dispose();
        try {
            ImageIO.write(image, "png", new File(folder, name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
