package com.euphoriapos.sync.protocol;

/**
 * Sizes and times.
 *
 * @param windowSegments segments that may be on their way to a peer without its acknowledgement
 * @param segmentEvents events in a segment, but for a transaction group that is larger
 * @param applyEvents events that one transaction of the receiver takes, but for a segment that is larger
 * @param pingMillis between signs of life
 * @param deadMillis of silence after which a link is given up
 * @param reconcileMillis between comparisons of all positions
 * @param retryMillis before what the disk refused is tried again
 * @param claimMillis within which all lanes have to agree to a claim
 * @param forsakenMillis after which a name is free again whose claimer went away and said nothing
 * @param claimsOfPeer names that a peer may be taking at once
 */
public record Limits(
        int windowSegments,
        int segmentEvents,
        int applyEvents,
        long pingMillis,
        long deadMillis,
        long reconcileMillis,
        long retryMillis,
        long claimMillis,
        long forsakenMillis,
        int claimsOfPeer) {
    /** What the product uses. */
    public static final Limits NORMAL = new Limits(4, 200, 200, 5_000, 15_000, 600_000, 500, 2_000, 10_000, 256);
}
