package com.euphoriapos.core.employee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.employee.Employees.EmployeeResult;
import com.euphoriapos.core.settings.LaneSettings;
import com.euphoriapos.core.settings.RoleValues;
import com.euphoriapos.core.settings.SettingsHarness;
import com.euphoriapos.domain.Authority;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.RolePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What roles may do, as an owner changes it. */
class RoleChangesTest extends EmployeesHarness {
    @Test
    void changesWhatARoleMayForWhoeverIsSignedInAtOnceAndForTheNextStart() {
        LaneSettings settings = SettingsHarness.open(people.store);
        people.settings.follow(settings);
        people.signIn("907153");
        Authority less = new Authority(
                Set.of(Permission.SELL, Permission.READ_HISTORY, Permission.NO_SALE),
                new Rate(50_000),
                Money.ofCents(70_00));
        assertEquals(List.of("role"), refused(employees.changeRole(Role.OWNER, less)));
        assertEquals(List.of("role"), refused(employees.changeRole(Role.CASHIER, Authority.FULL)));
        assertInstanceOf(EmployeeResult.Done.class, employees.changeRole(Role.CASHIER, less));

        assertEquals(less, settings.roles().authority(Role.CASHIER));
        assertEquals(less, SettingsHarness.open(people.store).roles().authority(Role.CASHIER));
        assertEquals(less, people.signIn("4071").authority());
        assertTrue(people.acts(2).get(1).startsWith("ROLE_CHANGED olga CASHIER {\"from\":\"SELL READ_HISTORY; 0 ppm;"));
        assertEquals("pos_config:update", messages().get(0).topic());
        assertEquals("pos_config:roles", messages().get(0).aggregate());
    }

    @Test
    void takesBackNoChangeOfAnotherRoleThatItHasNotSeen() {
        LaneSettings settings = SettingsHarness.open(people.store);
        people.settings.follow(settings);
        people.signIn("907153");
        Authority less = new Authority(Set.of(Permission.SELL), Rate.ZERO, Money.ofCents(1_00));
        people.store.write(handle -> {
            handle.settings()
                    .put(RoleValues.KEY, RoleValues.write(RolePolicy.DEFAULT.with(Role.CASHIER, less)), People.START);
            return 0;
        });

        Authority lead = new Authority(Set.of(Permission.SELL, Permission.NO_SALE), Rate.ZERO, Money.ofCents(2_00));
        assertInstanceOf(EmployeeResult.Done.class, employees.changeRole(Role.SHIFT_LEAD, lead));

        assertEquals(less, settings.roles().authority(Role.CASHIER));
        assertEquals(lead, settings.roles().authority(Role.SHIFT_LEAD));
    }

    @Test
    void tellsTheOneSignedInWhatTheirRoleMayNow() {
        LaneSettings settings = SettingsHarness.open(people.store);
        people.settings.follow(settings);
        people.signIn("4071");
        people.store.write(handle -> {
            RolePolicy more = RolePolicy.DEFAULT.with(
                    Role.CASHIER, new Authority(Set.of(Permission.SELL), Rate.ZERO, Money.ofCents(1_00)));
            handle.settings().put(RoleValues.KEY, RoleValues.write(more), People.START);
            return 0;
        });
        settings.reload();
        List<Operator> told = new ArrayList<>();
        people.session.addListener(now -> told.add(now.orElseThrow()));

        assertEquals(
                Set.of(Permission.SELL),
                people.session.current().orElseThrow().authority().permissions());
        people.session.rolesChanged();
        assertEquals(List.of(people.session.current().orElseThrow()), told);
    }
}
