package com.euphoriapos.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.store.Store.Priority;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreException.Reason;
import com.euphoriapos.api.store.StoreFacts;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Product;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.store.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {
    @TempDir
    Path folder;

    private Path home() {
        return folder.resolve("home");
    }

    private SqliteSettings settings() {
        return RealStores.settings(home());
    }

    private static boolean sell(SqliteStore store, String name) {
        Product product = Samples.product(1);
        return store.write(h -> {
            String number = h.lane().nextReceiptNumber("L1");
            return Samples.complete(h, Samples.sale(Samples.id(name), number, List.of(product)));
        });
    }

    private static long sales(SqliteStore store) {
        return store.read(h -> h.transactions().totals(Samples.DAY)).count();
    }

    /** What somebody with a tool of their own does to the file. */
    private void tamper(String sql) throws SQLException {
        try (Connection connection = new DatabaseFile(home().resolve("pos.sqlite")).openWriter();
                Statement statement = connection.createStatement()) {
            assertTrue(statement.executeUpdate(sql) > 0);
        }
    }

    @Test
    void flushesEveryCommitToTheDisk() {
        try (SqliteStore store = RealStores.opened(settings())) {
            StoreFacts facts = store.facts();

            assertEquals("wal", facts.journalMode());
            assertEquals(2, facts.synchronous());
            assertEquals(Migrations.newest(), facts.schemaVersion());
            assertTrue(facts.bytes() > 0);
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void letsNobodyElseReadItsFiles() throws IOException {
        try (SqliteStore store = RealStores.opened(settings().withRoom(() -> Long.MAX_VALUE, 3_000_000))) {
            sell(store, "a");
            Await.until("the ballast is there", () -> Files.exists(home().resolve("ballast")));

            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home())));
            for (String name : List.of("pos.sqlite", "pos.sqlite-wal", "pos.sqlite-shm", "ballast")) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(home().resolve(name))),
                        name);
            }
        }
    }

    @Test
    void keepsSalesAndChainsOverOpeningsAndCountsEachEpochFromOne() {
        CompletedTransaction sale = Samples.sale(Samples.id("a"), "L1-1", List.of(Samples.product(1)));
        String epoch;
        try (SqliteStore store = RealStores.opened(settings())) {
            store.write(h -> Samples.complete(h, sale));
            epoch = store.facts().epoch();
        }
        try (SqliteStore store = RealStores.opened(settings())) {
            sell(store, "b");

            assertEquals(Optional.of(sale), store.read(h -> h.transactions().byId(sale.id())));
            assertNotEquals(epoch, store.facts().epoch());
            assertEquals(1, store.read(h -> h.outbox().after(0, 10)).get(0).sequence());
            assertEquals(Optional.empty(), store.read(h -> h.outbox().firstBroken()));
            assertEquals(Optional.empty(), store.read(h -> h.journal().firstBroken()));
        }
    }

    @Test
    void noticesAChangedMessageAndAMissingAct() throws SQLException {
        try (SqliteStore store = RealStores.opened(settings())) {
            sell(store, "a");
            sell(store, "b");
            sell(store, "c");
        }
        tamper("UPDATE outbox SET payload = '{\"totalCents\":1}' WHERE position = 3");
        tamper("DELETE FROM journal WHERE number = 2");
        try (SqliteStore store = RealStores.opened(settings())) {
            assertEquals(Optional.of(Samples.id(Samples.id("b") + " message")), store.read(h -> h.outbox()
                    .firstBroken()));
            assertEquals(Optional.of(2L), store.read(h -> h.journal().firstBroken()));
        }
    }

    @Test
    void refusesADatabaseOfANewerProgram() throws SQLException {
        RealStores.opened(settings()).close();
        tamper(
                """
                INSERT INTO flyway_schema_history
                SELECT 99, '0099', description, type, script, checksum, installed_by, installed_on, 1, success
                FROM flyway_schema_history LIMIT 1
                """);

        StoreException refused = assertThrows(StoreException.class, () -> RealStores.opened(settings()));

        assertEquals(Reason.CLOSED, refused.reason());
        assertTrue(refused.getMessage().contains("newer version of the program"), refused.getMessage());
    }

    @Test
    void refusesAFileThatIsNoDatabaseAndLeavesItAlone() throws IOException {
        Files.createDirectories(home());
        Path file = home().resolve("pos.sqlite");
        Files.writeString(file, "this is a shopping list, not a database. ".repeat(100));

        assertThrows(StoreException.class, () -> RealStores.opened(settings()));

        assertTrue(Files.readString(file).startsWith("this is a shopping list"));
    }

    @Test
    void refusesAnotherSaleUnderAKnownId() {
        try (SqliteStore store = RealStores.opened(settings())) {
            sell(store, "a");
            CompletedTransaction other = Samples.sale(Samples.id("a"), "L1-9", List.of(Samples.product(7)));

            StoreException refused =
                    assertThrows(StoreException.class, () -> store.write(h -> Samples.complete(h, other)));

            assertEquals(Reason.CONSTRAINT, refused.reason());
        }
    }

    @Test
    void saysThatASaleIsNotCompletedWhenTheDiskIsFullAndCompletesItLater() {
        AtomicBoolean full = new AtomicBoolean();
        Faults faults = new Faults() {
            @Override
            public void beforeCommit(Connection writer) throws SQLException {
                if (full.get()) {
                    throw new SQLException("database or disk is full", "", 13);
                }
            }
        };
        try (SqliteStore store = RealStores.opened(settings().withFaults(faults))) {
            String epoch = store.facts().epoch();
            full.set(true);
            StoreException failure = assertThrows(StoreException.class, () -> sell(store, "a"));
            full.set(false);

            assertEquals(Reason.DISK_FULL, failure.reason());
            assertEquals(0, sales(store));
            assertNotEquals(epoch, store.facts().epoch());
            assertTrue(sell(store, "a"));
            assertEquals(1, sales(store));
            assertEquals(Optional.empty(), store.read(h -> h.outbox().firstBroken()));
        }
    }

    @Test
    void keepsNothingWhenTheDatabaseMayNotGrow() {
        AtomicBoolean limited = new AtomicBoolean(true);
        Faults faults = new Faults() {
            @Override
            public void opened(Connection writer) throws SQLException {
                try (Statement statement = writer.createStatement()) {
                    // The engine itself says SQLITE_FULL when it may take no further page.
                    statement.execute("PRAGMA max_page_count = " + (limited.get() ? 1 : 1_000_000));
                }
            }
        };
        try (SqliteStore store = RealStores.opened(settings().withFaults(faults))) {
            StoreException failure = assertThrows(
                    StoreException.class,
                    () -> store.write(h -> {
                        for (int i = 0; i < 2_000; i++) {
                            try {
                                h.lane().put("key " + i, "v".repeat(500));
                            } catch (StoreException swallowed) {
                                // A work that goes on regardless must not get its rest committed.
                                assertEquals(Reason.DISK_FULL, swallowed.reason());
                            }
                        }
                        return true;
                    }));

            assertEquals(Reason.DISK_FULL, failure.reason());
            assertEquals(Optional.empty(), store.read(h -> h.lane().get("key 0")));
            limited.set(false);
            assertThrows(
                    StoreException.class,
                    () -> store.write(h -> {
                        for (int i = 0; i < 2_000; i++) {
                            h.lane().put("key " + i, "v".repeat(500));
                        }
                        return true;
                    }));
            assertTrue(sell(store, "after"));
        }
    }

    @Test
    void writesNothingBelowTheFloorAndGivesUpTheBallastWhenTheDiskIsFull() {
        AtomicLong free = new AtomicLong(2_000_000_000);
        Path ballast = home().resolve("ballast");
        try (SqliteStore store = RealStores.opened(settings().withRoom(free::get, 3_000_000))) {
            sell(store, "a");
            Await.until("the ballast is full", () -> ballast.toFile().length() == 3_000_000);

            free.set(150_000_000);
            assertEquals(
                    Reason.DISK_FULL,
                    assertThrows(StoreException.class, () -> sell(store, "b")).reason());
            assertTrue(Files.exists(ballast));
            free.set(1_000);
            assertThrows(StoreException.class, () -> sell(store, "b"));
            assertFalse(Files.exists(ballast));

            free.set(2_000_000_000);
            assertTrue(sell(store, "b"));
            assertEquals(2, sales(store));
        }
    }

    @Test
    void goesOnWritingWhereTheBallastCannotBeWritten() throws IOException {
        Path ballast = home().resolve("ballast");
        Files.createDirectories(home());
        Files.createSymbolicLink(ballast, home().resolve("no-such-folder/file"));
        try (SqliteStore store = RealStores.opened(settings().withRoom(() -> Long.MAX_VALUE, 3_000_000))) {
            Await.until("the ballast is given up", () -> !Files.exists(ballast, LinkOption.NOFOLLOW_LINKS));

            assertTrue(sell(store, "a"));
            assertEquals(1, sales(store));
        }
    }

    @Test
    void refusesNestedWorkAndTheEventThread() throws InterruptedException {
        try (SqliteStore store = RealStores.opened(settings())) {
            assertThrows(IllegalStateException.class, () -> store.write(h -> sell(store, "a")));
            assertThrows(IllegalStateException.class, () -> store.write(h -> sales(store)));
            assertThrows(IllegalStateException.class, () -> store.read(h -> sales(store)));
            CompletableFuture<Throwable> onEventThread = new CompletableFuture<>();
            Thread thread = new Thread(
                    () -> onEventThread.complete(assertThrows(IllegalStateException.class, () -> sales(store))),
                    "AWT-EventQueue-0");
            thread.start();
            thread.join();
            assertEquals(
                    "the store was called on the event thread",
                    onEventThread.join().getMessage());
            assertEquals(0, sales(store));
        }
    }

    @Test
    void servesTheCheckoutBeforeTheBackground() {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (SqliteStore store = RealStores.opened(settings())) {
            CountDownLatch release = new CountDownLatch(1);
            CountDownLatch started = new CountDownLatch(1);
            List<CompletableFuture<?>> all = new ArrayList<>();
            all.add(CompletableFuture.runAsync(
                    () -> store.write(Priority.BACKGROUND, h -> {
                        started.countDown();
                        return hold(release);
                    }),
                    threads));
            hold(started);
            for (int i = 0; i < 3; i++) {
                all.add(CompletableFuture.runAsync(
                        () -> store.write(Priority.BACKGROUND, h -> order.add("background")), threads));
            }
            Await.until("three wait", () -> store.waiting() == 3);
            all.add(CompletableFuture.runAsync(() -> store.write(h -> order.add("checkout")), threads));
            Await.until("four wait", () -> store.waiting() == 4);
            release.countDown();
            CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).join();

            assertEquals(List.of("checkout", "background", "background", "background"), order);
        } finally {
            threads.shutdown();
        }
    }

    private static boolean hold(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void storesEverySaleOfManyThreadsOnce() {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try (SqliteStore store = RealStores.opened(settings())) {
            List<CompletableFuture<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String name = "sale " + i / 2;
                all.add(CompletableFuture.supplyAsync(() -> sell(store, name), threads));
                all.add(CompletableFuture.supplyAsync(() -> sales(store) >= 0, threads));
            }
            CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).join();

            assertEquals(30, sales(store));
            assertEquals(Optional.empty(), store.read(h -> h.outbox().firstBroken()));
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void finishesWritesUnderWayWhenItStopsAndLeavesNoThread() {
        SqliteStore store = RealStores.opened(settings().withReaders(2, Duration.ofSeconds(10)));
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        // Threads of their own: the common pool of a small machine has a single one.
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CompletableFuture<Boolean> write = CompletableFuture.supplyAsync(
                () -> store.write(h -> {
                    started.countDown();
                    hold(release);
                    h.lane().put("a", "b");
                    return true;
                }),
                threads);
        hold(started);
        CompletableFuture<Void> close = CompletableFuture.runAsync(store::close, threads);
        threads.shutdown();
        Await.until("nothing more is taken", store::stopping);
        release.countDown();
        close.join();

        assertTrue(write.join());
        assertTrue(store.stopped());
        assertThrows(StoreException.class, () -> sales(store));
        try (SqliteStore again = RealStores.opened(settings())) {
            assertEquals(Optional.of("b"), again.read(h -> h.lane().get("a")));
        }
    }
}
