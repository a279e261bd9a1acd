package com.euphoriapos.core.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.lane.Lanes.Concern;
import com.euphoriapos.api.lane.Lanes.InviteResult;
import com.euphoriapos.api.lane.Lanes.Result;
import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.ReviewRepository.Review;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.PairedLane.State;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.fixture.Shop;
import com.euphoriapos.core.setup.PlayedNetwork;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Role;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.MemorySecretStore;
import com.euphoriapos.testkit.MemoryStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreLanesTest {
    static final String ME = "1".repeat(64);
    static final String OTHER = "2".repeat(64);
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final Operator RUTH = new Operator("employee-1", "Ruth", "Klein", Role.MANAGER);

    private final MemoryStore store = new MemoryStore();
    private final MemorySecretStore secrets = new MemorySecretStore();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final LaneDesk desk = new LaneDesk(store, Shop.settings(), () -> secrets, clock);
    private final StoreLanes lanes =
            new StoreLanes(store, Shop.guard(Optional.of(Role.MANAGER)), Shop.settings(), clock).with(null, secrets);

    @BeforeEach
    void aLane() {
        secrets.put(SecretStore.PEPPER, new byte[] {1, 2, 3});
        store.write(handle -> {
            handle.lane().put(LaneRepository.KEY_NODE_ID, ME);
            handle.lanes().save(new PairedLane(ME, "L1", State.ACTIVE, ""));
            return true;
        });
        lanes.start();
    }

    @AfterEach
    void stop() {
        lanes.stop();
    }

    @Test
    void saysWhatIsMissingWhileNothingTalksToOtherLanes() {
        InviteResult.Refused refused = assertInstanceOf(InviteResult.Refused.class, lanes.invite());
        assertTrue(refused.reason().contains("not running"), refused.reason());
        assertEquals(
                List.of(new Finding(
                        "", false, "The part that talks to other lanes is not running; the diagnostics say why.")),
                lanes.reconcile());
        assertEquals(0, lanes.retryParked());
        assertEquals(Optional.empty(), lanes.overview().bootstrap());
    }

    @Test
    void saysThatItIsNotSetUpBeforeItAsksAnybody() {
        StoreLanes empty = new StoreLanes(store, Shop.guard(Optional.of(Role.MANAGER)), Optional::empty, clock);

        assertEquals(List.of(new Finding("", false, "This lane is not set up yet.")), empty.reconcile());
        assertEquals(new InviteResult.Refused("This lane is not set up yet."), empty.invite());
        empty.stop();
    }

    @Test
    void knowsItselfAndLanesThatNobodySpeaksWith() {
        desk.admit(new PairedLane(OTHER, "L2", State.ACTIVE, "10.0.0.2:7450"), RUTH);
        Await.until("the other lane is listed", () -> lanes.overview().peers().size() == 1);
        assertEquals("L1", lanes.me().label());
        assertEquals("L2", lanes.overview().peers().get(0).lane().label());
        assertFalse(lanes.overview().peers().get(0).connected());
    }

    @Test
    void letsNobodyInUnderALabelOrAKeyThatIsTaken() {
        desk.admit(new PairedLane(OTHER, "L2", State.ACTIVE, ""), RUTH);
        String third = "3".repeat(64);
        assertTrue(rejected(new PairedLane(third, "l2", State.ACTIVE, "")).contains("L2 is another lane"));
        assertTrue(rejected(new PairedLane(third, "L-3", State.ACTIVE, "")).contains("1 to 8 letters"));
        desk.admit(new PairedLane(OTHER, "L2", State.ACTIVE, ""), RUTH);

        assertInstanceOf(Result.Done.class, lanes.retire(OTHER));
        desk.admit(new PairedLane(third, "L2", State.ACTIVE, ""), RUTH);
        assertTrue(rejected(new PairedLane(OTHER, "L4", State.ACTIVE, "")).contains("taken out of the store"));
        assertEquals(State.RETIRED, stored(OTHER).state());
    }

    @Test
    void takesAnotherLaneOutOnceAndNeverItself() {
        desk.admit(new PairedLane(OTHER, "L2", State.ACTIVE, ""), RUTH);
        assertTrue(refusal(lanes.retire(ME)).contains("can't take itself out"));
        assertTrue(refusal(lanes.revoke("4".repeat(64))).contains("No lane"));
        assertInstanceOf(Result.Done.class, lanes.retire(OTHER));
        assertTrue(refusal(lanes.retire(OTHER)).contains("retired already"));
        assertInstanceOf(Result.Done.class, lanes.revoke(OTHER));
        assertTrue(refusal(lanes.revoke(OTHER)).contains("revoked already"));
        assertTrue(refusal(lanes.retire(OTHER)).contains("revoked already"));
        assertEquals(State.REVOKED, stored(OTHER).state());
        List<Message> told = store.read(handle -> handle.outbox().after(0, 99)).stream()
                .map(row -> row.message())
                .toList();
        assertEquals(3, told.size());
        assertTrue(
                told.get(2).payload().contains("\"state\":\"revoked\""),
                told.get(2).payload());
        assertEquals(
                List.of("LANE_REVOKED", "LANE_RETIRED", "LANE_PAIRED"),
                store.read(handle -> handle.journal().latest(3)).stream()
                        .map(entry -> entry.kind())
                        .toList());
    }

    @Test
    void tellsTheOthersWhatWasLookedAt() {
        store.write(handle -> handle.reviews()
                .raise(new Review(
                        "00000000-0000-5000-8000-000000000001",
                        "CONFLICT",
                        "pos_config:tax_rates",
                        "{\"part\":\"\",\"shown\":{\"tax_rates\":\"7\"},\"other\":{\"tax_rates\":\"8\"}}",
                        NOW)));
        Concern concern = lanes.reviews().get(0);
        assertEquals("Setting: Tax rates", concern.title());
        assertEquals(
                "Shown: “7”. The other change: “8”.", concern.facts().get(0).value());

        assertInstanceOf(Result.Done.class, lanes.resolve(concern.id()));
        assertEquals(List.of(), lanes.reviews());
        assertTrue(refusal(lanes.resolve(concern.id())).contains("put away already"));
        assertEquals(
                Topics.REVIEW_RESOLVED,
                store.read(handle -> handle.outbox().after(0, 9))
                        .get(0)
                        .message()
                        .topic());
    }

    @Test
    void showsSettingsAsTheirScreenDoes() {
        raise(
                "CONFLICT",
                "pos_config:tax_rates",
                "{\"part\":\"\",\"shown\":{\"tax_rates\":\"{\\\"standard\\\":88750}\"},\"other\":{\"tax_rates\":\"\"}}");
        Concern concern = lanes.reviews().get(0);
        assertEquals(
                List.of(new Concern.Fact("Tax rates", "Shown: “Tax rate: 8.875”. The other change: nothing.")),
                concern.facts());
    }

    @Test
    void showsOfSecretsOnlyThatThereAreTwo() {
        raise(
                "CONFLICT",
                "employee:e1",
                "{\"part\":\"pin\",\"shown\":{\"pin\":\"set 01 aa\"},\"other\":{\"pin\":\"set 01 bb\"}}");
        Concern concern = lanes.reviews().get(0);
        assertEquals("PIN", concern.facts().get(0).name());
        assertFalse(
                concern.facts().toString().contains("01 aa"), concern.facts().toString());
    }

    @Test
    void saysOfEachKindOfReviewWhatToDo() {
        List<String> kinds = List.of(
                "NEGATIVE_STOCK",
                "CONFLICT",
                "PIN_CLASH",
                "BADGE_CLASH",
                "DOUBLE_CLAIM",
                "LABEL_CLASH",
                "JOURNAL_SHORTENED",
                "STATE_MENDED",
                "STATE_DIFFERS",
                "EVENTS_SET_ASIDE");
        kinds.forEach(kind -> raise(kind, "lane:" + "5".repeat(64), "{\"told\":12,\"now\":9}"));
        List<Concern> concerns = lanes.reviews();
        assertEquals(kinds.size(), concerns.size());
        for (Concern concern : concerns) {
            assertFalse(concern.text().contains("upgrade this lane"), concern.kind());
            assertFalse(concern.title().contains("5555"), concern.title());
        }
    }

    @Test
    void saysWhichRowsWereNotAsTheyShouldBe() {
        raise("STATE_DIFFERS", "state:x", "{\"table\":\"pos_config\",\"count\":2,\"how\":\"L2\",\"rows\":\"a, b\"}");
        Concern concern = lanes.reviews().get(0);
        assertEquals("Settings", concern.title());
        assertEquals(
                List.of(
                        new Concern.Fact("Rows", "2"),
                        new Concern.Fact("Which", "a, b"),
                        new Concern.Fact("Compared", "Lane L2")),
                concern.facts());
    }

    private void raise(String kind, String subject, String detail) {
        store.write(handle -> handle.reviews().raise(new Review(kind + subject, kind, subject, detail, NOW)));
    }

    @Test
    void showsAllOfAKindThatItDoesNotKnow() {
        store.write(handle -> handle.reviews()
                .raise(new Review("00000000-0000-5000-8000-000000000002", "FOO_BAR", "thing:1", "{\"aB\":3}", NOW)));
        Concern concern = lanes.reviews().get(0);
        assertEquals("thing:1", concern.title());
        assertTrue(concern.text().startsWith("Foo bar."));
        assertEquals(List.of(new Concern.Fact("A b", "3")), concern.facts());
    }

    private String rejected(PairedLane fresh) {
        return String.valueOf(assertThrows(EventRejectedException.class, () -> desk.admit(fresh, RUTH))
                .getMessage());
    }

    private static String refusal(Result result) {
        return assertInstanceOf(Result.Refused.class, result).reason();
    }

    private PairedLane stored(String node) {
        return store.read(handle -> handle.lanes().byNode(node)).orElseThrow();
    }

    @Test
    void closesAnInvite() {
        PlayedNetwork network = new PlayedNetwork(store, store);
        lanes.with(network, secrets);
        assertInstanceOf(InviteResult.Open.class, lanes.invite());
        lanes.cancelInvite();
        assertEquals(
                "The code is wrong.",
                ((com.euphoriapos.api.replication.Pairing.JoinResult.Refused)
                                network.join("", PlayedNetwork.CODE, "L2"))
                        .reason());
    }
}
