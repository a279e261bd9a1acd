package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Start levels are there for speed only: the lane comes up whatever starts first. */
final class StartOrderTest {
    private static final int ORDERS = Integer.getInteger("pos.start.orders", 5);

    @TempDir
    Path folder;

    @Test
    void comesUpWholeInAnyOrder() throws Exception {
        long seed = Long.getLong("pos.start.seed", System.nanoTime());
        System.out.println("start order: seed " + seed + " (repeat with -Dpos.start.seed=" + seed + ")");
        try (Shop shop = Shop.open(folder.resolve("lane"))) {
            Random random = new Random(seed);
            for (int i = 1; i <= ORDERS; i++) {
                shop.scan(Shop.BOURBON);
                shuffle(shop, random);
                awaitWhole(shop, "order " + i + " of seed " + seed);
                shop.signIn();
                shop.pay();
                assertEquals(i, shop.history().search("", 99).size(), "order " + i + " of seed " + seed);
            }
        }
    }

    private static void shuffle(Shop shop, Random random) throws BundleException {
        List<Bundle> bundles = new ArrayList<>(shop.bundles()
                .filter(b -> b.getBundleId() != 0)
                .filter(b -> b.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .toList());
        Collections.shuffle(bundles, random);
        for (Bundle bundle : bundles) {
            bundle.stop(Bundle.STOP_TRANSIENT);
        }
        Collections.shuffle(bundles, random);
        for (Bundle bundle : bundles) {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
        }
    }

    static void awaitWhole(Shop shop, String when) {
        try {
            TestLane.awaitTrue(() -> problems(shop).isEmpty(), "whole lane");
        } catch (AssertionError late) {
            throw new AssertionError(when + ": " + problems(shop), late);
        }
    }

    static List<String> problems(Shop shop) {
        List<String> problems = new ArrayList<>();
        shop.bundles()
                .filter(b -> b.getState() != Bundle.ACTIVE && b.getState() != Bundle.STARTING)
                .filter(b -> b.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .forEach(b -> problems.add(b.getSymbolicName() + " is in state " + b.getState()));
        ServiceComponentRuntime runtime = shop.service(ServiceComponentRuntime.class);
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
            for (ComponentConfigurationDTO configured : runtime.getComponentConfigurationDTOs(description)) {
                if (configured.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
                    problems.add(description.name + " lacks " + missing(configured.unsatisfiedReferences));
                } else if (configured.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                    problems.add(description.name + " failed: " + configured.failure);
                }
            }
        }
        return problems;
    }

    private static String missing(UnsatisfiedReferenceDTO[] references) {
        return String.join(
                ", ",
                Arrays.stream(references).map(r -> r.name + " " + r.target).toList());
    }
}
