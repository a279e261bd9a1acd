package com.euphoriapos.ui.kit.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class CloudInviteTest {
    private static final String ADDRESS = "https://cloud.example";
    private static final String CODE = "7KQ2-M9XA-44TD-PLZW";

    @Test
    void tellsTheAddressFromTheCode() {
        assertEquals(new CloudInvite(ADDRESS, CODE), CloudInvite.of(ADDRESS + " " + CODE + "\n"));
        assertEquals(new CloudInvite(ADDRESS, CODE), CloudInvite.of(CODE + " " + ADDRESS));
        assertEquals(new CloudInvite("", CODE), CloudInvite.of(CODE));
        assertEquals(new CloudInvite("", "7KQ2M9XA"), CloudInvite.of(" 7KQ2 M9XA "));
        assertEquals(new CloudInvite("localhost:8480", ""), CloudInvite.of("localhost:8480"));
    }

    @Test
    void leavesTwoFieldsAsTheyAreButWhereBothWerePastedIntoOne() {
        assertEquals(new CloudInvite("shopserver", CODE), CloudInvite.of(" shopserver ", CODE));
        assertEquals(new CloudInvite(ADDRESS, CODE), CloudInvite.of(ADDRESS + " " + CODE, " "));
        assertEquals(new CloudInvite("", ""), CloudInvite.of("", ""));
    }

    @Test
    void keepsTheCodeOutOfLogs() {
        assertFalse(CloudInvite.of(ADDRESS + " " + CODE).toString().contains("7KQ2"));
    }
}
