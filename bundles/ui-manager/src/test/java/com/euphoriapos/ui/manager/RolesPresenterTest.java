package com.euphoriapos.ui.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.domain.Authority;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.Role;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import com.euphoriapos.ui.manager.RolesState.Check;
import com.euphoriapos.ui.manager.testing.MemoryEmployees;
import com.euphoriapos.ui.manager.testing.MemorySession;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RolesPresenterTest {
    private static final Operator OWNER = new Operator("e3", "Olive", "West", Role.OWNER);
    private static final Operator MANAGER = new Operator("e2", "Ruth", "Kimball", Role.MANAGER);

    private final MemorySession session = new MemorySession(OWNER);
    private final MemoryEmployees people = new MemoryEmployees(session);
    private final SteppedBackground background = new SteppedBackground();
    private final List<String> left = new ArrayList<>();
    private final RolesPresenter presenter =
            new RolesPresenter(people, session::current, background, () -> left.add("left"));
    private final RecordingRolesView view = new RecordingRolesView();

    @BeforeEach
    void open() {
        presenter.attach(view);
    }

    @Test
    void showsWhatEachRoleMay() {
        assertEquals(Permission.values().length, view.state().permissions().size());
        for (Role role : Role.values()) {
            for (Permission permission : Permission.values()) {
                assertEquals(
                        role.defaultAuthority().may(permission),
                        check(role, permission).on());
            }
        }
        assertEquals(
                "[0 %, 20 %, 50 %, 100 %]",
                view.state().limits().get(0).limits().toString());
        assertEquals(
                "[100.00, 500.00, 5,000.00, no limit]",
                view.state().limits().get(1).limits().toString());
    }

    @Test
    void changesARoleWhole() {
        presenter.toggle(Role.SHIFT_LEAD, Permission.MANAGE_STOCK);
        presenter.percent("12.5 %");
        presenter.amount("1,250.50");
        assertTrue(view.state().changed());
        presenter.save();
        assertTrue(view.state().busy());
        background.finish();
        Authority now = people.roles().authority(Role.SHIFT_LEAD);
        assertTrue(now.may(Permission.MANAGE_STOCK));
        assertEquals(new Rate(125_000), now.largestPercent());
        assertEquals(Money.ofCents(125_050), now.largestAmount());
        assertEquals(List.of("Shift lead was changed; it counts at once"), view.said());
        assertFalse(view.state().changed());
    }

    @Test
    void anEmptyAmountIsNoLimit() {
        presenter.choose(Role.MANAGER);
        presenter.amount("");
        presenter.save();
        background.finish();
        assertEquals(Authority.NO_LIMIT, people.roles().authority(Role.MANAGER).largestAmount());
    }

    @Test
    void marksTheCellThatWouldTurnTheRolesAround() {
        presenter.toggle(Role.CASHIER, Permission.MANAGE_STOCK);
        assertTrue(check(Role.CASHIER, Permission.MANAGE_STOCK).wrong());
        assertEquals(
                "A cashier would be allowed more than a shift lead.",
                view.state().problem());
        presenter.save();
        assertEquals(0, background.waiting());
        presenter.toggle(Role.CASHIER, Permission.MANAGE_STOCK);
        assertEquals("", view.state().problem());
        presenter.choose(Role.SHIFT_LEAD);
        presenter.percent("60");
        assertTrue(view.state().limits().get(0).limits().get(1).wrong());
        presenter.percent("20");
        presenter.amount("99.99");
        assertTrue(view.state().limits().get(1).limits().get(1).wrong());
        presenter.amount("500");
        presenter.toggle(Role.SHIFT_LEAD, Permission.SELL);
        assertTrue(check(Role.SHIFT_LEAD, Permission.SELL).wrong());
    }

    @Test
    void saysWhatALimitMustBe() {
        presenter.percent("101");
        assertEquals("A percentage from 0 to 100, such as 12.5.", view.state().error("percent"));
        presenter.percent("ten");
        assertEquals("A percentage from 0 to 100, such as 12.5.", view.state().error("percent"));
        presenter.amount("-5");
        assertEquals(
                "An amount such as 250 or 99.50; empty for no limit.",
                view.state().error("amount"));
        presenter.amount("99999999999999999999");
        assertEquals(
                "An amount such as 250 or 99.50; empty for no limit.",
                view.state().error("amount"));
        presenter.save();
        assertEquals(List.of(), people.calls());
    }

    @Test
    void ownersStayAsTheyAre() {
        presenter.toggle(Role.OWNER, Permission.SELL);
        assertTrue(check(Role.OWNER, Permission.SELL).on());
        assertEquals(List.of("Owners may everything; that can't be changed."), view.said());
    }

    @Test
    void isReadOnlyWithTheReasonForOthers() {
        session.become(MANAGER);
        presenter.read();
        assertEquals("Only an owner may change what roles may do.", view.state().readOnly());
        presenter.toggle(Role.CASHIER, Permission.SELL);
        presenter.percent("5");
        presenter.save();
        background.finish();
        assertTrue(check(Role.CASHIER, Permission.SELL).on());
        assertEquals("0", view.state().percent());
        assertEquals(List.of(), people.calls());
    }

    @Test
    void saysWhatTheStoreRefuses() {
        presenter.toggle(Role.CASHIER, Permission.READ_HISTORY);
        people.breakDown();
        presenter.save();
        background.finish();
        assertEquals("The store cannot be written.", view.state().error("form"));
        assertTrue(view.state().changed());
    }

    @Test
    void asksBeforeUnsavedChangesGo() {
        presenter.toggle(Role.CASHIER, Permission.READ_HISTORY);
        presenter.choose(Role.MANAGER);
        assertTrue(view.state().asking());
        assertEquals(Role.CASHIER, view.state().chosen());
        presenter.back();
        assertFalse(view.state().asking());
        presenter.back();
        assertTrue(view.state().asking());
        presenter.discard();
        assertEquals(List.of("left"), left);
        assertTrue(check(Role.CASHIER, Permission.READ_HISTORY).on());
    }

    @Test
    void aChangeElsewhereShowsButDoesNotTouchWhatIsTyped() {
        presenter.percent("7");
        people.changeRole(
                Role.SHIFT_LEAD,
                new Authority(
                        Role.SHIFT_LEAD.defaultAuthority().permissions(), new Rate(300_000), Money.ofCents(50_000)));
        presenter.read();
        assertEquals("30 %", view.state().limits().get(0).limits().get(1).words());
        assertEquals("7", view.state().percent());
    }

    private Check check(Role role, Permission permission) {
        return view.state().permissions().get(permission.ordinal()).checks().get(role.ordinal());
    }

    private static final class RecordingRolesView implements RolesView {
        private final List<String> said = new ArrayList<>();
        private final List<RolesState> states = new ArrayList<>();

        @Override
        public void render(RolesState state) {
            states.add(state);
        }

        @Override
        public void say(String sentence) {
            said.add(sentence);
        }

        List<String> said() {
            return List.copyOf(said);
        }

        RolesState state() {
            return states.get(states.size() - 1);
        }
    }
}
