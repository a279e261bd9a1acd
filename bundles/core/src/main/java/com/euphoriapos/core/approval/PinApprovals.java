package com.euphoriapos.core.approval;

import com.euphoriapos.api.approval.Approval;
import com.euphoriapos.api.approval.ApprovalRequest;
import com.euphoriapos.api.approval.ApprovalResult;
import com.euphoriapos.api.approval.Approvals;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.core.pin.PinCheck;
import com.euphoriapos.core.pin.PinCheck.Outcome;
import com.euphoriapos.domain.Act;
import com.euphoriapos.domain.Authorization;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.RolePolicy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the one open request in memory and checks the other person's PIN for it. */
@Component(service = {Approvals.class, ApprovalDesk.class})
public final class PinApprovals implements Approvals, ApprovalDesk {
    static final Duration GOOD_FOR = Duration.ofMinutes(2);
    static final int REASON_MAX = 200;

    private static final Logger LOG = LoggerFactory.getLogger(PinApprovals.class);
    private static final int TOKEN_BYTES = 16;

    private final Store store;
    private final PinCheck checks;
    private final Session session;
    private final Settings settings;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();
    private final Session.Listener comings = this::sessionChanged;
    private Optional<Asked> open = Optional.empty();

    @Activate
    public PinApprovals(
            @Reference Store store,
            @Reference PinCheck checks,
            @Reference Session session,
            @Reference Settings settings) {
        this(store, checks, session, settings, Clock.systemUTC(), System::nanoTime);
    }

    PinApprovals(Store store, PinCheck checks, Session session, Settings settings, Clock clock, LongSupplier nanoTime) {
        this.store = store;
        this.checks = checks;
        this.session = session;
        this.settings = settings;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    @Activate
    void start() {
        session.addListener(comings);
    }

    @Deactivate
    void stop() {
        session.removeListener(comings);
    }

    @Override
    public ApprovalRequest ask(Operator operator, Act act, String title, String subject) {
        RolePolicy policy = settings.roles();
        List<Role> roles = Authorization.rolesAllowing(policy, act);
        ApprovalRequest request = new ApprovalRequest(token(), act, title, why(operator, act), subject, roles);
        lock.lock();
        try {
            open = Optional.of(new Asked(request, operator, nanoTime.getAsLong(), Optional.empty()));
            return request;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public ApprovalResult approve(String requestId, char[] pin, String reason) {
        try {
            String words = reason.strip();
            if (words.isEmpty()) {
                return new ApprovalResult.Unavailable("Say why.");
            }
            String kept = words.substring(0, Math.min(words.length(), REASON_MAX));
            return checks.oneAtATime(() -> checked(requestId, pin, kept));
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    @Override
    public void withdraw(String requestId) {
        lock.lock();
        try {
            open = open.filter(asked -> !asked.request.id().equals(requestId));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Granted> redeem(Optional<Approval> approval, Operator operator, Act act, String subject) {
        return approval.flatMap(shown -> take(shown.token()))
                .filter(asked -> isGood(asked) && asked.isFor(operator, act, subject))
                .flatMap(Asked::grant)
                .flatMap(grant -> present(grant.approverId)
                        .filter(approver -> Authorization.approvalProblem(operator, approver, act)
                                .isEmpty())
                        .map(approver -> new Granted(approver, grant.reason)));
    }

    /** The request of that approval, which is used up whatever comes out. */
    private Optional<Asked> take(String token) {
        lock.lock();
        try {
            Optional<Asked> asked = open.filter(one -> one.hasToken(token));
            if (asked.isPresent()) {
                open = Optional.empty();
            }
            return asked;
        } finally {
            lock.unlock();
        }
    }

    /** The approver as the store has them now: somebody deactivated a moment ago allows nothing any longer. */
    private Optional<Operator> present(String employeeId) {
        try {
            return store.read(handle -> handle.employees().byId(employeeId))
                    .filter(EmployeeRecord::active)
                    .map(employee -> employee.operator(settings.roles()));
        } catch (StoreException e) {
            LOG.error("An approval can't be used, the store can't be read: {}", e.getMessage(), e);
            return Optional.empty();
        }
    }

    private ApprovalResult checked(String requestId, char[] pin, String reason) {
        Optional<Asked> named = find(requestId);
        Entries entries = new Entries(named.map(asked -> asked.request), asker(named), lane(), reason);
        // Checked and counted whatever became of the request, so that an old one is no way to guess.
        Outcome outcome = checks.pin(pin, entries::wrong);
        if (outcome instanceof Outcome.Locked locked) {
            return new ApprovalResult.LockedOut(locked.remaining());
        }
        if (outcome instanceof Outcome.Unavailable unavailable) {
            return new ApprovalResult.Unavailable(unavailable.reason());
        }
        Optional<Asked> asked = named.filter(this::isGood);
        if (asked.isEmpty()) {
            return new ApprovalResult.Expired();
        }
        if (outcome instanceof Outcome.Right right) {
            return judged(asked.get(), right.employee().operator(settings.roles()), entries);
        }
        // The attempt that locked the lane says so, not the one after it.
        Duration locked = checks.lockedFor();
        return locked.isZero() ? new ApprovalResult.WrongPin() : new ApprovalResult.LockedOut(locked);
    }

    private ApprovalResult judged(Asked asked, Operator approver, Entries entries) {
        Optional<String> problem = Authorization.approvalProblem(asked.operator, approver, asked.request.act());
        Instant at = clock.instant();
        try {
            if (problem.isPresent()) {
                // The failures before stay counted: one's own PIN must not pay for guesses at another's.
                store.write(handle -> {
                    handle.journal().append(entries.mayNot(approver, at));
                    return Boolean.TRUE;
                });
                return new ApprovalResult.MayNot(problem.get());
            }
            checks.accepted(entries.approved(approver, at));
        } catch (StoreException e) {
            LOG.error("Nothing can be allowed, the journal can't be written: {}", e.getMessage(), e);
            return new ApprovalResult.Unavailable("It can't be written down who allowed this. Call support.");
        }
        String token = token();
        Grant grant = new Grant(token, approver.employeeId(), entries.reason());
        return grant(asked, grant)
                ? new ApprovalResult.Approved(new Approval(token), approver.shortName())
                : new ApprovalResult.Expired();
    }

    private boolean grant(Asked asked, Grant grant) {
        lock.lock();
        try {
            boolean stillAsked = open.filter(now -> now.request.id().equals(asked.request.id()))
                    .isPresent();
            if (stillAsked) {
                open = Optional.of(new Asked(asked.request, asked.operator, asked.atNanos, Optional.of(grant)));
            }
            return stillAsked;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Asked> find(String requestId) {
        lock.lock();
        try {
            return open.filter(asked -> asked.request.id().equals(requestId));
        } finally {
            lock.unlock();
        }
    }

    private boolean isGood(Asked asked) {
        Duration age = Duration.ofNanos(nanoTime.getAsLong() - asked.atNanos);
        return age.compareTo(GOOD_FOR) < 0 && isSignedIn(asked.operator);
    }

    private boolean isSignedIn(Operator operator) {
        return session.current()
                .filter(now -> now.employeeId().equals(operator.employeeId()))
                .isPresent();
    }

    /** Somebody else, or nobody: what was asked for before is void, even when the asker comes back. */
    private void sessionChanged(Optional<Operator> operator) {
        lock.lock();
        try {
            open = open.filter(
                    asked -> operator.map(Operator::employeeId).equals(Optional.of(asked.operator.employeeId())));
        } finally {
            lock.unlock();
        }
    }

    private String asker(Optional<Asked> named) {
        return named.map(asked -> asked.operator)
                .or(session::current)
                .map(Operator::employeeId)
                .orElse("");
    }

    private String lane() {
        return settings.current().map(StoreSettings::workstationId).orElse("");
    }

    private static String why(Operator operator, Act act) {
        return operator.may(act.permission())
                ? "This is more than " + operator.shortName() + " may do alone."
                : operator.shortName() + " may not do this alone.";
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private record Grant(String token, String approverId, String reason) {}

    private record Asked(ApprovalRequest request, Operator operator, long atNanos, Optional<Grant> grant) {
        boolean hasToken(String token) {
            return grant.filter(given -> MessageDigest.isEqual(
                            given.token.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)))
                    .isPresent();
        }

        boolean isFor(Operator user, Act act, String subject) {
            return operator.employeeId().equals(user.employeeId())
                    && request.act().equals(act)
                    && request.subject().equals(subject);
        }
    }
}
