package com.euphoriapos.ui.register;

import com.euphoriapos.api.approval.Approvals;
import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.checkout.SuspendedSales;
import com.euphoriapos.api.history.SalesHistory;
import com.euphoriapos.api.receipt.Receipts;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.till.TillDrawer;

/** The use cases that the screens call. */
public record Services(
        Checkout checkout,
        Catalog catalog,
        SalesHistory history,
        Receipts receipts,
        Settings settings,
        Approvals approvals,
        TillDrawer drawer,
        SuspendedSales suspended) {}
