package com.euphoriapos.domain;

/** How a customer pays. */
public enum TenderType {
    CASH
}
