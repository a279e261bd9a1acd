package com.euphoriapos.ui.register;

import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.Department;

/**
 * A product that can be chosen: in the picker, in the results of a search, on a quick key.
 *
 * @param name in title case
 * @param size such as "750 ml" or "750 ml · case of 12"
 * @param detail size, department and item number
 * @param price of the pack
 * @param stock such as "9 in stock"
 * @param department its colour
 * @param match what choosing it adds
 */
public record ProductRow(
        String name,
        String size,
        String detail,
        String price,
        String stock,
        Department department,
        CatalogMatch match) {}
