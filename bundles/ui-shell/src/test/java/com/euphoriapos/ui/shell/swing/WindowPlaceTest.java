package com.euphoriapos.ui.shell.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

final class WindowPlaceTest {
    private static final Rectangle SCREEN = new Rectangle(0, 30, 1920, 1050);
    private static final Dimension LEAST = new Dimension(960, 700);

    @Test
    void twoLanesShareTheScreen() {
        assertEquals(new Rectangle(0, 30, 960, 1050), WindowPlace.parse("1/2").bounds(SCREEN, LEAST));
        assertEquals(new Rectangle(960, 30, 960, 1050), WindowPlace.parse("2/2").bounds(SCREEN, LEAST));
    }

    @Test
    void lanesOverlapWhereTheScreenIsTooSmall() {
        Rectangle small = new Rectangle(0, 0, 1280, 800);
        assertEquals(new Rectangle(320, 0, 960, 800), WindowPlace.parse("2/2").bounds(small, LEAST));
        assertEquals(new Rectangle(960, 380, 960, 700), WindowPlace.parse("4/4").bounds(SCREEN, LEAST));
    }

    @Test
    void whatIsNoPlaceIsTheWholeScreen() {
        assertTrue(WindowPlace.parse("").whole());
        assertTrue(WindowPlace.parse("3/2").whole());
        assertEquals(SCREEN, WindowPlace.WHOLE.bounds(SCREEN, LEAST));
    }
}
