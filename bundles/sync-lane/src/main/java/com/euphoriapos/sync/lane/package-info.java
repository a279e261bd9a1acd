/**
 * Links between lanes: WebSocket over TLS 1.3 with pinned keys on both sides, dialled again and again, found by address or by mDNS;
 * and the pairing by which a new lane gets in. It carries frames and knows nothing of what is in them. One thread decides
 * ({@code sync-lane}), the pool {@code sync-net} moves bytes, and nothing here waits for another lane on a thread that a third needs.
 */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.sync.lane;
