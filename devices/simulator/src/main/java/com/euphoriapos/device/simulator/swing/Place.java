package com.euphoriapos.device.simulator.swing;

import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the panel stands. On a wide screen it takes a column at the right edge, and a register that fills the screen makes room
 * for it; on a small one it lies as a slim bar over the register.
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

    private final Rectangle screen =
            GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    private Optional<Frame> neighbour = Optional.empty();

    boolean wide() {
        return screen.width >= WIDE;
    }

    /** Whether even the slim bar has to be short. */
    boolean narrow() {
        return screen.width < ROOMY;
    }

    /** The place of the whole panel. */
    Rectangle unfolded() {
        int height = wide() ? screen.height : Math.min(HEIGHT, screen.height - 2 * GAP);
        return new Rectangle(screen.x + screen.width - WIDTH, screen.y, WIDTH, height);
    }

    /** The place of the slim bar: in the free middle of the register's top row, the only one with nothing to press or read. */
    Rectangle folded() {
        int width = narrow() ? NARROW_BAR_WIDTH : BAR_WIDTH;
        return new Rectangle(screen.x + IN_ROW, top() + GAP / 2, width, BAR_HEIGHT);
    }

    /** Where the register's own area begins, below the title bar that some desktops give it. */
    private int top() {
        return Stream.of(Frame.getFrames())
                .filter(frame -> frame.isVisible() && !frame.isUndecorated())
                .map(frame -> frame.getY() + frame.getInsets().top)
                .findFirst()
                .orElse(screen.y);
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
