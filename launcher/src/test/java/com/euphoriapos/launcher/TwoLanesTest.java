package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.euphoriapos.api.replication.LaneBook;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.domain.CompletedTransaction;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;

/** Two lanes in two containers of the real distribution, over real sockets. */
final class TwoLanesTest {
    @TempDir
    Path folder;

    @Test
    void whatOneSoldTheOtherFinds() throws Exception {
        try (Shop one = Shop.open(folder.resolve("one"));
                Shop two = Shop.open(folder.resolve("two"))) {
            knows(one, me(two).node(), "");
            TestLane.awaitTrue(() -> !me(one).address().isEmpty(), "address at which the first lane listens");
            String port = me(one).address().substring(me(one).address().lastIndexOf(':'));
            // For networks without mDNS: where a lane is found is told by a file.
            Path config = Files.createDirectories(folder.resolve("two/config"));
            Files.writeString(config.resolve("sync.lane.peer-one.cfg"), "uri=wss://127.0.0.1" + port + "\n");
            knows(two, me(one).node(), "");

            CompletedTransaction here = sell(one);
            TestLane.awaitTrue(() -> finds(two, here), "sale of the first lane on the second");
            CompletedTransaction there = sell(two);
            TestLane.awaitTrue(() -> finds(one, there), "sale of the second lane on the first");

            two.bundle("com.euphoriapos.sync.lane").stop();
            CompletedTransaction apart = sell(one);
            two.bundle("com.euphoriapos.sync.lane").start();
            TestLane.awaitTrue(() -> finds(two, apart), "sale that was made while apart");
            assertEquals(3, two.history().search("", 99).size());
        }
    }

    private static CompletedTransaction sell(Shop shop) {
        shop.scan(Shop.BOURBON);
        return shop.pay();
    }

    private static boolean finds(Shop shop, CompletedTransaction sale) {
        return shop.history().search("", 99).stream()
                .anyMatch(row -> row.receiptNumber().equals(sale.receiptNumber()));
    }

    private static PairedLane me(Shop shop) {
        return shop.service(LaneBook.class).me();
    }

    /** Writes another lane down and begins anew, as after a restart. */
    private static void knows(Shop shop, String node, String address) throws BundleException {
        shop.service(Store.class).write(handle -> {
            handle.lanes().save(new PairedLane(node, "other", PairedLane.State.ACTIVE, address));
            return Boolean.TRUE;
        });
        shop.bundle("com.euphoriapos.sync").stop();
        shop.bundle("com.euphoriapos.sync").start();
    }
}
