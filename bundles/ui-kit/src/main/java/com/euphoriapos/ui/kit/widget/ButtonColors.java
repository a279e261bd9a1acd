package com.euphoriapos.ui.kit.widget;

import java.awt.Color;

/** What a button in one state is painted with; the edge's width is at scale 1, the ring shows the focus. */
record ButtonColors(Color fill, Color edge, int edgeWidth, Color text, Color ring) {}
