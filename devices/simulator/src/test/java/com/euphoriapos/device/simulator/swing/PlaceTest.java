package com.euphoriapos.device.simulator.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

final class PlaceTest {
    private static final Rectangle SCREEN = new Rectangle(0, 30, 1920, 1050);

    @Test
    void takesAColumnAtTheEdgeWhereItIsAlone() {
        Place place = new Place(SCREEN, "");
        assertTrue(place.wide());
        assertEquals(new Rectangle(1540, 30, 380, 1050), place.unfolded());
    }

    @Test
    void staysOnItsOwnLaneWhereSeveralShareTheScreen() {
        Place left = new Place(SCREEN, "1/2");
        Place right = new Place(SCREEN, "2/2");
        assertFalse(left.wide());
        assertEquals(new Rectangle(580, 30, 380, 760), left.unfolded());
        assertEquals(new Rectangle(1540, 30, 380, 760), right.unfolded());
        assertTrue(left.folded().getMaxX() < 960);
        assertTrue(right.folded().x > 960);
        assertEquals(new Rectangle(1540, 555, 380, 509), new Place(SCREEN, "4/4").unfolded());
    }
}
