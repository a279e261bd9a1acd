package com.euphoriapos.sync.planted;

import java.util.List;

/** Bugs of the engine, around protocol and store. */
final class EngineBugs {
    private static final String ENGINE = "sync/src/main/java/com/euphoriapos/sync/engine/";

    static final List<PlantedBug> ALL = List.of(
            new PlantedBug(
                    "the checksums of tables are not compared in the audit",
                    ENGINE + "Audit.java",
                    "differing = mine.differing(theirs.get());",
                    "differing = List.of();"),
            new PlantedBug(
                    "after a full disk the engine waits for the opening before",
                    ENGINE + "Session.java",
                    "if (!commit.own().epoch().equals(own.epoch())) {",
                    "if (false) {"),
            new PlantedBug(
                    "a frame that is replayed or in another order is taken",
                    ENGINE + "Links.java",
                    "if (counted != null && number != ++counted.received) {",
                    "if (counted != null && ++counted.received < 0) {"),
            new PlantedBug(
                    "an end that a disk changed is taken for a changed event",
                    ENGINE + "LogHealing.java",
                    "return good.seq() == end.seq() ? healEnd(book, stream, good, end) : healEvents(book, stream, good, end);",
                    "return healEvents(book, stream, good, end);"),
            new PlantedBug(
                    "the alarm about an end stays when it is right again",
                    ENGINE + "Audit.java",
                    "engine.situation().agrees(lane.node());",
                    ""));

    private EngineBugs() {}
}
