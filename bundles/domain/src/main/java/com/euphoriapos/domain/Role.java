package com.euphoriapos.domain;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What somebody is in the store, and what that lets them do. */
public enum Role {
    CASHIER("Cashier", EnumSet.of(Permission.SELL, Permission.READ_HISTORY), 4),
    MANAGER("Manager", EnumSet.of(Permission.SELL, Permission.READ_HISTORY, Permission.MANAGE_CATALOG), 6),
    OWNER("Owner", EnumSet.allOf(Permission.class), 6);

    private final String title;
    private final Set<Permission> permissions;
    private final int pinLengthMin;

    Role(String title, Set<Permission> permissions, int pinLengthMin) {
        this.title = title;
        this.permissions = Set.copyOf(permissions);
        this.pinLengthMin = pinLengthMin;
    }

    /** The word on a screen. */
    public String title() {
        return title;
    }

    /** The fewest digits of a PIN in this role. */
    public int pinLengthMin() {
        return pinLengthMin;
    }

    /** Whether somebody in this role may do it. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** The role of a stored name. */
    public static Role of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
