package com.euphoriapos.core.employee;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.api.employee.Employees.EmployeeResult;
import com.euphoriapos.api.employee.Employees.FieldProblem;
import com.euphoriapos.api.secret.SecretException;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one change of people in one transaction: asks who may, looks at the rows as they are then, and answers what became of it. */
final class Staff {
    private static final Logger LOG = LoggerFactory.getLogger(Staff.class);
    private static final String LOST = "The lane's secrets are lost. The recovery code brings them back.";

    private final Store store;
    private final Guard guard;
    private final Settings settings;
    private final Clock clock;

    Staff(Store store, Guard guard, Settings settings, Clock clock) {
        this.store = store;
        this.guard = guard;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a change does in its transaction. */
    @FunctionalInterface
    interface Step {
        Outcome run(StoreHandle handle, EmployeeRecord before, Trace trace);
    }

    /** What a change of no one in particular does in its transaction. */
    @FunctionalInterface
    interface FreeStep {
        Outcome run(StoreHandle handle, Trace trace);
    }

    /**
     * What became of a change in its transaction.
     *
     * @param stored the person as stored now, empty where nothing was
     */
    record Outcome(EmployeeResult result, Optional<EmployeeRecord> stored) {
        static Outcome done(EmployeeRecord person) {
            return new Outcome(new EmployeeResult.Done(Optional.of(Edits.seen(person))), Optional.of(person));
        }

        static Outcome unchanged(EmployeeRecord person) {
            return new Outcome(new EmployeeResult.Done(Optional.of(Edits.seen(person))), Optional.empty());
        }

        static Outcome refused(String field, String reason) {
            return refused(List.of(new FieldProblem(field, reason)));
        }

        static Outcome refused(List<FieldProblem> problems) {
            return new Outcome(new EmployeeResult.Refused(problems), Optional.empty());
        }

        static Outcome forbidden(String reason) {
            return new Outcome(new EmployeeResult.Forbidden(reason), Optional.empty());
        }

        static Outcome unavailable(String reason) {
            return new Outcome(new EmployeeResult.Unavailable(reason), Optional.empty());
        }
    }

    /** Runs the work for whoever acts, when they may; troubles of the store and the secrets become answers. */
    Outcome when(Permission permission, Function<Operator, Outcome> work) {
        try {
            return work.apply(guard.require(permission));
        } catch (ForbiddenException e) {
            return Outcome.forbidden(String.valueOf(e.getMessage()));
        } catch (StoreException e) {
            LOG.error("People could not be changed ({}): {}", e.reason(), e.getMessage(), e);
            return Outcome.unavailable("It could not be stored. Nothing was changed.");
        } catch (SecretException e) {
            LOG.error("People could not be changed, the secret store can't be read: {}", e.getMessage(), e);
            return Outcome.unavailable("The lane's secrets can't be read. Nothing was changed.");
        }
    }

    /** Changes somebody, when the actor may change them as both are stored. */
    Outcome change(String employeeId, Operator actor, Step step) {
        return write(actor, (handle, trace) -> {
            Optional<EmployeeRecord> before = handle.employees().byId(employeeId);
            if (before.isEmpty()) {
                return Outcome.refused("", "This person is no longer there.");
            }
            return StaffRules.untouchable(before.get(), actor)
                    .map(Outcome::forbidden)
                    .orElseGet(() -> step.run(handle, before.get(), trace));
        });
    }

    /** Changes something, when the actor is still who they were at the check. */
    Outcome write(Operator actor, FreeStep step) {
        // What the store keeps of a moment; the message says the same.
        Trace trace = new Trace(actor, lane(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return store.write(handle -> {
            boolean stillMay = actor.employeeId().equals(Guard.ACTOR)
                    || handle.employees()
                            .byId(actor.employeeId())
                            .filter(now -> now.active() && now.role() == actor.role())
                            .isPresent();
            return stillMay ? step.run(handle, trace) : Outcome.forbidden(actor.shortName() + " has to sign in again.");
        });
    }

    /** Label of the lane. */
    String lane() {
        return settings.current().map(StoreSettings::workstationId).orElse("");
    }

    /** The answer where a PIN can't be made. */
    static Outcome secretsLost() {
        return Outcome.unavailable(LOST);
    }
}
