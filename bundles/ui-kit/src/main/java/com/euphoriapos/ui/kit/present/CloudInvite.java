package com.euphoriapos.ui.kit.present;

import java.util.Locale;

/**
 * What lets a lane into the cloud, out of what somebody typed, pasted or scanned: both at once, or one of them.
 *
 * @param address where the cloud is, empty where the text has none
 * @param code the one-time code, empty where the text has none
 */
public record CloudInvite(String address, String code) {
    /** Takes the words apart; whatever does not look like an address belongs to the code. */
    public static CloudInvite of(String text) {
        String address = "";
        StringBuilder code = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (address.isEmpty() && isAddress(word)) {
                address = word;
            } else {
                code.append(word);
            }
        }
        return new CloudInvite(address, code.toString());
    }

    /** What two fields hold; an address that was pasted together with the code is taken apart. */
    public static CloudInvite of(String addressField, String codeField) {
        String address = addressField.strip();
        return codeField.isBlank() && address.matches(".*\\s.*")
                ? of(address)
                : new CloudInvite(address, codeField.strip());
    }

    private static boolean isAddress(String word) {
        return word.matches(".*[.:/].*") || word.toLowerCase(Locale.ROOT).equals("localhost");
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "CloudInvite[" + address + "]";
    }
}
