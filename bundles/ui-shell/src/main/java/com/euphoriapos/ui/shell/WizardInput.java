package com.euphoriapos.ui.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What is typed in the wizard's fields.
 *
 * @param texts by the name of the field, see the constants
 * @param pin the owner's PIN; whoever takes the input wipes it
 * @param pinAgain the same once more
 */
public record WizardInput(Map<String, String> texts, char[] pin, char[] pinAgain) {
    public static final String STORE_NAME = "storeName";
    public static final String ADDRESS = "addressLines";
    public static final String CITY = "city";
    public static final String TAX_PERCENT = "taxPercent";
    public static final String CURRENCY = "currencySymbol";
    public static final String WORKSTATION = "workstationId";
    public static final String FIRST_NAME = "ownerFirstName";
    public static final String LAST_NAME = "ownerLastName";
    public static final String PIN = "ownerPin";
    public static final String PIN_AGAIN = "ownerPinAgain";
    public static final String JOIN_CODE = "code";
    public static final String JOIN_ADDRESS = "address";
    public static final String JOIN_LABEL = "joinAs";

    public static final String CLOUD_ADDRESS = "cloudAddress";
    public static final String CLOUD_CODE = "cloudCode";

    /** The fields of the first step. */
    public static final List<String> STORE_FIELDS =
            List.of(STORE_NAME, ADDRESS, CITY, TAX_PERCENT, CURRENCY, WORKSTATION);

    /** The fields of the page that joins a store. */
    public static final List<String> JOIN_FIELDS = List.of(JOIN_CODE, JOIN_ADDRESS, JOIN_LABEL);

    public WizardInput {
        texts = Map.copyOf(texts);
    }

    String text(String field) {
        return texts.getOrDefault(field, "").strip();
    }

    /** The lines of the address that are not empty. */
    List<String> addressLines() {
        return List.of(text(ADDRESS), text(CITY)).stream()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    void wipe() {
        Arrays.fill(pin, '\0');
        Arrays.fill(pinAgain, '\0');
    }

    /** Names only. */
    @Override
    public String toString() {
        return "WizardInput" + texts.keySet();
    }
}
