package com.euphoriapos.device.simulator.swing;

import java.awt.Component;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;

/** Moves a window without a title bar by a part of it. */
final class Dragging extends MouseAdapter {
    private final Window window;
    private Point grip = new Point();

    Dragging(Window window) {
        this.window = window;
    }

    void by(Component handle) {
        handle.addMouseListener(this);
        handle.addMouseMotionListener(this);
    }

    @Override
    public void mousePressed(MouseEvent e) {
        grip = new Point(e.getXOnScreen() - window.getX(), e.getYOnScreen() - window.getY());
    }

    @Override
    public void mouseDragged(MouseEvent e) {
        window.setLocation(e.getXOnScreen() - grip.x, e.getYOnScreen() - grip.y);
    }
}
