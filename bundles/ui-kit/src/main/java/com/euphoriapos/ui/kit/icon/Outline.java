package com.euphoriapos.ui.kit.icon;

import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the path data of an icon: the relative commands and {@code M}, as the icon set writes them. A whole SVG library costs every
 * start more than all icons together.
 */
final class Outline {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z]|-?(?:\\d+\\.?\\d*|\\.\\d+)");

    private final Matcher tokens;
    private final Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private boolean more;
    private Point2D handle = new Point2D.Double();

    private Outline(String data) {
        tokens = TOKEN.matcher(data);
        more = tokens.find();
    }

    /**
     * The shape of path data.
     *
     * @throws IllegalArgumentException for a command that icons do not use
     */
    static Path2D read(String data) {
        Outline outline = new Outline(data);
        char command = ' ';
        while (outline.more) {
            if (Character.isLetter(outline.tokens.group().charAt(0))) {
                command = outline.tokens.group().charAt(0);
                outline.more = outline.tokens.find();
            }
            outline.draw(command);
            // Further pairs after a move are lines.
            command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
        }
        return outline.path;
    }

    private void draw(char command) {
        Point2D from = here();
        double x = from.getX();
        double y = from.getY();
        switch (command) {
            case 'M' -> path.moveTo(next(), next());
            case 'm' -> path.moveTo(x + next(), y + next());
            case 'L' -> path.lineTo(next(), next());
            case 'l' -> path.lineTo(x + next(), y + next());
            case 'h' -> path.lineTo(x + next(), y);
            case 'v' -> path.lineTo(x, y + next());
            case 'c' -> curve(from, x + next(), y + next());
            case 's' -> curve(from, 2 * x - handle.getX(), 2 * y - handle.getY());
            case 'a' -> arc(from);
            case 'z' -> path.closePath();
            default -> throw new IllegalArgumentException("path command " + command);
        }
        if (command != 'c' && command != 's') {
            handle = here();
        }
    }

    private Point2D here() {
        Point2D point = path.getCurrentPoint();
        return point == null ? new Point2D.Double() : point;
    }

    private double next() {
        if (!more) {
            throw new IllegalArgumentException("the path ends in the middle of a command");
        }
        double number = Double.parseDouble(tokens.group());
        more = tokens.find();
        return number;
    }

    private void curve(Point2D from, double firstX, double firstY) {
        Point2D second = new Point2D.Double(from.getX() + next(), from.getY() + next());
        path.curveTo(firstX, firstY, second.getX(), second.getY(), from.getX() + next(), from.getY() + next());
        handle = second;
    }

    /** An elliptical arc from its ends to its centre, as the SVG specification derives it; the axes are never turned. */
    private void arc(Point2D from) {
        double rx = next();
        double ry = next();
        next();
        boolean large = next() != 0;
        boolean sweep = next() != 0;
        double toX = from.getX() + next();
        double toY = from.getY() + next();
        // In units of the radii the ellipse is a circle of radius 1.
        double halfX = (from.getX() - toX) / 2 / rx;
        double halfY = (from.getY() - toY) / 2 / ry;
        double square = halfX * halfX + halfY * halfY;
        if (square == 0) {
            return;
        }
        double grow = Math.max(1, Math.sqrt(square));
        double side = (large == sweep ? -1 : 1) * Math.sqrt(Math.max(0, (grow * grow - square) / square));
        double centreX = (from.getX() + toX) / 2 + side * halfY * rx;
        double centreY = (from.getY() + toY) / 2 - side * halfX * ry;
        double start = angle((from.getX() - centreX) / rx, (from.getY() - centreY) / ry);
        double extent = angle((toX - centreX) / rx, (toY - centreY) / ry) - start;
        if (sweep && extent > 0) {
            extent -= 360;
        } else if (!sweep && extent < 0) {
            extent += 360;
        }
        double width = rx * grow;
        double height = ry * grow;
        path.append(
                new Arc2D.Double(centreX - width, centreY - height, 2 * width, 2 * height, start, extent, Arc2D.OPEN),
                true);
    }

    /** In degrees against the clock, as Java counts them. */
    private static double angle(double x, double y) {
        return Math.toDegrees(Math.atan2(-y, x));
    }
}
