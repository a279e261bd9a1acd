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
                    "if (false) {"));

    private EngineBugs() {}
}
