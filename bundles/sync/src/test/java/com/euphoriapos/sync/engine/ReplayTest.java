package com.euphoriapos.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.replication.Replication.Overview;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.testkit.Await;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Frames that come a second time, or in another order than they were sent: of which only a peer is capable that means it. */
class ReplayTest extends EnginesHarness {
    private TestLane pairedWith(TestLane one) {
        TestLane two = lane("2b").applies(Topics.POS_CONFIG_UPDATE);
        pair(one, two);
        return two;
    }

    private void closed(TestLane two) {
        assertFalse(two.isConnected("1a"), "the link stands");
        assertEquals(1, two.engine.situation().malformed());
        assertEquals(1, two.engine.situation().peers().refusals("1a"));
        Overview overview = two.replication.orElseThrow().overview();
        assertEquals("PROTOCOL", overview.alarms().get(0).kind());
    }

    @Test
    void closesALinkOnWhichAFrameIsReplayedAndTakesNothingOfIt() {
        TestLane one = lane("1a").applies(Topics.POS_CONFIG_UPDATE);
        TestLane two = pairedWith(one);
        one.say(3, "once");
        Await.until("it came", Duration.ofSeconds(90), () -> two.applied() == 3);
        Await.until("it is acknowledged", Duration.ofSeconds(90), () -> network.port("1a").texts.stream()
                .anyMatch(text -> text.contains("\"ack\"")));
        int answers = network.arrived("1a");

        network.replay("2b");

        Await.until("the link is closed", Duration.ofSeconds(90), () -> !two.isConnected("1a"));
        closed(two);
        assertEquals(3, two.applied());
        assertTrue(
                network.port("1a").texts.subList(answers, network.arrived("1a")).stream()
                        .noneMatch(text -> text.contains("\"ack\"")),
                "a replayed frame is answered");
    }

    @Test
    void closesALinkOnWhichFramesComeInAnotherOrder() {
        TestLane one = lane("1a").applies(Topics.POS_CONFIG_UPDATE);
        TestLane two = pairedWith(one);
        one.say(1, "first");
        Await.until("it came", Duration.ofSeconds(90), () -> two.applied() == 1);

        network.swapNext("2b");
        one.say(1, "second");
        one.say(1, "third");

        Await.until(
                "it is noticed, or taken", Duration.ofSeconds(90), () -> !two.isConnected("1a") || two.applied() == 3);
        closed(two);
        assertEquals(1, two.applied());
    }

    @Test
    void takesWhatIsSentAgainOverANewLink() {
        TestLane one = lane("1a").applies(Topics.POS_CONFIG_UPDATE);
        TestLane two = pairedWith(one);
        one.say(3, "once");
        Await.until("it came", Duration.ofSeconds(90), () -> two.applied() == 3);
        network.replay("2b");
        Await.until("the link is closed", Duration.ofSeconds(90), () -> !two.isConnected("1a"));
        closed(two);

        one.say(2, "later");
        network.connect("1a", "2b");

        Await.until("they agree", Duration.ofSeconds(90), () -> one.vector().equals(two.vector()));
        assertEquals(5, two.applied());
        assertEquals(1, two.engine.situation().malformed());
    }
}
