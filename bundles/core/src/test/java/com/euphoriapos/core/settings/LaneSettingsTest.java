package com.euphoriapos.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.RolePolicy;
import com.euphoriapos.domain.TaxTable;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.MemoryStore;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LaneSettingsTest {
    private static final StoreSettings STORE = new StoreSettings(
            "Ann's \"Wine\"",
            List.of("1 High St", "Dublin"),
            List.of("Bye"),
            new TaxTable(Map.of("standard", Rate.ofPercent("8.875"), "exempt", Rate.ZERO, "food", new Rate(1))),
            "€",
            ZoneId.of("Europe/Dublin"),
            "L1",
            false);

    private final MemoryStore store = new MemoryStore();
    private final LaneSettings settings = new LaneSettings(store, "");

    @Test
    void isEmptyBeforeTheSetup() {
        assertEquals(Optional.empty(), settings.current());
        assertEquals(List.of(), settings.items());
    }

    @Test
    void showsNewSettingsAtOnceAfterAReload() {
        save();
        assertEquals(Optional.empty(), settings.current());
        settings.reload();
        assertEquals(Optional.of(STORE), settings.current());
        assertEquals(Optional.of(STORE), new LaneSettings(store, "").current());
    }

    @Test
    void keepsWhatWasReadLastOfTwoReloadsAtOnce() throws Exception {
        save();
        CountDownLatch hasRead = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean slow = new AtomicBoolean();
        Store slowStore = (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (self, method, arguments) -> {
                    Object result = method.invoke(store, arguments);
                    if (slow.compareAndSet(true, false)) {
                        hasRead.countDown();
                        goOn.await();
                    }
                    return result;
                });
        LaneSettings reloaded = new LaneSettings(slowStore, "");
        slow.set(true);
        Thread first = new Thread(reloaded::reload, "first-reload");
        first.start();
        hasRead.await();
        store.write(handle -> {
            handle.settings().put("store_name", "\"New\"", Instant.EPOCH);
            return 0;
        });
        Thread second = new Thread(reloaded::reload, "second-reload");
        second.start();
        Await.until(
                "the second one waits or is done",
                () -> second.getState() == Thread.State.WAITING || !second.isAlive());
        goOn.countDown();
        first.join();
        second.join();

        assertEquals("New", reloaded.current().orElseThrow().storeName());
    }

    @Test
    void letsTheCfgFileOverrideTheLabel() {
        save();
        assertEquals(
                "L9", new LaneSettings(store, " L9 ").current().orElseThrow().workstationId());
    }

    @Test
    void saysWhichLabelInTheCfgFileCanNotBeUsedAndGoesOn() {
        save();
        for (String bad : new String[] {"LANE-1", "UNSET", "L123456789"}) {
            LaneSettings started = new LaneSettings(store, bad);
            assertEquals("L1", started.current().orElseThrow().workstationId());
            assertTrue(started.items().get(0).detail().contains("workstation.cfg: workstationId=\"" + bad));
        }
    }

    @Test
    void leavesOutValuesOfOthersThatItCanNotRead() {
        save();
        store.write(handle -> {
            handle.settings().put("loyalty", "{broken", Instant.EPOCH);
            return 0;
        });
        settings.reload();
        assertEquals(Optional.of(STORE), settings.current());
    }

    @Test
    void usesTheDefaultRolesAndSaysSoWhenTheStoredOnesAreDamaged() {
        String some = RoleValues.write(RolePolicy.DEFAULT);
        assertEquals(RolePolicy.DEFAULT, RoleValues.read(some));
        for (String bad : List.of("{broken", "[]", "{}", some.replace("500000", "10"), some.replace("\"SELL\"", "7"))) {
            store.write(handle -> {
                handle.settings().put(RoleValues.KEY, bad, Instant.EPOCH);
                return 0;
            });
            LaneSettings started = new LaneSettings(store, "");
            assertEquals(RolePolicy.DEFAULT, started.roles(), bad);
            assertEquals("roles", started.items().get(0).id());
        }
    }

    @Test
    void leavesOutPermissionsThatOnlyANewerVersionKnows() {
        String newer = RoleValues.write(RolePolicy.DEFAULT).replaceFirst("\"SELL\"", "\"SELL\",\"FLY\"");
        assertEquals(RolePolicy.DEFAULT, RoleValues.read(newer));
    }

    private void save() {
        store.write(handle -> {
            settings.save(handle, STORE, Instant.EPOCH);
            return 0;
        });
    }
}
