package com.euphoriapos.sync.cloud.engine;

import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.cloud.gateway.OpenCloud;
import com.euphoriapos.core.cloud.StoredFeed;
import com.euphoriapos.domain.CashTender;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.Pricing;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.TaxTable;
import com.euphoriapos.domain.TenderLineItem;
import com.euphoriapos.store.sqlite.RealStores;
import com.euphoriapos.sync.cloud.protocol.Pacing;
import com.euphoriapos.testkit.MemorySecretStore;
import com.euphoriapos.testkit.store.Samples;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A lane's store with its line to the cloud; it sells by writing what a sale tells. */
final class LaneUnderTest implements AutoCloseable {
    /** As the lane runs, with pauses that a test can wait for. */
    static final Pacing QUICK = new Pacing(1_000, 5, 100, 400, 1_000, 60_000, 100, 256 << 10);

    final RealStores.RealStore store;
    final MemorySecretStore secrets = new MemorySecretStore();
    final CloudLine line;
    private final Clock clock = Clock.systemUTC();

    LaneUnderTest(Path home, String label) {
        store = RealStores.open(home, clock);
        store.write(handle -> {
            handle.lane()
                    .put(
                            LaneRepository.KEY_NODE_ID,
                            UUID.randomUUID().toString().replace("-", "").repeat(2));
            handle.lane().put(LaneRepository.KEY_WORKSTATION_ID, label);
            return true;
        });
        line = new CloudLine(
                new Setting(
                        store,
                        new StoredFeed(store),
                        clock,
                        () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()),
                        new SecureRandom(),
                        QUICK),
                "");
        line.secrets(secrets);
        line.start();
    }

    void write(String topic, String aggregate, String payload) {
        store.write(handle -> {
            handle.outbox()
                    .append(List.of(new Message(
                            UUID.randomUUID().toString(), topic, aggregate, payload, "console", clock.instant())));
            return true;
        });
    }

    void sell(String product) {
        String id = UUID.randomUUID().toString();
        write("transaction:new", "transaction:" + id, OpenCloud.sale(id, product));
    }

    /** Sells as a register does, so that the sale is in the store, too; without tax. Returns the sale's id. */
    String ringUp(int number) {
        String id = Samples.id("sale " + number);
        Product gin = new Product("gin", "1", "GIN", "GIN", 750, Money.ofCents(999), 1, TaxTable.STANDARD, true);
        PricedTransaction priced = Pricing.price(Samples.openSale(id, List.of(gin)), TaxTable.of(new Rate(0)));
        TenderLineItem cash = CashTender.take(priced.total(), priced.total());
        CompletedTransaction sale = new CompletedTransaction(
                "L1-" + number, priced, List.of(cash), "dana", "Dana R.", Samples.NOON, Samples.DAY);
        Message told = new Message(
                UUID.randomUUID().toString(),
                "transaction:new",
                "transaction:" + id,
                OpenCloud.sale(id, "gin"),
                "dana",
                Samples.NOON);
        store.write(handle -> handle.transactions().insert(sale, List.of(told)));
        return id;
    }

    <T> T read(Store.Work<T> query) {
        return store.read(query);
    }

    @Override
    public void close() {
        line.stop();
        store.close();
    }
}
