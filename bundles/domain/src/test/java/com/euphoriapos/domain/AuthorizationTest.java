package com.euphoriapos.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AuthorizationTest {
    @Provide
    Arbitrary<Authority> authorities() {
        Arbitrary<Set<Permission>> permissions =
                Arbitraries.of(Permission.class).set();
        Arbitrary<Rate> percents = Arbitraries.longs().between(0, Rate.SCALE).map(Rate::new);
        Arbitrary<Money> amounts = Arbitraries.longs().between(0, 100_000).map(Money::ofCents);
        return Combinators.combine(permissions, percents, amounts).as(Authority::new);
    }

    @Provide
    Arbitrary<Act> acts() {
        Arbitrary<Rate> percents = Arbitraries.longs().between(0, Rate.SCALE).map(Rate::new);
        Arbitrary<Money> amounts = Arbitraries.longs().between(0, 100_000).map(Money::ofCents);
        return Combinators.combine(Arbitraries.of(Permission.class), percents, amounts)
                .as(Act::new);
    }

    @Property
    void twoPeopleMayNoMoreThanOneOfThemAlone(
            @ForAll("authorities") Authority asks, @ForAll("authorities") Authority approves, @ForAll("acts") Act act) {
        Operator dana = person("dana", asks);
        Operator ruth = person("ruth", approves);
        boolean together = Authorization.decide(dana, act) == Authorization.Decision.ALLOWED
                || Authorization.approvalProblem(dana, ruth, act).isEmpty();
        assertEquals(asks.allows(act) || approves.allows(act), together);
    }

    @Property
    void nobodyApprovesTheirOwnAct(@ForAll("authorities") Authority authority, @ForAll("acts") Act act) {
        Operator dana = person("dana", authority);
        assertTrue(Authorization.approvalProblem(dana, dana, act).isPresent());
    }

    @Property
    void whatCoversAllowsEverythingThatTheOtherAllows(
            @ForAll("authorities") Authority one, @ForAll("authorities") Authority other, @ForAll("acts") Act act) {
        assertFalse(one.covers(other) && other.allows(act) && !one.allows(act));
        assertTrue(Authority.FULL.covers(one));
    }

    @Property
    void noPolicyLetsALowerRoleDoMore(
            @ForAll Role role, @ForAll("authorities") Authority authority, @ForAll("acts") Act act) {
        Optional<String> problem = RolePolicy.DEFAULT.problemWith(role, authority);
        if (problem.isEmpty()) {
            RolePolicy changed = RolePolicy.DEFAULT.with(role, authority);
            for (Role lower : Role.values()) {
                for (Role higher : Role.values()) {
                    boolean gains = higher.atLeast(lower)
                            && changed.authority(lower).allows(act)
                            && !changed.authority(higher).allows(act);
                    assertFalse(gains, lower + " may more than " + higher);
                }
            }
        }
    }

    @Test
    void anActNeedsBothThePermissionAndTheLimit() {
        Authority lead = Role.SHIFT_LEAD.defaultAuthority();
        assertTrue(lead.allows(new Act(Permission.PRICE_OVERRIDE, new Rate(200_000), Money.ofCents(500_00))));
        assertFalse(lead.allows(new Act(Permission.PRICE_OVERRIDE, new Rate(200_001), Money.ofCents(1))));
        assertFalse(lead.allows(new Act(Permission.PRICE_OVERRIDE, Rate.ZERO, Money.ofCents(500_01))));
        assertFalse(lead.allows(Act.of(Permission.MANAGE_SETTINGS)));
    }

    @Test
    void theOwnerStaysAllowedEverything() {
        Authority less = new Authority(EnumSet.of(Permission.SELL), Rate.ZERO, Money.ZERO);
        assertTrue(RolePolicy.DEFAULT.problemWith(Role.OWNER, less).isPresent());
        assertEquals(
                EnumSet.allOf(Permission.class),
                RolePolicy.DEFAULT.authority(Role.OWNER).permissions());
    }

    @Test
    void theShareTakenOffARegularPriceIsRoundedHalfUp() {
        assertEquals(new Rate(333_334), PriceOverride.percentOff(Money.ofCents(300), Money.ofCents(200)));
        // Half a cent more than 20 %.
        assertEquals(new Rate(200_001), PriceOverride.percentOff(Money.ofCents(9_999_999), Money.ofCents(7_999_999)));
        assertEquals(Rate.ZERO, PriceOverride.percentOff(Money.ofCents(300), Money.ofCents(300)));
        assertEquals(Rate.ZERO, PriceOverride.percentOff(Money.ZERO, Money.ofCents(5)));
        assertEquals(new Rate(Rate.SCALE), PriceOverride.percentOff(Money.ofCents(300), Money.ZERO));
    }

    private static Operator person(String id, Authority authority) {
        return new Operator(id, id, "X", Role.CASHIER, authority);
    }
}
