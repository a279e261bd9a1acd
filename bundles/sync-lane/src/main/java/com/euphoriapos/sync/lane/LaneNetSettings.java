package com.euphoriapos.sync.lane;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How this lane is on the network.
 *
 * @param bind address to listen on; empty for all
 * @param port to listen on; when it is taken, the next free one of the nineteen after it. 0 for any
 * @param always whether to listen while there is neither another lane nor an invite
 * @param discovery whether to announce this lane and look for others by mDNS
 * @param backoff between dials
 */
record LaneNetSettings(String bind, int port, boolean always, boolean discovery, Backoff backoff) {
    static final int PORT = 8123;
    static final int PORTS = 20;
    private static final int PORT_MAX = 65_535 - PORTS;

    LaneNetSettings {
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException("no port: " + port);
        }
    }

    /**
     * Ports to try, in their order. The one of the last time is first: others look for this lane there, and two lanes of one machine that
     * start together do not change places, after which each would find itself where it looks for the other.
     *
     * @param last 0 where there is none
     */
    List<Integer> ports(int last) {
        if (port == 0) {
            return List.of(0);
        }
        IntPredicate known = each -> each == last;
        return IntStream.concat(
                        IntStream.range(port, port + PORTS).filter(known),
                        IntStream.range(port, port + PORTS).filter(known.negate()))
                .boxed()
                .toList();
    }
}
