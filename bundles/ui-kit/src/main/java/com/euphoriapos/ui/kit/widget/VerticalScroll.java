package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.theme.Scale;
import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.Scrollable;

/** What scrolls up and down only: it is as wide as what it scrolls in, so that words wrap instead of leaving sight. */
public interface VerticalScroll extends Scrollable {
    /** As the component has it. */
    Dimension getPreferredSize();

    /** How far one step goes, in pixels of the screen. */
    default int scrollStep() {
        return Scale.px(44);
    }

    @Override
    default Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    default int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return scrollStep();
    }

    @Override
    default int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return visible.height;
    }

    @Override
    default boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    default boolean getScrollableTracksViewportHeight() {
        return false;
    }
}
