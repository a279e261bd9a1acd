package com.euphoriapos.device.simulator.swing;

import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the panel stands. On a wide screen it takes a column at the right edge, and a register that fills the screen makes room
 * for it; on a small one, and where lanes share the screen, it lies as a slim bar over its own register.
 */
final class Place {
    static final int WIDTH = 380;
    private static final int BAR_WIDTH = 220;
    private static final int NARROW_BAR_WIDTH = 144;
    private static final int BAR_HEIGHT = 44;
    private static final int HEIGHT = 760;
    private static final int WIDE = 1400;
    private static final int GAP = 8;
    private static final int ROOMY = 1200;
    private static final int IN_ROW = 244;

    private final Rectangle screen;
    private final boolean shared;
    private Optional<Frame> neighbour = Optional.empty();

    /** @param window which of how many lanes on the screen this one is, such as "2/4"; anything else is alone there */
    static Place of(String window) {
        Rectangle all = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        return new Place(all, window);
    }

    Place(Rectangle all, String window) {
        this.shared = window.matches("[1-9]/[2-9]");
        this.screen = shared ? part(all, window.charAt(0) - '0', window.charAt(2) - '0') : all;
    }

    /** In two columns, from the left and from the top, as the registers themselves stand. */
    private static Rectangle part(Rectangle all, int number, int lanes) {
        int width = all.width / 2;
        int height = all.height / ((lanes + 1) / 2);
        int column = (number - 1) % 2;
        int row = (number - 1) / 2;
        return new Rectangle(all.x + column * width, all.y + row * height, width, height);
    }

    boolean wide() {
        return !shared && screen.width >= WIDE;
    }

    /** Whether even the slim bar has to be short. */
    boolean narrow() {
        return screen.width < ROOMY;
    }

    /** The place of the whole panel. */
    Rectangle unfolded() {
        Rectangle area = area();
        int height = wide() ? area.height : Math.min(HEIGHT, area.height - 2 * GAP);
        return new Rectangle(area.x + area.width - WIDTH, area.y, WIDTH, height);
    }

    /** The place of the slim bar: in the free middle of the register's top row, the only one with nothing to press or read. */
    Rectangle folded() {
        int width = narrow() ? NARROW_BAR_WIDTH : BAR_WIDTH;
        return new Rectangle(area().x + IN_ROW, top() + GAP / 2, width, BAR_HEIGHT);
    }

    /** Where the register is; where lanes share a small screen, it is larger than its part. */
    private Rectangle area() {
        return shared ? register().map(Frame::getBounds).orElse(screen) : screen;
    }

    /** Where the register's own area begins, below the title bar that some desktops give it. */
    private int top() {
        return register().map(frame -> frame.getY() + frame.getInsets().top).orElse(screen.y);
    }

    private static Optional<Frame> register() {
        return Stream.of(Frame.getFrames())
                .filter(frame -> frame.isVisible() && !frame.isUndecorated())
                .findFirst();
    }

    /** Moves a window that fills the screen beside the panel; it belongs to another bundle, which may be there or not. */
    void makeRoom(Frame panel) {
        if (!wide() || neighbour.isPresent()) {
            return;
        }
        neighbour = Stream.of(Frame.getFrames())
                .filter(frame -> frame != panel && frame.isVisible() && frame.getWidth() > screen.width - WIDTH)
                .findFirst();
        neighbour.ifPresent(frame -> {
            frame.setExtendedState(Frame.NORMAL);
            frame.setBounds(screen.x, screen.y, screen.width - WIDTH, screen.height);
        });
    }

    /** Gives the room back. */
    void leave() {
        neighbour.filter(Frame::isVisible).ifPresent(frame -> frame.setExtendedState(Frame.MAXIMIZED_BOTH));
        neighbour = Optional.empty();
    }
}
