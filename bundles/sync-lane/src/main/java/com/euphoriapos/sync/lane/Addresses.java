package com.euphoriapos.sync.lane;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Where this computer is on the shop's network. */
final class Addresses {
    private Addresses() {}

    /** Addresses that other lanes can dial, the likeliest first; the loopback when there is no other. */
    static List<String> own(String bind) {
        if (!bind.isBlank()) {
            return List.of(bind);
        }
        List<InetAddress> found = siteLocal();
        List<String> texts = new ArrayList<>();
        found.forEach(address -> texts.add(address.getHostAddress()));
        return texts.isEmpty() ? List.of("127.0.0.1") : texts;
    }

    /** One for each interface that is up: IPv4 addresses of private networks. */
    static List<InetAddress> siteLocal() {
        List<InetAddress> found = new ArrayList<>();
        try {
            List<NetworkInterface> interfaces = Collections.list(NetworkInterface.getNetworkInterfaces());
            interfaces.sort(Comparator.comparingInt(NetworkInterface::getIndex));
            for (NetworkInterface card : interfaces) {
                if (card.isUp() && !card.isLoopback() && !card.isVirtual() && !card.isPointToPoint()) {
                    Collections.list(card.getInetAddresses()).stream()
                            .filter(address -> address instanceof Inet4Address && address.isSiteLocalAddress())
                            .findFirst()
                            .ifPresent(found::add);
                }
            }
        } catch (SocketException none) {
            // No network is no fault of ours; there is nothing to announce.
        }
        return found;
    }
}
