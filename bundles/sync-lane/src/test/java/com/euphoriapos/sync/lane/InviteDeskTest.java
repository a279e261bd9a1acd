package com.euphoriapos.sync.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.replication.Pairing.Admission;
import com.euphoriapos.api.replication.Pairing.Admitted;
import com.euphoriapos.sync.lane.InviteDesk.Claim;
import com.euphoriapos.sync.lane.InviteDesk.Reply;
import com.euphoriapos.sync.lane.pairing.PairingCode;
import com.euphoriapos.sync.lane.pairing.PairingProof;
import com.euphoriapos.sync.lane.pairing.PairingProof.Role;
import com.euphoriapos.sync.lane.pairing.PairingProof.Scene;
import com.euphoriapos.sync.lane.pairing.PairingWire;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The one invite, by a clock that the test moves. */
final class InviteDeskTest {
    private static final String ME = "a".repeat(64);
    private static final String NEWCOMER = "b".repeat(64);
    private static final String CLIENT_NONCE = "0".repeat(32);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger closed = new AtomicInteger();
    private final List<String> admitted = new ArrayList<>();
    private final Admission admission = (node, label, address) -> {
        admitted.add(label);
        return new Admitted("Corner Shop", List.of(), Map.of(), Map.of());
    };
    private final Refusals refusals = new Refusals();
    private final InviteDesk desk = new InviteDesk(new SecureRandom(), nanos::get, refusals, closed::incrementAndGet);

    private Reply hello(String node, String host) {
        return desk.hello(node, host, ME, CLIENT_NONCE);
    }

    private Reply prove(PairingCode code, Reply hello) throws IOException {
        byte[] body = assertInstanceOf(Reply.Good.class, hello).body();
        String nonce = PairingWire.texts(body).getOrDefault("nonce", "");
        String proof = new PairingProof(code).of(Role.CLIENT, new Scene(NEWCOMER, ME, CLIENT_NONCE, nonce));
        return desk.prove(new Claim(NEWCOMER, "10.0.0.2", proof, "L2", ""));
    }

    /** Somebody who does not know the code. */
    private String guess(String host) {
        String node = "stranger " + host;
        hello(node, host);
        return assertInstanceOf(Reply.No.class, desk.prove(new Claim(node, host, "f".repeat(64), "L9", "")))
                .reason();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void aCodeIsGoodForTenMinutes() throws IOException {
        PairingCode code = desk.open(admission);
        pass(InviteDesk.VALID);
        desk.sweep();

        assertInstanceOf(Reply.Good.class, prove(code, hello(NEWCOMER, "10.0.0.2")));
        assertEquals(List.of("L2"), admitted);
        assertEquals(1, closed.get());
    }

    @Test
    void afterTenMinutesNobodyBeginsAndNobodyEnds() throws IOException {
        PairingCode code = desk.open(admission);
        Reply begun = hello(NEWCOMER, "10.0.0.2");
        pass(InviteDesk.VALID.plusNanos(1));

        assertInstanceOf(Reply.No.class, prove(code, begun));
        assertInstanceOf(Reply.No.class, hello(NEWCOMER, "10.0.0.2"));

        assertEquals(0, closed.get());
        desk.sweep();
        assertEquals(1, closed.get());
        assertEquals(List.of(), admitted);
    }

    @Test
    void strangersWhoOnlyBeginKeepNobodyOut() throws IOException {
        PairingCode code = desk.open(admission);
        crowd("10.0.0.66", 100);

        Reply begun = hello(NEWCOMER, "10.0.0.2");
        crowd("10.0.0.66", 100);

        assertInstanceOf(Reply.Good.class, prove(code, begun));
        assertEquals(List.of("L2"), admitted);
    }

    @Test
    void aCrowdFromManyAddressesNeedsMoreThanAMomentToPushSomebodyOut() throws IOException {
        PairingCode code = desk.open(admission);
        for (int i = 0; i < 100; i++) {
            crowd("10.0.1." + i, 1);
        }

        Reply begun = hello(NEWCOMER, "10.0.0.2");
        for (int i = 0; i < 8; i++) {
            crowd("10.0.2." + i, 1);
        }

        assertInstanceOf(Reply.Good.class, prove(code, begun));
    }

    @Test
    void whoWasPushedOutBeginsAnewAndLosesNoTry() throws IOException {
        PairingCode code = desk.open(admission);
        Reply begun = hello(NEWCOMER, "10.0.0.66");
        crowd("10.0.0.66", 100);

        Reply.No no = assertInstanceOf(Reply.No.class, prove(code, begun));
        assertTrue(no.reason().contains("anew"), no.reason());

        assertInstanceOf(Reply.Good.class, prove(code, hello(NEWCOMER, "10.0.0.66")));
    }

    @Test
    void aStrangerWhoGuessesKeepsNobodyOut() throws IOException {
        PairingCode code = desk.open(admission);
        Reply begun = hello(NEWCOMER, "10.0.0.2");
        for (int i = 0; i < InviteDesk.TRIES; i++) {
            assertTrue(guess("10.0.0.66").contains("wrong"));
        }

        assertTrue(guess("10.0.0.66").contains("five times"));
        assertTrue(desk.isOpen());
        assertEquals(0, closed.get());
        assertEquals(InviteDesk.TRIES + 1, refusals.of(Refusal.CODE));
        assertInstanceOf(Reply.Good.class, prove(code, begun));
        assertEquals(List.of("L2"), admitted);
    }

    @Test
    void strangersFromManyAddressesKeepNobodyOutEither() throws IOException {
        PairingCode code = desk.open(admission);
        for (int i = 0; i < 2_000; i++) {
            guess("10.0." + i / 200 + "." + i % 200);
        }

        assertInstanceOf(Reply.Good.class, prove(code, hello(NEWCOMER, "10.0.0.2")));
    }

    @Test
    void theSixthTryIsNotLookedAtWhateverItSays() throws IOException {
        PairingCode code = desk.open(admission);
        for (int i = 0; i < InviteDesk.TRIES; i++) {
            guess("10.0.0.2");
        }

        Reply.No no = assertInstanceOf(Reply.No.class, prove(code, hello(NEWCOMER, "10.0.0.2")));
        assertTrue(no.reason().contains("five times"), no.reason());

        PairingCode next = desk.open(admission);
        assertInstanceOf(Reply.Good.class, prove(next, hello(NEWCOMER, "10.0.0.2")));
    }

    @Test
    void aMachineWithManyAddressesOfOneNetworkIsOne() {
        desk.open(admission);
        for (int i = 0; i < InviteDesk.TRIES; i++) {
            assertTrue(guess("fe80:0:0:0:1:2:3:" + i).contains("wrong"));
        }

        assertTrue(guess("fe80:0:0:0:9:9:9:9").contains("five times"));
    }

    private void crowd(String host, int strangers) {
        for (int i = 0; i < strangers; i++) {
            assertInstanceOf(Reply.Good.class, hello("stranger " + host + " " + i, host));
        }
    }
}
