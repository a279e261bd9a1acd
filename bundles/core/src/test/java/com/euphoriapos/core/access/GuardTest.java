package com.euphoriapos.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.api.access.LocalConsole;
import com.euphoriapos.core.fixture.Shop;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Role;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class GuardTest {
    @Test
    void saysWhoMayInstead() {
        Guard cashier = Shop.guard(Optional.of(Role.CASHIER));
        assertEquals(
                "Dana R. may not change settings; a manager or an owner may.",
                assertThrows(ForbiddenException.class, () -> cashier.require(Permission.MANAGE_SETTINGS))
                        .getMessage());
        assertEquals(
                Optional.of("Dana R. may not open the drawer without a sale; a shift lead, a manager or an owner may."),
                cashier.problem(Permission.NO_SALE));
        assertEquals(
                Optional.of("Dana R. may not change what roles may do; an owner may."),
                Shop.guard(Optional.of(Role.MANAGER)).problem(Permission.MANAGE_ROLES));
    }

    @Test
    void refusesWhileNobodyIsSignedIn() {
        Guard nobody = Shop.guard(Optional.empty());
        for (Permission permission : Permission.values()) {
            assertEquals(Optional.of("Nobody is signed in."), nobody.problem(permission));
        }
    }

    @Test
    void oneOfThePermissionsIsEnough() {
        Guard cashier = Shop.guard(Optional.of(Role.CASHIER));
        assertEquals(
                "employee-1",
                cashier.require(Permission.MANAGE_CATALOG, Permission.SELL).employeeId());
    }

    @Test
    void theConsoleMayWhatAnOwnerMayButNotWhatNeedsAPerson() {
        Guard guard = Shop.guard(Optional.empty());
        guard.run(() -> {
            assertEquals(
                    LocalConsole.ACTOR, guard.require(Permission.MANAGE_ROLES).employeeId());
            assertEquals(
                    Optional.of("The console may not sell; somebody has to sign in."), guard.problem(Permission.SELL));
            assertEquals(
                    Optional.of("The console may not unlock the sign-in; somebody has to sign in."),
                    guard.problem(Permission.UNLOCK_SIGN_IN));
            return "";
        });
    }

    @Test
    void theConsoleMayOnlyWhatThePersonSignedInMay() {
        Guard guard = Shop.guard(Optional.of(Role.CASHIER));
        guard.run(() -> {
            assertEquals("employee-1", guard.require(Permission.SELL).employeeId());
            return assertThrows(ForbiddenException.class, () -> guard.require(Permission.MANAGE_EMPLOYEES));
        });
    }

    @Test
    void theConsolesRightEndsWithItsWork() {
        Guard guard = Shop.guard(Optional.empty());
        guard.run(() -> {
            assertThrows(
                    IllegalStateException.class,
                    () -> guard.run(() -> {
                        throw new IllegalStateException("the inner work failed");
                    }));
            return guard.require(Permission.MANAGE_SETTINGS);
        });
        assertThrows(ForbiddenException.class, () -> guard.require(Permission.MANAGE_SETTINGS));
    }

    @Test
    void theConsolesRightStaysOnItsThread() throws ExecutionException, InterruptedException {
        Guard guard = Shop.guard(Optional.empty());
        ExecutorService other = Executors.newSingleThreadExecutor(task -> new Thread(task, "other"));
        try {
            Optional<String> problem = guard.run(
                    () -> CompletableFuture.supplyAsync(() -> guard.problem(Permission.MANAGE_SETTINGS), other)
                            .join());
            assertEquals(Optional.of("Nobody is signed in."), problem);
        } finally {
            other.shutdown();
        }
    }
}
