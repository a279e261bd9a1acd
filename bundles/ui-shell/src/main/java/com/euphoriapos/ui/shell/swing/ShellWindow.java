package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.shell.ShellView;
import java.awt.BorderLayout;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.WindowConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The frame: the lane bar, and below it whatever is in front. */
final class ShellWindow implements ShellView {
    private static final Logger log = LoggerFactory.getLogger(ShellWindow.class);
    private static final String TITLE = "Euphoria POS";
    private static final int WIDTH = 1024;
    private static final int HEIGHT = 700;
    /** Half of the usual screen: tight, but enough to watch two lanes. */
    private static final int BESIDE_WIDTH = 960;

    private final JFrame frame = new JFrame(TITLE);
    private final JPanel stage = new JPanel(new BorderLayout());
    private final Floating floating;
    private final Pages pages;

    ShellWindow(Pages pages, Runnable closing) {
        this.pages = pages;
        JPanel content = new JPanel(new BorderLayout());
        // Nobody writes into these two: what the desktop has for composing letters is opened with the first field, not
        // before.
        frame.enableInputMethods(false);
        stage.enableInputMethods(false);
        stage.setFocusable(true);
        stage.setBackground(Tone.CANVAS.color());
        content.add(stage);
        frame.setContentPane(content);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.setMinimumSize(Scale.size(WIDTH, HEIGHT));
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent e) {
                closing.run();
            }
        });
        floating = new Floating(frame);
    }

    /** Shows the frame there. */
    void open(WindowPlace place) {
        Rectangle all = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        if (!place.whole()) {
            frame.setMinimumSize(Scale.size(BESIDE_WIDTH, HEIGHT));
        }
        frame.setBounds(place.bounds(all, frame.getMinimumSize()));
        if (place.whole()) {
            frame.setExtendedState(JFrame.MAXIMIZED_BOTH);
        }
        frame.setVisible(true);
        stage.requestFocusInWindow();
    }

    void addBar(JComponent bar) {
        frame.getContentPane().add(bar, BorderLayout.NORTH);
        frame.getContentPane().revalidate();
    }

    void addIcon() {
        frame.setIconImages(Stream.of(16, 32, 48, 64).map(ShellWindow::icon).toList());
    }

    Floating floating() {
        return floating;
    }

    JComponent root() {
        return frame.getRootPane();
    }

    /** Takes the window away; nothing of it is left afterwards. */
    void close() {
        frame.setVisible(false);
        stage.removeAll();
        frame.dispose();
    }

    private static Image icon(int size) {
        Logo logo = new Logo(size);
        logo.setSize(size, size);
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        logo.paint(g);
        g.dispose();
        return image;
    }

    @Override
    public void showOpening(String what) {
        put(new CalmPanel(Glyph.BUILDING_STORE, what, ""));
    }

    @Override
    public void showShut(String what, String why) {
        put(new CalmPanel(Glyph.ALERT_OCTAGON_FILLED, what, why));
    }

    @Override
    public void showWizard() {
        put(pages.wizard());
    }

    @Override
    public void showRecovery() {
        put(pages.recovery());
    }

    @Override
    public void showSignIn() {
        put(pages.signIn());
    }

    @Override
    public void showScreen(Screen screen) {
        JComponent component;
        try {
            component = screen.component();
        } catch (RuntimeException e) {
            log.error("screen {} could not be built", screen.id(), e);
            component = new CalmPanel(
                    Glyph.ALERT_CIRCLE, "“" + screen.title() + "” could not be opened", "The log says why.");
        }
        put(component);
    }

    @Override
    public void showMissing(String title, String detail) {
        put(new CalmPanel(Glyph.PUZZLE, title, detail));
    }

    private void put(JComponent page) {
        Edt.check();
        floating.closeSheet();
        if (stage.getComponentCount() == 1 && stage.getComponent(0) == page) {
            return;
        }
        stage.removeAll();
        Look.refresh(page);
        stage.add(page);
        stage.setBackground(Tone.CANVAS.color());
        stage.revalidate();
        stage.repaint();
        // Keys reach a page only through a focused component; a page may ask for the focus afterwards.
        stage.requestFocusInWindow();
    }
}
