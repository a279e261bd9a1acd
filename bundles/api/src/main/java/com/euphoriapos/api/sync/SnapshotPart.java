package com.euphoriapos.api.sync;

/** Parts of a snapshot, in the order in which a new lane takes them. */
public enum SnapshotPart {
    /** What selling needs: products, people, settings, lanes, suspended sales, stock. */
    CATALOG,
    /** Past sales and stock changes, and the positions that they stand for. */
    HISTORY
}
