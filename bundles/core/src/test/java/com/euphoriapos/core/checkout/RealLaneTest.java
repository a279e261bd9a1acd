package com.euphoriapos.core.checkout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.setup.LaneSetup.Answers;
import com.euphoriapos.api.setup.LaneSetup.RecoveryResult;
import com.euphoriapos.api.setup.LaneSetup.SetupResult;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.core.session.SessionHarness;
import com.euphoriapos.core.settings.LaneSettings;
import com.euphoriapos.core.settings.SettingsHarness;
import com.euphoriapos.core.setup.SetupHarness;
import com.euphoriapos.domain.CashTender;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.PriceOverride;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.Pricing;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.TenderLineItem;
import com.euphoriapos.secrets.file.RealSecrets;
import com.euphoriapos.store.sqlite.RealStores;
import com.euphoriapos.store.sqlite.RealStores.RealStore;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.ManualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real database and the real secret files under the use cases. */
class RealLaneTest {
    private static final String PIN = "40718293";
    private static final String OTHER_PIN = "59371826";

    @TempDir
    Path home;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-07-02T03:30:00Z"));

    @Test
    void keepsASaleExactlyAsItWasShownAndTheCartOverAnOpening() {
        CompletedTransaction done;
        PricedTransaction left;
        try (RealStore store = RealStores.open(home, clock)) {
            Register.stock(store);
            try (Register register = new Register(store, clock)) {
                register.scan(Register.RUM, Register.GIN, Register.RUM_CASE, Register.RUM);
                register.checkout.voidLine(2);
                register.operator = Optional.of(Register.MAX);
                register.checkout.overridePrice(1, Money.ofCents(9_50), "Damaged", Optional.empty());
                register.checkout.takeCash(Money.ofCents(50_00));
                done = assertInstanceOf(TenderResult.Completed.class, register.checkout.takeCash(Money.ofCents(200_00)))
                        .transaction();
                register.scan(Register.GIN, Register.GIN);
                left = register.checkout.state().sale().orElseThrow();
            }
        }
        try (RealStore store = RealStores.open(home, clock);
                Register register = new Register(store, clock)) {
            assertEquals(Optional.of(done), store.read(handle -> handle.transactions()
                    .byId(done.id())));
            assertEquals(
                    Optional.of(new PriceOverride(Money.ofCents(10_00), "Damaged", "Max S.", "")),
                    done.priced().transaction().lines().get(0).override());
            assertEquals(left, register.checkout.state().sale().orElseThrow());
            assertEquals(
                    Quantity.of(-14), store.read(handle -> handle.inventory().onHand("p-rum")));
            assertEquals(3L, (long) store.read(handle -> handle.outbox().count()));
            assertEquals(Optional.empty(), store.read(handle -> handle.outbox().firstBroken()));
            assertEquals(Optional.empty(), store.read(handle -> handle.journal().firstBroken()));
            assertEquals(
                    1, store.read(handle -> handle.printJobs().countWaiting()).intValue());
        }
    }

    @Test
    void completesTheSameSaleOnce() {
        try (RealStore store = RealStores.open(home, clock)) {
            Register.stock(store);
            try (Register register = new Register(store, clock)) {
                register.scan(Register.RUM);
                OpenSale sale = OpenSaleCodec.decode(keptSale(store));
                PricedTransaction priced = register.checkout.state().sale().orElseThrow();
                CompletedTransaction first = assertInstanceOf(
                                TenderResult.Completed.class, register.checkout.takeCash(Money.ofCents(20_00)))
                        .transaction();
                SaleCompletion completion = new SaleCompletion(store, (done, settings) -> "{}");

                CompletedTransaction again = completion.complete(new SaleCompletion.Paid(
                        sale.withTenders(first.tenders()),
                        priced,
                        Register.DANA,
                        Register.SETTINGS,
                        clock.instant().plusSeconds(60)));

                assertEquals(first, again);
                assertThrows(
                        SaleCompletion.OtherSaleStored.class, () -> completion.complete(other(sale, clock.instant())));
                assertEquals(
                        Quantity.of(-1), store.read(handle -> handle.inventory().onHand("p-rum")));
                assertEquals(2L, (long) store.read(handle -> handle.outbox().count()));
                register.scan(Register.RUM);
                CompletedTransaction next = assertInstanceOf(
                                TenderResult.Completed.class, register.checkout.takeCash(Money.ofCents(11_00)))
                        .transaction();
                assertTrue(next.receiptNumber().endsWith("000002"), next.receiptNumber());
            }
        }
    }

    @Test
    void signsTheFirstEventWithTheIdentityOfTheSetup() {
        try (RealStore store = RealStores.open(home, clock)) {
            LaneSettings settings = SettingsHarness.open(store);
            setUp(SetupHarness.open(store, settings, RealSecrets.open(home), clock, null));
            Register.stock(store);
            try (Register register = new Register(store, clock)) {
                register.scan(Register.RUM);
                register.checkout.takeCash(Money.ofCents(11_00));
            }
            store.read(handle -> {
                String nodeId = handle.lane().get(LaneRepository.KEY_NODE_ID).orElseThrow();
                assertEquals(64, nodeId.length());
                assertEquals(
                        2,
                        handle.outbox().after(0, 99).stream()
                                .filter(row -> row.message().topic().matches("transaction:new|inventory:update"))
                                .count());
                assertEquals(nodeId, handle.outbox().after(0, 10).get(0).origin());
                return 0;
            });
        }
    }

    @Test
    void leavesNoPinAndNoSecretInAnyFileButTheSecretFiles() throws IOException {
        SecretStore secrets = RealSecrets.open(home);
        String code;
        try (RealStore store = RealStores.open(home, clock)) {
            LaneSettings settings = SettingsHarness.open(store);
            LaneSetup setup = SetupHarness.open(store, settings, secrets, clock, null);
            code = setUp(setup);
            try (SessionHarness harness = new SessionHarness(store, settings, secrets, clock)) {
                assertInstanceOf(SignInResult.WrongPin.class, harness.session().signIn(OTHER_PIN.toCharArray()));
                assertInstanceOf(SignInResult.SignedIn.class, harness.session().signIn(PIN.toCharArray()));
                harness.session().signOut();
            }
            byte[] pepper = secrets.get(SecretStore.PEPPER).orElseThrow();
            secrets.remove(SecretStore.PEPPER);
            assertEquals(new RecoveryResult.Recovered(), setup.recover(code));
            assertArrayEquals(pepper, secrets.get(SecretStore.PEPPER).orElseThrow());
        }
        byte[] pepper = secrets.get(SecretStore.PEPPER).orElseThrow();
        byte[] key = secrets.get(SecretStore.LANE_KEY).orElseThrow();
        List<byte[]> planted = new ArrayList<>(List.of(pepper, key));
        for (String text : List.of(
                PIN,
                OTHER_PIN,
                code,
                code.replace("-", ""),
                HexFormat.of().formatHex(pepper),
                Base64.getEncoder().encodeToString(pepper),
                HexFormat.of().formatHex(key),
                Base64.getEncoder().encodeToString(key))) {
            planted.add(text.getBytes(StandardCharsets.UTF_8));
        }
        int searched = 0;
        for (Path file : filesToSearch()) {
            byte[] content = Files.readAllBytes(file);
            for (byte[] secret : planted) {
                assertFalse(contains(content, secret), "a secret is in " + file);
            }
            searched++;
        }
        assertTrue(searched >= 2, "the database and the log were searched");
        assertTrue(contains(Files.readAllBytes(home.resolve("secrets/store.pepper")), pepper));
    }

    @Test
    void hashesAnOwnersPinAtACostOfTenOrMore() {
        try (RealStore store = RealStores.open(home, Clock.systemUTC())) {
            LaneSettings settings = SettingsHarness.open(store);
            SecretStore secrets = RealSecrets.open(home);
            setUp(SetupHarness.open(store, settings, secrets, clock, null));
            String hash = store.read(handle -> handle.employees().all().get(0).pinHash());
            assertTrue(Integer.parseInt(hash.substring(4, 6)) >= 10, hash.substring(0, 7));
        }
    }

    private static SaleCompletion.Paid other(OpenSale sale, Instant at) {
        OpenSale twice = sale.replacing(sale.transaction().lines().get(0).withQuantity(Quantity.of(2)));
        PricedTransaction priced = Pricing.price(twice.transaction(), Register.SETTINGS.taxTable());
        TenderLineItem tender = CashTender.take(priced.total(), Money.ofCents(30_00));
        return new SaleCompletion.Paid(
                twice.withTenders(List.of(tender)), priced, Register.DANA, Register.SETTINGS, at);
    }

    private static String setUp(LaneSetup setup) {
        Answers answers = new Answers(
                "Corner Spirits", List.of("1 High St"), "10", "$", "L1", "Olga", "Novak", PIN.toCharArray());
        return assertInstanceOf(SetupResult.Done.class, setup.setUp(answers)).recoveryCode();
    }

    private static String keptSale(RealStore store) {
        Await.until("the sale is kept", () -> store.read(handle -> handle.lane().openTransaction())
                .isPresent());
        return store.read(handle -> handle.lane().openTransaction()).orElseThrow();
    }

    private List<Path> filesToSearch() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(home)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(home.resolve("secrets")))
                    .forEach(files::add);
        }
        files.add(Path.of("target/test.log"));
        return files;
    }

    private static boolean contains(byte[] content, byte[] part) {
        for (int i = 0; i + part.length <= content.length; i++) {
            int same = 0;
            while (same < part.length && content[i + same] == part[same]) {
                same++;
            }
            if (same == part.length) {
                return true;
            }
        }
        return false;
    }
}
