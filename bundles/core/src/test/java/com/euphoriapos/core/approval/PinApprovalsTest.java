package com.euphoriapos.core.approval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.approval.Approval;
import com.euphoriapos.api.approval.ApprovalRequest;
import com.euphoriapos.api.approval.ApprovalResult;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.core.employee.People;
import com.euphoriapos.domain.Act;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.Role;
import com.euphoriapos.testkit.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PinApprovalsTest {
    private static final Act OVERRIDE = new Act(Permission.PRICE_OVERRIDE, new Rate(150_000), Money.ofCents(10_00));
    private static final String LINE = "sale-1/3";

    private final People people = new People();
    private PinApprovals desk;
    private Operator dana;

    @BeforeEach
    void dayBegins() {
        people.add("dana", Role.CASHIER, "4071");
        people.add("eve", Role.CASHIER, "4072");
        people.add("lee", Role.SHIFT_LEAD, "507100");
        people.add("ruth", Role.MANAGER, "607100");
        people.add("gone", Role.OWNER, "707100", false);
        dana = people.signIn("4071");
        desk = ApprovalHarness.desk(people.store, people.checks, people.session, people.settings, people.clock);
    }

    @AfterEach
    void dayEnds() {
        desk.stop();
        people.close();
    }

    @Test
    void saysWhyAndWhoCanAllowIt() {
        ApprovalRequest request = ask();

        assertEquals("dana T. may not do this alone.", request.why());
        assertEquals(List.of(Role.SHIFT_LEAD, Role.MANAGER, Role.OWNER), request.rolesAllowing());
        Act large = Act.of(Permission.SELL, Money.ofCents(600_00));
        ApprovalRequest voiding = desk.ask(dana, large, "Void", LINE);
        assertEquals("This is more than dana T. may do alone.", voiding.why());
        assertEquals(List.of(Role.MANAGER, Role.OWNER), voiding.rolesAllowing());
    }

    @Test
    void givesLeaveForThatActOnceAndWritesBothPeopleDown() {
        Approval approval = approved(ask(), "507100");

        ApprovalDesk.Granted granted = redeem(approval).orElseThrow();
        assertEquals("lee", granted.approver().employeeId());
        assertEquals("match the shelf", granted.reason());
        assertEquals(Optional.empty(), redeem(approval));
        assertEquals(
                "APPROVED dana sale-1/3 {\"approver\":\"lee\",\"approverName\":\"lee T.\",\"reason\":\"match the shelf\","
                        + "\"lane\":\"L1\",\"act\":\"Change the price\",\"permission\":\"PRICE_OVERRIDE\","
                        + "\"percentPpm\":150000,\"amount\":1000}",
                people.acts(1).get(0));
        assertFalse(approval.toString().contains(approval.token()));
    }

    @Test
    void isNoLeaveForAnythingElse() {
        Act more = new Act(Permission.PRICE_OVERRIDE, new Rate(150_000), Money.ofCents(10_01));
        Act deeper = new Act(Permission.PRICE_OVERRIDE, new Rate(150_001), Money.ofCents(10_00));
        Operator eve = new Operator("eve", "eve", "Test", Role.CASHIER);

        assertEquals(Optional.empty(), desk.redeem(Optional.empty(), dana, OVERRIDE, LINE));
        assertEquals(Optional.empty(), redeem(new Approval("")));
        assertEquals(Optional.empty(), desk.redeem(given(), dana, more, LINE));
        assertEquals(Optional.empty(), desk.redeem(given(), dana, deeper, LINE));
        assertEquals(Optional.empty(), desk.redeem(given(), dana, OVERRIDE, "sale-1/4"));
        assertEquals(Optional.empty(), desk.redeem(given(), eve, OVERRIDE, LINE));
        Approval wasted = given().orElseThrow();
        desk.redeem(Optional.of(wasted), dana, more, LINE);
        assertEquals(Optional.empty(), redeem(wasted));
    }

    @Test
    void endsAfterTwoMinutesWhateverTheClockSays() {
        Approval approval = given().orElseThrow();
        people.clock.set(people.clock.instant().plus(Duration.ofDays(1)));
        people.clock.advance(Duration.ofSeconds(119));
        assertTrue(redeem(approval).isPresent());

        Approval late = given().orElseThrow();
        people.clock.set(people.clock.instant().minus(Duration.ofDays(1)));
        people.clock.advance(Duration.ofMinutes(2));
        assertEquals(Optional.empty(), redeem(late));

        ApprovalRequest old = ask();
        people.clock.advance(Duration.ofMinutes(2));
        assertInstanceOf(ApprovalResult.Expired.class, approve(old, "507100"));
    }

    @Test
    void endsWhenTheAskerSignsOutEvenIfTheyComeBack() {
        Approval approval = given().orElseThrow();
        people.session.signOut();
        assertEquals(Optional.empty(), redeem(approval));
        people.signIn("4071");
        assertEquals(Optional.empty(), redeem(approval));

        ApprovalRequest asked = ask();
        people.signIn("4072");
        assertInstanceOf(ApprovalResult.Expired.class, approve(asked, "507100"));
    }

    @Test
    void forgetsAnOlderOrWithdrawnRequest() {
        Approval first = given().orElseThrow();
        ApprovalRequest second = ask();
        assertEquals(Optional.empty(), redeem(first));
        desk.withdraw("of another");
        desk.withdraw(second.id());
        assertInstanceOf(ApprovalResult.Expired.class, approve(second, "507100"));
    }

    @Test
    void isNotGivenByTheAskerNorBySomebodyWhoMayNot() {
        assertEquals(new ApprovalResult.MayNot("Somebody else has to allow this."), approve(ask(), "4071"));
        assertTrue(people.acts(1).get(0).contains("\"problem\":\"may-not\""));
        assertEquals(new ApprovalResult.MayNot("eve T. may not allow this."), approve(ask(), "4072"));
        Act deep = new Act(Permission.PRICE_OVERRIDE, new Rate(300_000), Money.ofCents(10_00));
        assertEquals(
                new ApprovalResult.MayNot("This is more than lee T. may allow."),
                approve(desk.ask(dana, deep, "Change the price", LINE), "507100"));
    }

    @Test
    void isWorthNothingOnceTheApproverIsGone() {
        Approval approval = given().orElseThrow();
        people.deactivate("lee");
        assertEquals(Optional.empty(), redeem(approval));
    }

    @Test
    void isWorthNothingOnceTheApproversRoleMayNoLonger() {
        Approval approval = given().orElseThrow();
        people.settings.roles = people.settings.roles.with(
                Role.SHIFT_LEAD,
                new com.euphoriapos.domain.Authority(
                        Set.of(Permission.SELL, Permission.READ_HISTORY), Rate.ZERO, Money.ofCents(500_00)));
        assertEquals(Optional.empty(), redeem(approval));
    }

    @Test
    void costsOneCheckWhateverComesOut() {
        for (String pin : List.of("507100", "607100", "4071", "4072", "707100", "999999", "")) {
            people.hashing.checked();
            approve(ask(), pin);
            assertEquals(1, people.hashing.checked().size(), pin);
            people.signIn("4071");
        }
        people.hashing.checked();
        assertInstanceOf(ApprovalResult.Expired.class, desk.approve("none", "507100".toCharArray(), "why"));
        assertEquals(1, people.hashing.checked().size());
    }

    @Test
    void saysTheSameOfWrongAndInactiveAndTellsThemApartInTheJournal() {
        assertEquals(new ApprovalResult.WrongPin(), approve(ask(), "707100"));
        assertTrue(people.acts(1).get(0).contains("\"approver\":\"gone\""));
        assertTrue(people.acts(1).get(0).contains("\"problem\":\"inactive\""));
        assertEquals(new ApprovalResult.WrongPin(), approve(ask(), "999999"));
        assertTrue(people.acts(1).get(0).startsWith("APPROVAL_REFUSED dana sale-1/3 "));
        assertTrue(people.acts(1).get(0).contains("\"problem\":\"wrong-pin\""));
    }

    @Test
    void sharesTheLockoutWithTheSignIn() {
        for (int i = 0; i < 4; i++) {
            assertInstanceOf(ApprovalResult.WrongPin.class, approve(ask(), "999999"));
        }
        assertEquals(new ApprovalResult.LockedOut(Duration.ofSeconds(30)), approve(ask(), "999999"));
        people.hashing.checked();
        assertEquals(new ApprovalResult.LockedOut(Duration.ofSeconds(30)), approve(ask(), "507100"));
        assertEquals(new SignInResult.LockedOut(Duration.ofSeconds(30)), people.session.signIn("4071".toCharArray()));
        assertEquals(0, people.hashing.checked().size());
    }

    @Test
    void doesNotForgiveGuessesForTheAskersOwnPin() {
        for (int i = 0; i < 4; i++) {
            approve(ask(), "999999");
            approve(ask(), "4071");
        }
        approve(ask(), "999999");
        assertInstanceOf(ApprovalResult.LockedOut.class, approve(ask(), "507100"));
    }

    @Test
    void givesNoLeaveThatCanNotBeWrittenDown() {
        ApprovalRequest request = ask();
        people.store.failNext(MemoryStore.Moment.AT_COMMIT, StoreException.Reason.DISK_FULL);
        assertInstanceOf(ApprovalResult.Unavailable.class, approve(request, "507100"));
        assertInstanceOf(ApprovalResult.Approved.class, approve(request, "507100"));
    }

    @Test
    void wantsAReasonAndWipesThePin() {
        char[] pin = "507100".toCharArray();
        assertInstanceOf(ApprovalResult.Unavailable.class, desk.approve(ask().id(), pin, "  "));
        assertArrayEquals(new char[6], pin);
    }

    private ApprovalRequest ask() {
        return desk.ask(dana, OVERRIDE, "Change the price", LINE);
    }

    private ApprovalResult approve(ApprovalRequest request, String pin) {
        return desk.approve(request.id(), pin.toCharArray(), " match the shelf ");
    }

    private Approval approved(ApprovalRequest request, String pin) {
        return assertInstanceOf(ApprovalResult.Approved.class, approve(request, pin))
                .approval();
    }

    private Optional<Approval> given() {
        return Optional.of(approved(ask(), "507100"));
    }

    private Optional<ApprovalDesk.Granted> redeem(Approval approval) {
        return desk.redeem(Optional.of(approval), dana, OVERRIDE, LINE);
    }
}
