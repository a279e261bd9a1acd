package com.euphoriapos.launcher;

import com.euphoriapos.api.access.LocalConsole;
import com.euphoriapos.api.catalog.PriceBookImport;
import com.euphoriapos.api.catalog.PriceBookImport.Request;
import com.euphoriapos.api.checkout.AddResult;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.api.history.SalesHistory;
import com.euphoriapos.api.secret.SecretException;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.setup.LaneSetup.Answers;
import com.euphoriapos.api.status.HealthReport;
import com.euphoriapos.api.status.StatusBoard;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.osgi.framework.Bundle;

/**
 * A lane of a shop with two products and an owner, in this process, driven through its services. The container takes the
 * contracts from the test, so that the services of the bundles have the types that the test knows.
 */
final class Shop implements AutoCloseable {
    static final String PIN = "739155";
    static final String BOURBON = "012345678905";
    static final String GIN = "4006381333931";
    static final String PRICE_BOOK =
            """
            Item Number,Item Description,Category Name,Bottle Volume__ml,Pack,UPC,SCC,State Bottle Retail
            1001,RIVER BEND BOURBON,STRAIGHT BOURBON WHISKIES,750,6,012345678905,10012345678902,19.50
            1002,NORTH COVE GIN,IMPORTED DRY GINS,1000,12,4006381333931,,24.25
            """;

    private static final String EXTRA = "org.osgi.framework.system.packages.extra";
    private static final List<String> CONTRACTS = List.of(
            "access",
            "approval",
            "catalog",
            "checkout",
            "employee",
            "history",
            "journal",
            "lane",
            "receipt",
            "replication",
            "secret",
            "session",
            "settings",
            "setup",
            "status",
            "store",
            "sync",
            "till");

    private final Path home;
    private final TestLane lane;
    private String recoveryCode = "";

    private Shop(Path home, TestLane lane) {
        this.home = home;
        this.lane = lane;
    }

    /** Opens a new shop: set up, with its price book, the owner signed in. */
    static Shop open(Path home) throws Exception {
        return open(home, Map.of());
    }

    /** Opens a new shop with more framework properties. */
    static Shop open(Path home, Map<String, String> extra) throws Exception {
        Shop shop = again(home, extra);
        try {
            shop.setUp();
            return shop;
        } catch (Exception | AssertionError e) {
            shop.close();
            throw e;
        }
    }

    private void setUp() throws Exception {
        LaneSetup.SetupResult done = service(LaneSetup.class)
                .setUp(new Answers("Test Store", List.of(), "7", "$", "L1", "Olive", "West", PIN.toCharArray()));
        recoveryCode = Assertions.assertInstanceOf(LaneSetup.SetupResult.Done.class, done)
                .recoveryCode();
        importPrices();
        signIn();
    }

    /** Imports the price book. */
    void importPrices() throws Exception {
        Path book = Files.writeString(home.resolve("book.csv"), PRICE_BOOK);
        PriceBookImport books = service(PriceBookImport.class);
        PriceBookImport.Report report = service(LocalConsole.class)
                .run(() -> books.run(
                        new Request(book, books.preview(book).guess(), false), (rows, all) -> {}, () -> false));
        Assertions.assertEquals(2, report.added(), report.toString());
    }

    /** Starts the lane of a home as it is; nobody is signed in. */
    static Shop again(Path home, Map<String, String> extra) throws Exception {
        Map<String, String> properties = shared();
        properties.putAll(extra);
        return new Shop(home, new TestLane(home, properties));
    }

    /** The code that the set-up of this shop showed. */
    String recoveryCode() {
        return recoveryCode;
    }

    /** Framework properties that let the container take the contracts from the test's class path. */
    static Map<String, String> shared() throws IOException {
        Properties file = new Properties();
        try (InputStream in = Files.newInputStream(TestLane.distribution().resolve("conf/config.properties"))) {
            file.load(in);
        }
        Stream<String> ours = Stream.concat(
                CONTRACTS.stream().map(name -> "com.euphoriapos.api." + name),
                Stream.of("com.euphoriapos.domain", "com.euphoriapos.device.api"));
        Stream<String> components = Stream.of(
                "org.osgi.service.component;version=\"1.5.1\"",
                "org.osgi.service.component.runtime;version=\"1.5.1\"",
                "org.osgi.service.component.runtime.dto;version=\"1.5.1\"",
                "org.osgi.util.promise;version=\"1.3\"",
                "org.osgi.util.function;version=\"1.2\"");
        String packages = Stream.concat(ours.map(name -> name + ";version=\"1.0.0\""), components)
                .collect(Collectors.joining(","));
        Map<String, String> properties = new HashMap<>();
        properties.put(EXTRA, file.getProperty(EXTRA) + "," + packages);
        return properties;
    }

    TestLane lane() {
        return lane;
    }

    /** The service of that type as soon as it is there. */
    <S> S service(Class<S> type) {
        return type.cast(lane.service(type.getName()));
    }

    Checkout checkout() {
        return service(Checkout.class);
    }

    void signIn() {
        Assertions.assertInstanceOf(SignInResult.SignedIn.class, signIn(PIN));
    }

    /** Tries to sign in, again where the secrets can't be read at the moment: a person would, and a busy machine is slow. */
    SignInResult signIn(String pin) {
        return TestLane.await(
                () -> {
                    SignInResult result = service(Session.class).signIn(pin.toCharArray());
                    return result instanceof SignInResult.Unavailable ? null : result;
                },
                "sign-in");
    }

    /** A secret as soon as it can be read. */
    byte[] secret(String name) {
        return TestLane.await(
                () -> {
                    try {
                        return service(SecretStore.class).get(name).orElse(null);
                    } catch (SecretException notNow) {
                        return null;
                    }
                },
                name);
    }

    /** Scans as a screen would. */
    void scan(String code) {
        Assertions.assertInstanceOf(AddResult.Added.class, checkout().scan(code, Quantity.ONE));
    }

    /** Pays the open sale in cash. */
    CompletedTransaction pay() {
        TenderResult result = checkout().takeCash(checkout().state().due());
        return Assertions.assertInstanceOf(TenderResult.Completed.class, result).transaction();
    }

    SalesHistory history() {
        return service(SalesHistory.class);
    }

    /** What the health checks say now. */
    HealthReport health() {
        return service(HealthReport.class);
    }

    /** A chip of the lane bar. */
    StatusItem status(String id) {
        return service(StatusBoard.class).items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseGet(() -> new StatusItem(id, Level.OFF, "not on the bar", ""));
    }

    void awaitStatus(String id, Level level) {
        TestLane.awaitTrue(() -> status(id).level() == level, id + " with level " + level);
    }

    /** The bundle of that symbolic name. */
    Bundle bundle(String name) {
        return bundles()
                .filter(b -> name.equals(b.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no bundle " + name));
    }

    Stream<Bundle> bundles() {
        return Arrays.stream(lane.lane().context().getBundles());
    }

    Path plugins() {
        return home.resolve("plugins");
    }

    /** Writes a settings file of the lane, or replaces it. */
    void configure(String pid, String... lines) throws IOException {
        Path whole = Files.writeString(home.resolve(pid + ".new"), String.join("\n", lines) + "\n");
        TestJars.drop(whole, home.resolve("config").resolve(pid + ".cfg"));
    }

    @Override
    public void close() {
        lane.close();
    }
}
