package com.euphoriapos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.setup.LaneSetup.State;
import com.euphoriapos.api.status.StatusBoard;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.domain.Authority;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.RolePolicy;
import com.euphoriapos.ui.kit.present.testing.DirectBackground;
import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import com.euphoriapos.ui.kit.present.testing.RecordingMessages;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShellPresenterTest {
    private final PlayedLane played = PlayedLane.ready();
    private final Lane lane = new Lane(new DirectUiThread());
    private final RecordingMessages messages = new RecordingMessages();
    private final ShellPresenter shell = new ShellPresenter(lane, new DirectBackground(), messages);
    private final PlayedShell view = new PlayedShell();
    private final PlayedScreen sale = new PlayedScreen("sale");
    private final PlayedScreen history = new PlayedScreen("history");
    private final PlayedScreen diagnostics = new PlayedScreen("diagnostics", "DIAGNOSTICS");
    private final PlayedScreen products = new PlayedScreen("manager.import", "MANAGE_CATALOG");

    @Test
    void opensBeforeTheStoreIsThereAndThenAsksForThePin() {
        shell.attach(view);
        assertEquals(List.of("opening"), view.pages);
        played.bindTo(lane);
        assertEquals(List.of("opening", "sign-in"), view.pages);
        played.items();
        assertEquals(2, view.pages.size(), "a change of the chips rebuilds nothing");
    }

    @Test
    void saysWhyTheStoreCanNotBeOpenedInPlaceOfOpeningItForEver() {
        shell.attach(view);
        lane.status().bind(new StatusBoard() {
            @Override
            public List<StatusItem> items() {
                return List.of(new StatusItem(
                        StatusItem.STORE_SHUT, StatusItem.Level.DANGER, "Store can't be opened", "It is damaged."));
            }

            @Override
            public void addListener(Listener listener) {
                assertNotNull(listener);
            }

            @Override
            public void removeListener(Listener listener) {
                assertNotNull(listener);
            }
        });
        assertEquals(List.of("opening", "shut: It is damaged."), view.pages);
    }

    @Test
    void asksForTheSetUpFirstAndForTheCodeWhenTheSecretsAreLost() {
        played.state = State.NEEDED;
        open();
        assertEquals("wizard", view.last());
        played.become(State.SECRETS_LOST);
        assertEquals("recovery", view.last());
        played.become(State.READY);
        assertEquals("sign-in", view.last());
    }

    @Test
    void keepsTheWizardUntilTheCodeIsWrittenDown() {
        boolean[] holds = {true};
        shell.wizardHolds(() -> holds[0]);
        open();
        assertEquals("wizard", view.last());
        holds[0] = false;
        shell.refresh();
        assertEquals("sign-in", view.last());
    }

    @Test
    void waitsForADemoToSetItselfUp() {
        played.state = State.NEEDED;
        shell.demo(true);
        open();
        assertEquals("opening", view.last());
    }

    @Test
    void showsTheSaleAfterSignInAndHidesItWhenTheLaneLocks() {
        shell.add(sale);
        open();
        signIn("1111");
        assertEquals("screen sale", view.last());
        assertEquals("shown", sale.calls());
        shell.lock();
        assertEquals("sign-in", view.last());
        assertEquals("shown hidden", sale.calls());
        assertTrue(shell.front().isEmpty());
        assertTrue(shell.current().isEmpty());
    }

    @Test
    void showsACalmCardWhileTheSaleScreenIsReplacedAndThenTheNewOne() {
        shell.add(sale);
        open();
        signIn("1111");
        shell.remove(sale);
        assertEquals("missing The sale screen is being replaced", view.last());
        PlayedScreen successor = new PlayedScreen("sale");
        shell.add(successor);
        assertEquals("screen sale", view.last());
        assertEquals("shown", successor.calls());
    }

    @Test
    void changesToTheNewerOfTwoScreensWithOneName() {
        shell.add(sale);
        open();
        signIn("1111");
        PlayedScreen newer = new PlayedScreen("sale");
        shell.add(newer);
        assertEquals(Optional.of(newer), shell.front());
        shell.remove(sale);
        assertEquals(Optional.of(newer), shell.front());
    }

    @Test
    void goesBackTheWayItCame() {
        shell.add(sale);
        shell.add(history);
        open();
        signIn("1111");
        assertTrue(shell.show("history"));
        assertEquals(Optional.of("history"), shell.current());
        shell.back();
        assertEquals(Optional.of("sale"), shell.current());
        shell.back();
        assertEquals(Optional.of("sale"), shell.current());
        assertFalse(shell.show("nothing"));
    }

    @Test
    void saysWhoMayOpenAScreenThatACashierMayNot() {
        shell.add(sale);
        shell.add(products);
        open();
        signIn("1111");
        assertFalse(shell.show("manager.import"));
        assertEquals(List.of("Dana R. may not open “manager.import”; a manager or an owner may"), messages.titles());
        signIn("222222");
        assertTrue(shell.show("manager.import"));
    }

    @Test
    void saysWhoMayByTheStoresOwnPolicy() {
        Authority usual = Role.MANAGER.defaultAuthority();
        EnumSet<Permission> fewer = EnumSet.copyOf(usual.permissions());
        fewer.remove(Permission.MANAGE_CATALOG);
        played.roles = RolePolicy.DEFAULT.with(
                Role.MANAGER, new Authority(fewer, usual.largestPercent(), usual.largestAmount()));
        shell.add(products);
        open();
        signIn("1111");
        assertFalse(shell.show("manager.import"));
        assertEquals(List.of("Dana R. may not open “manager.import”; an owner may"), messages.titles());
    }

    @Test
    void bringsWhoLockedTheLaneBackToWhereTheyWere() {
        danaLooksAtHistory();
        shell.lock(IdleLock.REASON);
        assertEquals("sign-in", view.last());
        signIn("1111");
        assertEquals("screen history", view.last());
        shell.back();
        assertEquals("screen sale", view.last());
    }

    @Test
    void bringsAnotherPersonToTheSale() {
        danaLooksAtHistory();
        shell.lock();
        signIn("222222");
        assertEquals("screen sale", view.last());
        shell.lock();
        signIn("1111");
        assertEquals("screen sale", view.last());
        assertEquals(List.of("key", "key"), played.reasons);
    }

    @Test
    void goesOnWhereALateAnswerLedWhileTheLaneWasLocked() {
        danaLooksAtHistory();
        shell.lock(IdleLock.REASON);
        assertFalse(shell.show("sale"));
        signIn("1111");
        assertEquals("screen sale", view.last());
    }

    @Test
    void leavesAScreenThatThePersonMayNoLongerSee() {
        shell.add(sale);
        shell.add(products);
        open();
        signIn("222222");
        shell.show("manager.import");
        Operator lower = new Operator(PlayedLane.RUTH.employeeId(), "Ruth", "Klein", Role.CASHIER);
        played.become(Optional.of(lower), "");
        assertEquals("screen sale", view.last());
        assertEquals("shown hidden", products.calls());
        assertEquals(List.of("Ruth K. may not open “manager.import”; a manager or an owner may"), messages.titles());
    }

    @Test
    void locksWithinTheEventThatEndsASession() {
        shell.add(sale);
        open();
        signIn("1111");
        played.become(Optional.empty(), "deactivated");
        assertEquals("sign-in", view.last());
    }

    @Test
    void opensDiagnosticsToWhoMayAndToNobodyOnALockedLane() {
        shell.add(sale);
        shell.add(diagnostics);
        open();
        assertFalse(shell.maySee("diagnostics"));
        assertFalse(shell.show("diagnostics"));
        assertEquals(List.of("Sign in first"), messages.titles());
        assertEquals("sign-in", view.last());
        signIn("1111");
        assertFalse(shell.show("diagnostics"));
        assertEquals("screen sale", view.last());
        signIn("222222");
        assertTrue(shell.maySee("diagnostics"));
        assertTrue(shell.show("diagnostics"));
        shell.lock();
        assertEquals("sign-in", view.last());
    }

    @Test
    void opensDiagnosticsToAnybodyWhileNobodyCanSignIn() {
        shell.add(diagnostics);
        shell.attach(view);
        assertTrue(shell.show("diagnostics"));
        assertEquals("screen diagnostics", view.last());
        shell.back();
        assertEquals("opening", view.last());
        played.state = State.SECRETS_LOST;
        played.bindTo(lane);
        assertTrue(shell.show("diagnostics"));
        played.become(State.NEEDED);
        assertEquals("screen diagnostics", view.last());
        played.become(State.READY);
        assertEquals("sign-in", view.last());
        shell.signInBroken(() -> true);
        assertTrue(shell.show("diagnostics"));
    }

    @Test
    void keepsDiagnosticsClosedWhileTheRecoveryCodeIsShown() {
        shell.wizardHolds(() -> true);
        shell.add(diagnostics);
        open();
        assertFalse(shell.show("diagnostics"));
        assertEquals("wizard", view.last());
    }

    @Test
    void survivesAScreenThatFails() {
        PlayedScreen broken = new PlayedScreen("sale") {
            @Override
            public void shown() {
                throw new IllegalStateException("broken on purpose");
            }
        };
        shell.add(broken);
        open();
        signIn("1111");
        shell.lock();
        assertEquals("sign-in", view.last());
    }

    private void danaLooksAtHistory() {
        shell.add(sale);
        shell.add(history);
        open();
        signIn("1111");
        shell.show("history");
    }

    private void open() {
        played.bindTo(lane);
        shell.attach(view);
    }

    private void signIn(String pin) {
        played.signIn(pin.toCharArray());
    }
}
