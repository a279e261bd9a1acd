package com.euphoriapos.core.applied;

import com.euphoriapos.api.store.CommitListener.Subject;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.core.catalog.CatalogVersion;
import com.euphoriapos.core.employee.EmployeeUpdates;
import com.euphoriapos.core.employee.People;
import com.euphoriapos.core.employee.StoredEmployees;
import com.euphoriapos.core.settings.LaneSettings;
import com.euphoriapos.core.settings.RoleValues;
import com.euphoriapos.core.settings.SettingsHarness;
import com.euphoriapos.domain.Authority;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.RolePolicy;
import com.euphoriapos.testkit.Await;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What another lane changed is written into the store beneath the use cases, and has to hold at once. */
class AppliedChangesTest {
    private final People people = new People();
    private final CatalogVersion catalog = new CatalogVersion();
    private final AtomicInteger heard = new AtomicInteger();
    private LaneSettings settings;
    private AppliedChanges applied;

    @BeforeEach
    void open() {
        people.add("ruth", Role.MANAGER, "840262");
        settings = SettingsHarness.open(people.store);
        people.settings.follow(settings);
        StoredEmployees employees = people.employees(new Guard(people.session, people.settings));
        employees.addListener(heard::incrementAndGet);
        applied = new AppliedChanges(people.store, settings, (EmployeeUpdates) employees, catalog);
        people.signIn("840262");
    }

    @AfterEach
    void close() {
        applied.stop();
        people.close();
    }

    @Test
    void endsTheSessionOfSomebodyWhomAnotherLaneDeactivated() {
        people.deactivate("ruth");
        people.store.applied(new Subject(Topics.EMPLOYEE_UPSERT, "employee:ruth"));

        Await.until("the session is over", () -> people.session.current().isEmpty());
        Await.until("it is known why", () -> people.session.endedBecause().equals("deactivated"));
        Await.until("the list is read again", () -> heard.get() > 0);
    }

    @Test
    void takesAwayWhatARoleMayNoLonger() {
        Authority before = RolePolicy.DEFAULT.authority(Role.MANAGER);
        Set<Permission> fewer = EnumSet.copyOf(before.permissions());
        fewer.remove(Permission.MANAGE_CATALOG);
        Authority now = new Authority(fewer, before.largestPercent(), before.largestAmount());
        people.store.write(handle -> {
            handle.settings()
                    .put(RoleValues.KEY, RoleValues.write(RolePolicy.DEFAULT.with(Role.MANAGER, now)), People.START);
            return true;
        });
        people.store.applied(new Subject(Topics.POS_CONFIG_UPDATE, "pos_config:roles"));

        Await.until(
                "the manager may less",
                () -> !people.session.current().orElseThrow().may(Permission.MANAGE_CATALOG));
    }

    @Test
    void tellsThoseWhoCacheProducts() {
        people.store.applied(new Subject(Topics.PRODUCT_BULK_UPSERT, "product:bulk"));

        Await.until("the products are read again", () -> catalog.current() == 2);
    }
}
