package com.euphoriapos.sync.lane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.replication.Pairing.Admission;
import com.euphoriapos.api.replication.Pairing.Admitted;
import com.euphoriapos.api.replication.Pairing.Invite;
import com.euphoriapos.api.replication.Pairing.JoinResult;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.testkit.Await;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ceremony by which a new lane gets in. */
final class PairingTest {
    private static final byte[] PEPPER = "a pepper that is a test's".getBytes(StandardCharsets.US_ASCII);

    private final TestLane sponsor = new TestLane("L1");
    private final TestLane newcomer = new TestLane("L2");
    private final List<String> admitted = new CopyOnWriteArrayList<>();
    private final Admission admission = (node, label, address) -> {
        admitted.add(node + " " + label + " " + address);
        sponsor.book.put(new PairedLane(node, label, PairedLane.State.ACTIVE, address));
        return new Admitted(
                "Corner Shop",
                List.of(sponsor.book.me(), new PairedLane(node, label, PairedLane.State.ACTIVE, address)),
                Map.of("store.pepper", PEPPER.clone()),
                Map.of("receipt.header", "Corner Shop"));
    };

    @AfterEach
    void stop() {
        sponsor.close();
        newcomer.close();
    }

    @Test
    void whoKnowsTheCodeIsAdmittedWithWhatItNeeds() {
        Invite invite = sponsor.pairing.invite(admission);

        JoinResult result = newcomer.pairing.join(sponsor.address(), invite.code(), "L2");

        JoinResult.Joined joined = assertInstanceOf(JoinResult.Joined.class, result);
        assertEquals(sponsor.address(), joined.address());
        assertEquals("Corner Shop", joined.admitted().storeName());
        assertEquals(2, joined.admitted().lanes().size());
        assertArrayEquals(PEPPER, joined.admitted().secrets().get("store.pepper"));
        assertEquals("Corner Shop", joined.admitted().local().get("receipt.header"));
        assertEquals(List.of(newcomer.node() + " L2 127.0.0.1:8123"), admitted);
    }

    @Test
    void theNewcomerKnowsWhereItReachedTheLaneThatMayNotHaveWrittenItDownYet() {
        Invite invite = sponsor.pairing.invite(admission);
        assertEquals("", sponsor.book.me().address());

        JoinResult result = newcomer.pairing.join(sponsor.address(), invite.code(), "L2");

        List<PairedLane> lanes =
                assertInstanceOf(JoinResult.Joined.class, result).admitted().lanes();
        assertEquals(
                List.of(
                        sponsor.node() + " L1 " + sponsor.address(),
                        newcomer.node() + " L2 127.0.0.1:" + LaneNetSettings.PORT),
                lanes.stream()
                        .map(lane -> lane.node() + " " + lane.label() + " " + lane.address())
                        .toList());
    }

    @Test
    void theNewcomerIsTrustedBeforeTheBookHearsOfItAndAsTheBookSaysAfterwards() {
        Invite invite = sponsor.pairing.invite((node, label, address) -> new Admitted(
                "Corner Shop", List.of(sponsor.book.me()), Map.of("store.pepper", PEPPER.clone()), Map.of()));
        assertFalse(sponsor.net.trust().maySpeak(newcomer.node()));

        assertInstanceOf(JoinResult.Joined.class, newcomer.pairing.join(sponsor.address(), invite.code(), "L2"));

        assertTrue(sponsor.net.trust().maySpeak(newcomer.node()));
        sponsor.revokes(newcomer);
        assertFalse(sponsor.net.trust().maySpeak(newcomer.node()));
    }

    @Test
    void aScanIsEnough() {
        Invite invite = sponsor.pairing.invite(admission);

        assertInstanceOf(JoinResult.Joined.class, newcomer.pairing.join("", invite.scannable(), "L2"));
    }

    @Test
    void aCodeIsGoodOnce() {
        Invite invite = sponsor.pairing.invite(admission);
        assertInstanceOf(JoinResult.Joined.class, newcomer.pairing.join(sponsor.address(), invite.code(), "L2"));

        try (TestLane third = new TestLane("L3")) {
            assertRefused(third.pairing.join(invite.addresses().get(0), invite.code(), "L3"));
        }

        assertEquals(1, admitted.size());
    }

    @Test
    void afterFiveWrongCodesNobodyListensToThatMachineAndTheInviteStaysOpen() {
        Invite invite = sponsor.pairing.invite(admission);
        Invite other = newcomer.pairing.invite(admission);
        for (int i = 0; i < InviteDesk.TRIES; i++) {
            String reason = assertRefused(newcomer.pairing.join(sponsor.address(), other.code(), "L2"));
            assertTrue(reason.contains("wrong"), reason);
        }

        assertTrue(sponsor.pairing.inviteOpen(), "a stranger took the invite from the newcomer");
        String sixth = assertRefused(newcomer.pairing.join(sponsor.address(), invite.code(), "L2"));
        assertTrue(sixth.contains("five times"), sixth);

        assertEquals(List.of(), admitted);
        Await.until("all are counted", () -> sponsor.net.refusals().of(Refusal.CODE) == InviteDesk.TRIES + 1);
    }

    @Test
    void aCalledOffInviteIsClosed() {
        Invite invite = sponsor.pairing.invite(admission);
        String address = sponsor.address();

        sponsor.pairing.cancelInvite();

        assertRefused(newcomer.pairing.join(address, invite.code(), "L2"));
        assertEquals(List.of(), admitted);
    }

    @Test
    void aNewInviteEndsTheOlder() {
        Invite older = sponsor.pairing.invite(admission);
        Invite newer = sponsor.pairing.invite(admission);

        assertRefused(newcomer.pairing.join(sponsor.address(), older.code(), "L2"));
        assertInstanceOf(JoinResult.Joined.class, newcomer.pairing.join(sponsor.address(), newer.code(), "L2"));
    }

    @Test
    void aLabelThatIsTakenIsSaidAndTheInviteStaysOpen() {
        Invite invite = sponsor.pairing.invite((node, label, address) -> {
            if (label.equals("L1")) {
                throw new EventRejectedException("L1 is another lane's label.");
            }
            return admission.admit(node, label, address);
        });

        assertEquals(
                "L1 is another lane's label.",
                assertRefused(newcomer.pairing.join(sponsor.address(), invite.code(), "L1")));
        assertInstanceOf(JoinResult.Joined.class, newcomer.pairing.join(sponsor.address(), invite.code(), "L2"));
    }

    @Test
    void aMistypedCodeNeverLeavesTheNewcomer() {
        Invite invite = sponsor.pairing.invite(admission);
        String code = invite.code();
        String mistyped = (code.charAt(0) == 'A' ? 'B' : 'A') + code.substring(1);

        assertTrue(assertRefused(newcomer.pairing.join(sponsor.address(), mistyped, "L2"))
                .contains("no code"));
        assertEquals(0, sponsor.net.refusals().of(Refusal.CODE));
    }

    @Test
    void somebodyBetweenWithAnotherCertificateFailsOnBothSides() throws Exception {
        Invite invite = sponsor.pairing.invite(admission);

        try (TlsBetween between = new TlsBetween(sponsor.net.port())) {
            String reason = assertRefused(newcomer.pairing.join(between.address(), invite.code(), "L2"));
            assertTrue(reason.contains("somebody is between"), reason);
            assertTrue(between.read() > 0, "it read what went by");
        }

        assertEquals(List.of(), admitted);
        Await.until("it is counted", () -> sponsor.net.refusals().of(Refusal.CODE) == 1);
    }

    @Test
    void somebodyWhoPretendsToHaveAdmittedIsNotBelieved() throws Exception {
        Invite invite = sponsor.pairing.invite(admission);

        try (TlsBetween between = new TlsBetween(sponsor.net.port())) {
            between.forgeYes();
            String reason = assertRefused(newcomer.pairing.join(between.address(), invite.code(), "L2"));
            assertTrue(reason.contains("does not know the code"), reason);
        }

        assertEquals(List.of(), admitted);
    }

    @Test
    void withoutAnInviteNothingListensAndAfterItNothingDoes() {
        assertEquals(0, sponsor.net.port());

        sponsor.pairing.invite(admission);
        assertTrue(sponsor.net.port() > 0);
        assertTrue(sponsor.net.trust().isPairing());

        sponsor.pairing.cancelInvite();
        Await.until("strangers are strangers again", () -> !sponsor.net.trust().isPairing());
    }

    @Test
    void theInviteDoesNotShowItsCodeToALog() {
        Invite invite = sponsor.pairing.invite(admission);

        assertFalse(invite.toString().contains(invite.code()));
        assertFalse(invite.toString().contains(invite.scannable()));
    }

    private static String assertRefused(JoinResult result) {
        return assertInstanceOf(JoinResult.Refused.class, result).reason();
    }
}
