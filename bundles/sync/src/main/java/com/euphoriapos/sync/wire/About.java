package com.euphoriapos.sync.wire;

/**
 * What a lane says of itself beside the protocol; every part may be missing, then it is empty or 0.
 *
 * @param app version of the program
 * @param schema number of the last migration of its database
 * @param label what people call it
 * @param address where it listens, {@code host:port}
 * @param clock its wall clock, epoch milliseconds
 * @param cloud up to where it has applied the cloud's changes
 */
public record About(String app, int schema, String label, String address, long clock, String cloud) {
    /** Nothing said. */
    public static final About NOTHING = new About("", 0, "", "", 0, "");

    /** Without a cloud. */
    public About(String app, int schema, String label, String address, long clock) {
        this(app, schema, label, address, clock, "");
    }
}
