package com.euphoriapos.ui.kit.icon;

import java.util.Locale;

/** The icons by shape. The file name is the constant in lower case with hyphens. */
public enum Glyph {
    ACTIVITY,
    ADJUSTMENTS,
    ALERT_CIRCLE,
    ALERT_OCTAGON_FILLED,
    ALERT_TRIANGLE_FILLED,
    ARROW_BACK_UP,
    ARROW_LEFT,
    ARROW_RIGHT,
    BACKSPACE,
    BARCODE,
    BELL,
    BOTTLE,
    BUILDING_STORE,
    CALENDAR,
    CASH,
    CASH_REGISTER,
    CHART_BAR,
    CHECK,
    CHEVRON_DOWN,
    CHEVRON_LEFT,
    CHEVRON_RIGHT,
    CHEVRON_UP,
    CIRCLE_CHECK_FILLED,
    CLOCK,
    CLOUD,
    COINS,
    COPY,
    CREDIT_CARD,
    DATABASE,
    DEVICES,
    DISCOUNT,
    DOTS,
    DOWNLOAD,
    FILE_IMPORT,
    FILE_TEXT,
    FILE_ZIP,
    FILTER,
    GIFT,
    HASH,
    HELP,
    HISTORY,
    ID_BADGE_2,
    INFO_CIRCLE,
    INFO_CIRCLE_FILLED,
    KEYBOARD,
    LIST_DETAILS,
    LOCK,
    LOCK_CHECK,
    LOGIN,
    LOGOUT,
    MAIL,
    MINUS,
    MOON,
    PACKAGE,
    PENCIL,
    PERCENTAGE,
    PLAYER_PAUSE,
    PLAYER_PAUSE_FILLED,
    PLUG,
    PLUS,
    PRINTER,
    PUZZLE,
    RECEIPT,
    RECEIPT_REFUND,
    REFRESH,
    REPORT,
    ROTATE,
    SCALE,
    SCAN,
    SEARCH,
    SETTINGS,
    SHIELD_CHECK,
    SHOPPING_CART,
    SUN,
    TAG,
    TAGS,
    TRASH,
    TRUCK,
    UPLOAD,
    USB,
    USER,
    USER_CHECK,
    USER_PLUS,
    USERS,
    VOLUME,
    WALLET,
    WORLD,
    X;

    /** The icon at this size (pixels at scale 1) in the colour of the component it is painted on. */
    public GlyphIcon icon(int size) {
        return new GlyphIcon(this, size, null);
    }

    /** The icon at this size in a colour of the theme. */
    public GlyphIcon icon(int size, com.euphoriapos.ui.kit.theme.Tone tone) {
        return new GlyphIcon(this, size, tone);
    }

    String resource() {
        return "com/euphoriapos/ui/kit/icon/svg/"
                + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
    }
}
