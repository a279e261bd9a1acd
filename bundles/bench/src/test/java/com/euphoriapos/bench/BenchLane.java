package com.euphoriapos.bench;

import com.euphoriapos.api.approval.ApprovalResult;
import com.euphoriapos.api.approval.Approvals;
import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.checkout.CompletedSaleListener;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.core.catalog.CatalogVersion;
import com.euphoriapos.core.catalog.StoredCatalog;
import com.euphoriapos.core.checkout.BenchCheckout;
import com.euphoriapos.core.history.StoredSales;
import com.euphoriapos.core.receipt.PrintQueue;
import com.euphoriapos.core.session.BenchSession;
import com.euphoriapos.core.settings.BenchSettings;
import com.euphoriapos.core.settings.LaneSettings;
import com.euphoriapos.core.setup.FirstStart;
import com.euphoriapos.secrets.file.BenchSecrets;
import com.euphoriapos.store.sqlite.BenchStore;
import com.euphoriapos.ui.register.Services;
import java.nio.file.Path;
import java.util.List;

/** The real lane without its container: the real database, secrets, use cases; set up, and with somebody signed in. */
final class BenchLane implements AutoCloseable {
    static final String PIN = "739155";

    private final BenchStore opened;
    private final SecretStore secrets;
    private final LaneSettings settings;
    private final BenchSession session;
    private final BenchCheckout checkout;
    private final Services services;

    /** Opens an empty home, sets it up, fills it, and signs the owner in. */
    BenchLane(Path home, int products, CompletedSaleListener listener) {
        opened = new BenchStore(home);
        Store store = opened.store();
        secrets = BenchSecrets.of(home);
        settings = BenchSettings.of(store);
        FirstStart setup = new FirstStart(store, settings, settings);
        setup.bindSecrets(secrets);
        LaneSetup.SetupResult done = setup.setUp(new LaneSetup.Answers(
                "Bench Spirits", List.of("1 High St"), "7", "$", "L1", "Olive", "West", PIN.toCharArray()));
        if (!(done instanceof LaneSetup.SetupResult.Done)) {
            throw new IllegalStateException("not set up: " + done);
        }
        Shop.fill(store, products);
        session = new BenchSession(store, settings, secrets);
        SignInResult signedIn = session.session().signIn(PIN.toCharArray());
        if (!(signedIn instanceof SignInResult.SignedIn)) {
            throw new IllegalStateException("not signed in: " + signedIn);
        }
        Guard guard = new Guard(session.session(), settings);
        Catalog catalog = new StoredCatalog(store, new CatalogVersion(), guard);
        checkout = new BenchCheckout(new BenchCheckout.Parts(store, session.session(), settings, catalog), listener);
        services = new Services(
                checkout.checkout(),
                catalog,
                new StoredSales(store, settings, guard),
                new PrintQueue(store, settings, guard),
                settings,
                new NobodyAsked(),
                (reason, approval) -> new EditResult.Refused("There is no drawer on the bench."),
                checkout.suspended());
    }

    Store store() {
        return opened.store();
    }

    SecretStore secrets() {
        return secrets;
    }

    Session session() {
        return session.session();
    }

    Checkout checkout() {
        return checkout.checkout();
    }

    Services services() {
        return services;
    }

    @Override
    public void close() {
        checkout.close();
        session.close();
        opened.close();
    }

    /** The owner sells: nothing is above the owner's limits. */
    private static final class NobodyAsked implements Approvals {
        @Override
        public ApprovalResult approve(String requestId, char[] pin, String reason) {
            return new ApprovalResult.Expired();
        }

        @Override
        public void withdraw(String requestId) {}
    }
}
