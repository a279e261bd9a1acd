package com.euphoriapos.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.store.JournalRepository.Entry;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.ReviewRepository.Review;
import com.euphoriapos.core.fixture.ReplicaLane;
import com.euphoriapos.testkit.store.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One lane tells how far its journal goes, the other one remembers. */
class JournalHeadTest {
    @TempDir
    private Path folder;

    private ReplicaLane one;
    private ReplicaLane two;

    @BeforeEach
    void open() throws IOException {
        one = lane("1");
        two = lane("2");
    }

    private ReplicaLane lane(String name) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        ReplicaLane lane = new ReplicaLane(home, name.repeat(64), Samples.NOON);
        lane.store().write(handle -> {
            handle.lane().put(LaneRepository.KEY_WORKSTATION_ID, "L" + name);
            return true;
        });
        return lane;
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    private void act(int entries) {
        one.store().write(handle -> {
            for (int i = 0; i < entries; i++) {
                handle.journal().append(new Entry(one.clock.instant(), "NO_SALE", "dana", "", "{}"));
            }
            return true;
        });
    }

    private void tell(boolean stopping) {
        new HeadNews(one.store(), one.clock).tell(stopping);
    }

    private long told() {
        return one.store().read(handle -> handle.outbox().count());
    }

    private List<Review> heard() {
        while (two.takeFrom(one, one.stream(), 10)) {
            continue;
        }
        assertEquals(List.of(), two.parked());
        return two.store().read(handle -> handle.reviews().open(10));
    }

    @Test
    void tellsOnceADayAfterAHundredEntriesAndAtTheStop() {
        act(3);
        tell(false);
        tell(false);
        assertEquals(1, told());
        act(99);
        tell(false);
        assertEquals(1, told());
        act(1);
        tell(false);
        assertEquals(2, told());
        act(1);
        tell(true);
        tell(true);
        assertEquals(3, told());
        one.clock.advance(Duration.ofDays(1));
        tell(false);
        assertEquals(3, told(), "nothing new");
        act(1);
        tell(false);
        assertEquals(4, told());
        assertEquals(List.of(), heard());
    }

    @Test
    void seesThatTheNewestEntriesOfAnotherLaneWereDeleted() throws IOException, SQLException {
        act(20);
        tell(true);
        assertEquals(List.of(), heard());
        rewrite("DELETE FROM journal WHERE number > 15");
        act(2);
        tell(true);

        Review review = heard().get(0);
        assertEquals("JOURNAL_SHORTENED lane:" + one.node, review.kind() + " " + review.subject());
        String remark = two.store().read(HeadHandler::remark);
        assertTrue(remark.contains("went up to entry 20 and ends with another or earlier one, 17:"), remark);
    }

    @Test
    void seesThatTheNewestEntryOfAnotherLaneIsAnotherOne() throws IOException, SQLException {
        act(20);
        tell(true);
        assertEquals(List.of(), heard());
        rewrite("DELETE FROM journal WHERE number > 15", "DELETE FROM lane_local WHERE key = 'journal.told'");
        one.clock.advance(Duration.ofHours(1));
        act(5);
        tell(true);

        assertEquals(1, heard().size());
    }

    /** By somebody at the lane's disk. */
    private void rewrite(String... statements) throws IOException, SQLException {
        String node = one.node;
        one.close();
        Path file = folder.resolve("1").resolve("pos.sqlite");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.executeUpdate(each);
            }
        }
        ReplicaLane before = one;
        one = new ReplicaLane(folder.resolve("1"), node, before.clock.instant().plusSeconds(60));
    }
}
