package com.euphoriapos.sync.cloud.engine;

import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.api.store.TransactionRepository.DayTotals;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.cloud.http.Door;
import com.euphoriapos.sync.cloud.http.DoorException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what this lane holds with what the cloud says that it has. */
final class Reckoning {
    static final int DAYS = 35;
    private static final String NODE = "cloud";

    private final Setting setting;

    Reckoning(Setting setting) {
        this.setting = setting;
    }

    List<Finding> compare(Door door) throws DoorException {
        List<Finding> findings = new ArrayList<>(positions(door.positions()));
        // The cloud counts from a day on; a day ahead of this clock's, because shops are in every zone.
        LocalDate last =
                LocalDate.ofInstant(setting.clock().instant(), ZoneOffset.UTC).plusDays(1);
        LocalDate first = last.minusDays(DAYS - 1L);
        findings.addAll(days(first, door.digests(first.toString())));
        return findings;
    }

    private List<Finding> positions(Map<StreamId, Mark> cloud) {
        Map<StreamId, Mark> mine =
                setting.store().read(handle -> handle.replication().vector());
        List<Finding> findings = new ArrayList<>();
        long lacking = 0;
        for (Map.Entry<StreamId, Mark> each : mine.entrySet()) {
            Mark there = cloud.getOrDefault(each.getKey(), Mark.NONE);
            lacking += Math.max(0, each.getValue().seq() - there.seq());
            if (there.seq() > 0 && differs(each.getKey(), each.getValue(), there)) {
                findings.add(new Finding(
                        NODE,
                        false,
                        "The cloud holds something else at number " + there.seq() + " of "
                                + each.getKey().epoch()
                                + " of lane "
                                + each.getKey()
                                        .origin()
                                        .substring(
                                                0,
                                                Math.min(
                                                        8,
                                                        each.getKey().origin().length()))
                                + ". Nothing was changed; call support."));
            }
        }
        findings.add(
                lacking == 0
                        ? new Finding(NODE, true, "The cloud has all " + mine.size() + " logs that this lane holds.")
                        : new Finding(NODE, false, "The cloud lacks " + lacking + " events that this lane holds."));
        return findings;
    }

    private boolean differs(StreamId stream, Mark mine, Mark there) {
        if (there.seq() > mine.seq()) {
            return false;
        }
        Optional<String> hash = there.seq() == mine.seq()
                ? Optional.of(mine.hash())
                : setting.store().read(handle -> handle.replication().hashAt(stream, there.seq()));
        return hash.filter(link -> !link.equals(there.hash())).isPresent();
    }

    private List<Finding> days(LocalDate first, List<Door.Day> cloud) {
        Map<String, Door.Day> byDay = new HashMap<>();
        cloud.forEach(day -> byDay.put(day.day(), day));
        List<Finding> findings = new ArrayList<>();
        long sales = 0;
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = first.plusDays(i);
            DayTotals here =
                    setting.store().read(handle -> handle.transactions().totals(day));
            Door.Day there = byDay.getOrDefault(day.toString(), new Door.Day(day.toString(), 0, "", 0));
            sales += here.count();
            if (here.count() != there.count() || here.total().cents() != there.totalCents()) {
                findings.add(new Finding(
                        NODE,
                        false,
                        day + ": " + here.count() + " sales of " + here.total() + " here, " + there.count()
                                + " sales of " + com.euphoriapos.domain.Money.ofCents(there.totalCents())
                                + " in the cloud."));
            }
        }
        if (findings.isEmpty()) {
            findings.add(new Finding(NODE, true, "All " + sales + " sales of " + DAYS + " days are in the cloud."));
        }
        return findings;
    }
}
