package com.euphoriapos.api.settings;

import com.euphoriapos.domain.SaleRules;
import com.euphoriapos.domain.TaxTable;
import java.time.ZoneId;
import java.util.List;

/**
 * The settings that selling needs.
 *
 * @param storeName as on the receipt
 * @param addressLines below the name, may be empty
 * @param receiptFooter last lines of the receipt, may be empty
 * @param taxTable rates by category
 * @param currencySymbol such as {@code $}
 * @param zone where the store is; the business day follows it
 * @param workstationId label of this lane, such as {@code L1}
 * @param demo whether this is a demo store
 * @param rules what holds for every sale
 */
public record StoreSettings(
        String storeName,
        List<String> addressLines,
        List<String> receiptFooter,
        TaxTable taxTable,
        String currencySymbol,
        ZoneId zone,
        String workstationId,
        boolean demo,
        SaleRules rules) {
    public StoreSettings {
        addressLines = List.copyOf(addressLines);
        receiptFooter = List.copyOf(receiptFooter);
    }

    /** With the rules that hold before anybody changes them. */
    public StoreSettings(
            String storeName,
            List<String> addressLines,
            List<String> receiptFooter,
            TaxTable taxTable,
            String currencySymbol,
            ZoneId zone,
            String workstationId,
            boolean demo) {
        this(
                storeName,
                addressLines,
                receiptFooter,
                taxTable,
                currencySymbol,
                zone,
                workstationId,
                demo,
                SaleRules.DEFAULT);
    }

    /** The same under other rules. */
    public StoreSettings with(SaleRules others) {
        return new StoreSettings(
                storeName, addressLines, receiptFooter, taxTable, currencySymbol, zone, workstationId, demo, others);
    }
}
