package com.euphoriapos.domain;

/** Where a retail transaction stands. */
public enum TransactionStatus {
    IN_PROGRESS,
    SUSPENDED,
    COMPLETED,
    CANCELLED,
    VOIDED
}
