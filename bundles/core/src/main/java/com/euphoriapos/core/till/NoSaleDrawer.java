package com.euphoriapos.core.till;

import com.euphoriapos.api.approval.Approval;
import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.till.TillDrawer;
import com.euphoriapos.core.ReceiptDrawer;
import com.euphoriapos.core.approval.ApprovalDesk;
import com.euphoriapos.core.approval.ApprovalDesk.Granted;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.domain.Act;
import com.euphoriapos.domain.Authorization;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the drawer without a sale: the journal has it before the drawer moves, so that pulling the plug hides nothing. Thread-safe.
 */
@Component(service = TillDrawer.class)
public final class NoSaleDrawer implements TillDrawer {
    static final String NO_SALE = "NO_SALE";

    private static final Logger LOG = LoggerFactory.getLogger(NoSaleDrawer.class);
    private static final Act ACT = Act.of(Permission.NO_SALE);
    private static final int REASON_MAX = 100;
    private static final String SHUT = " It is written down that it was to open. Open it with its key.";

    private final Store store;
    private final Session session;
    private final Settings settings;
    private final ApprovalDesk approvals;
    private final ReceiptDrawer drawer;
    private final Clock clock;

    @Activate
    public NoSaleDrawer(
            @Reference Store store,
            @Reference Session session,
            @Reference Settings settings,
            @Reference ApprovalDesk approvals,
            @Reference ReceiptDrawer drawer) {
        this(store, session, settings, approvals, drawer, Clock.systemUTC());
    }

    NoSaleDrawer(
            Store store,
            Session session,
            Settings settings,
            ApprovalDesk approvals,
            ReceiptDrawer drawer,
            Clock clock) {
        this.store = store;
        this.session = session;
        this.settings = settings;
        this.approvals = approvals;
        this.drawer = drawer;
        this.clock = clock;
    }

    @Override
    public EditResult noSale(String reason, Optional<Approval> approval) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > REASON_MAX) {
            return new EditResult.Refused("A reason has 1 to " + REASON_MAX + " letters.");
        }
        Optional<Operator> operator = session.current();
        if (operator.isEmpty()) {
            return new EditResult.Refused("Nobody is signed in.");
        }
        Optional<StoreSettings> known = settings.current();
        if (known.isEmpty()) {
            return new EditResult.Refused("This lane is not set up yet.");
        }
        Operator by = operator.get();
        Optional<Granted> granted = Optional.empty();
        if (Authorization.decide(by, ACT) != Authorization.Decision.ALLOWED) {
            granted = approvals.redeem(approval, by, ACT, "");
            if (granted.isEmpty()) {
                return new EditResult.NeedsApproval(approvals.ask(by, ACT, "Open the drawer without a sale", ""));
            }
        }
        return opened(by, known.get().workstationId(), why, granted);
    }

    private EditResult opened(Operator by, String lane, String reason, Optional<Granted> granted) {
        String detail = detail(lane, reason, granted);
        try {
            store.write(handle -> {
                handle.journal()
                        .append(new JournalRepository.Entry(clock.instant(), NO_SALE, by.employeeId(), "", detail));
                return Boolean.TRUE;
            });
        } catch (StoreException e) {
            LOG.error("The drawer stays shut, the journal can't be written ({})", e.reason(), e);
            return new EditResult.Refused(
                    "The store's data can't be written, so the drawer stays shut. Call support if it stays.");
        }
        if (!drawer.isPresent()) {
            return new EditResult.DoneExcept("No drawer is connected." + SHUT);
        }
        return drawer.open("without a sale").isEmpty()
                ? new EditResult.Done()
                : new EditResult.DoneExcept("The drawer does not answer." + SHUT);
    }

    /** The reason of whoever allowed it goes before. */
    private static String detail(String lane, String reason, Optional<Granted> granted) {
        return Json.object(json -> {
            json.writeStringField("lane", lane);
            json.writeStringField("reason", granted.map(Granted::reason).orElse(reason));
            if (granted.isPresent()) {
                json.writeStringField("approver", granted.get().approver().employeeId());
                json.writeStringField("approverName", granted.get().approver().shortName());
            }
        });
    }
}
