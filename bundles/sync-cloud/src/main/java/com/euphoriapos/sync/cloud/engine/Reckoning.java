package com.euphoriapos.sync.cloud.engine;

import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.api.store.TransactionRepository.Amount;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.domain.Money;
import com.euphoriapos.sync.cloud.http.Door;
import com.euphoriapos.sync.cloud.http.DoorException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
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
            Door.Day here = day(
                    day, setting.store().read(handle -> handle.transactions().amounts(day)));
            Door.Day there = byDay.getOrDefault(day.toString(), day(day, List.of()));
            sales += here.count();
            if (here.count() != there.count() || here.totalCents() != there.totalCents()) {
                findings.add(new Finding(
                        NODE, false, day + ": " + words(here) + " here, " + words(there) + " in the cloud."));
            } else if (!here.digest().equals(there.digest())) {
                findings.add(new Finding(
                        NODE,
                        false,
                        day + ": " + words(here) + " here and in the cloud, but not the same ones: numbers or totals"
                                + " of some differ."));
            }
        }
        if (findings.isEmpty()) {
            findings.add(new Finding(NODE, true, "All " + sales + " sales of " + DAYS + " days are in the cloud."));
        }
        return findings;
    }

    private static String words(Door.Day day) {
        return day.count() + (day.count() == 1 ? " sale of " : " sales of ") + Money.ofCents(day.totalCents());
    }

    /** What was sold on a day, as the cloud would tell it. */
    static Door.Day day(LocalDate day, List<Amount> sales) {
        MessageDigest digest = sha256();
        long total = 0;
        for (Amount sale : sales) {
            digest.update((sale.id() + " " + sale.total().cents() + "\n").getBytes(StandardCharsets.US_ASCII));
            total += sale.total().cents();
        }
        return new Door.Day(
                day.toString(),
                sales.size(),
                sales.isEmpty() ? "" : HexFormat.of().formatHex(digest.digest()),
                total);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has it", impossible);
        }
    }
}
