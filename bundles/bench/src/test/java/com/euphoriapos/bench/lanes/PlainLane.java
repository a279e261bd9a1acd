package com.euphoriapos.bench.lanes;

import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.SnapshotPart;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.checkout.BenchSale;
import com.euphoriapos.core.checkout.SaleHandler;
import com.euphoriapos.core.inventory.StockHandler;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Product;
import com.euphoriapos.store.sqlite.BenchStore;
import com.euphoriapos.sync.engine.BenchEngine;
import com.euphoriapos.sync.lane.BenchNet;
import com.euphoriapos.sync.lane.tls.LaneIdentity;
import com.euphoriapos.testkit.MemorySecretStore;
import com.euphoriapos.testkit.store.Samples;
import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

/** One lane: real store, engine, transport over mutual TLS, handlers of sales and stock. */
public final class PlainLane implements AutoCloseable {
    private static final int PRODUCTS = 20;

    /** Who a lane is: its key, and where it listens. */
    public record Member(String label, byte[] key, int port, String node) {
        /** As known, of that key. */
        Member(String label, byte[] key, int port) {
            this(label, key, port, LaneIdentity.of(key).node());
        }

        /** A new one. */
        public static Member of(String label, int port) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                return new Member(
                        label, generator.generateKeyPair().getPrivate().getEncoded(), port);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final String label;
    private final Path home;
    private final BenchStore store;
    private final BenchEngine engine;
    private final BenchNet net;

    /** @param reach the port at which this lane reaches another, such as that of a proxy */
    public PlainLane(Path home, Member me, List<Member> others, ToIntFunction<Member> reach) throws IOException {
        label = me.label();
        this.home = home;
        Files.createDirectories(home);
        store = new BenchStore(home);
        MemorySecretStore secrets = new MemorySecretStore();
        secrets.put(SecretStore.LANE_KEY, me.key());
        store.store().write(handle -> {
            handle.lane().put(LaneRepository.KEY_NODE_ID, me.node());
            handle.lane().put(LaneRepository.KEY_WORKSTATION_ID, me.label());
            for (Member other : others) {
                String address = "127.0.0.1:" + reach.applyAsInt(other);
                handle.lanes().save(new PairedLane(other.node(), other.label(), PairedLane.State.ACTIVE, address));
            }
            return true;
        });
        net = new BenchNet(me.port(), secrets, Files.createDirectories(home.resolve("net")));
        net.snapshots(store.snapshots());
        engine = new BenchEngine(store.store(), book -> net.book(new SilentBook(book)));
        engine.handler(new SaleHandler(), Topics.TRANSACTION_NEW);
        engine.handler(new StockHandler(), Topics.INVENTORY_UPDATE);
    }

    /** The lane lacks the history of the store: it only sends before {@link #hasHistory}. */
    public PlainLane withoutHistory() {
        store().write(handle -> {
            handle.lane().put(LaneRepository.KEY_HISTORY, "0");
            return true;
        });
        return this;
    }

    public void hasHistory() {
        store().write(handle -> {
            handle.lane().remove(LaneRepository.KEY_HISTORY);
            return true;
        });
    }

    /** Brings a part of another lane's snapshot, and takes it in. */
    public void take(SnapshotPart part, Member from) {
        Path file = home.resolve(part.name());
        net.fetch("127.0.0.1:" + from.port(), part, file);
        store.snapshots().install(part, file, thousandths -> {});
    }

    public PlainLane start() {
        engine.start(net.transport());
        return this;
    }

    public Store store() {
        return store.store();
    }

    public boolean isConnected(String node) {
        return engine.isConnected(node);
    }

    /** Sells so many different products; returns the sale's id after it is durable. */
    public String sell(Random random, int lines) {
        return store.store().write(handle -> sell(handle, random, lines));
    }

    /** So many sales, of the same kind, in one transaction: a past is made soon. */
    public void sellMany(Random random, int lines, int sales) {
        store.store().write(Store.Priority.BACKGROUND, handle -> {
            for (int i = 0; i < sales; i++) {
                sell(handle, random, lines);
            }
            return true;
        });
    }

    private String sell(StoreHandle handle, Random random, int lines) {
        // As the checkout names them: rows of sales that follow each other stand beside each other.
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        List<Product> products =
                random.ints(lines, 1, PRODUCTS).mapToObj(Samples::product).toList();
        String receipt = handle.lane().nextReceiptNumber(label);
        CompletedTransaction sale = Samples.sale(receipt, Samples.openSale(id, products), Samples.NOON);
        BenchSale.write(handle, sale);
        return id;
    }

    @Override
    public void close() {
        engine.close();
        net.close();
        store.close();
    }
}
