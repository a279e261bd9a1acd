package com.euphoriapos.api.sync;

import java.util.Set;

/** The kinds of message that lanes exchange. Their payloads are described in docs/sync-protocol.md. */
public final class Topics {
    /** A completed sale; immutable. */
    public static final String TRANSACTION_NEW = "transaction:new";
    /** A change of stock: the only thing that moves stock. */
    public static final String INVENTORY_UPDATE = "inventory:update";
    /** A person, whole. */
    public static final String EMPLOYEE_UPSERT = "employee:upsert";
    /** A product with its barcodes. */
    public static final String PRODUCT_UPSERT = "product:upsert";
    /** Several products with their barcodes. */
    public static final String PRODUCT_BULK_UPSERT = "product:bulk_upsert";
    /** A discount rule. */
    public static final String DISCOUNT_RULE_UPSERT = "discount_rule:upsert";
    /** A row of the store's settings. */
    public static final String POS_CONFIG_UPDATE = "pos_config:update";
    /** A lane that was paired, renamed, retired or revoked. */
    public static final String LANE_UPSERT = "lane:upsert";
    /** A sale that was put aside, to be resumed on any lane. */
    public static final String SALE_SUSPENDED = "sale:suspended";
    /** Somebody took a named thing that only one may have. */
    public static final String CLAIM_MADE = "claim:made";
    /** A manager has looked at what was put up for review. */
    public static final String REVIEW_RESOLVED = "review:resolved";
    /** How far a lane's journal goes: number and hash of its newest entry. */
    public static final String JOURNAL_HEAD = "journal:head";

    /** All of them: an event of another topic comes from a newer lane and is parked. */
    public static final Set<String> ALL = Set.of(
            TRANSACTION_NEW,
            INVENTORY_UPDATE,
            EMPLOYEE_UPSERT,
            PRODUCT_UPSERT,
            PRODUCT_BULK_UPSERT,
            DISCOUNT_RULE_UPSERT,
            POS_CONFIG_UPDATE,
            LANE_UPSERT,
            SALE_SUSPENDED,
            CLAIM_MADE,
            REVIEW_RESOLVED,
            JOURNAL_HEAD);

    /** Those whose message says how its aggregate looks now, so that of two messages one has to win. */
    public static final Set<String> EDITS =
            Set.of(EMPLOYEE_UPSERT, PRODUCT_UPSERT, DISCOUNT_RULE_UPSERT, POS_CONFIG_UPDATE, LANE_UPSERT);

    private Topics() {}
}
