package com.euphoriapos.launcher;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two lanes on a network of their own find each other by mDNS alone, also when an address changes. */
final class FoundLanesTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("POS_JAVA_OPTIONS", "-Dpos.keychain.enabled=false");

    @TempDir
    Path folder;

    @Test
    void joinsWithoutAnAddressAndFindsTheLaneAgainWhenBothHaveOthers() throws Exception {
        try (TwoHosts hosts = TwoHosts.open()) {
            Product first = new Product(folder.resolve("L1"), hosts.on(1));
            Product second = new Product(folder.resolve("L2"), hosts.on(2));
            try (Running two = second.start(ENVIRONMENT)) {
                try (Running one = first.start(ENVIRONMENT)) {
                    Ceremony.setUp(one, Shop.PIN);
                    Ceremony.joinNearby(one, two);
                    Ceremony.awaitConnected(two, "L1");
                }
                hosts.address(1, 77);
                hosts.address(2, 88);
                try (Running again = first.start(ENVIRONMENT)) {
                    Ceremony.awaitConnected(again, "L2");
                }
            }
        }
    }
}
