package com.euphoriapos.ui.kit.theme;

import java.time.LocalTime;

/** Light or dark. */
public enum Theme {
    LIGHT,
    DARK;

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(19, 0);

    /** The theme "by the hour": light from 7:00 to 19:00. */
    public static Theme at(LocalTime time) {
        return time.isBefore(MORNING) || !time.isBefore(EVENING) ? DARK : LIGHT;
    }
}
