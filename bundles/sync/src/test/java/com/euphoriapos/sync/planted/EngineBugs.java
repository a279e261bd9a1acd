package com.euphoriapos.sync.planted;

import java.util.List;

/** Bugs of the engine, around protocol and store. */
final class EngineBugs {
    private static final String ENGINE = "sync/src/main/java/com/euphoriapos/sync/engine/";

    static final List<PlantedBug> ALL = List.of(new PlantedBug(
            "the checksums of tables are not compared in the audit",
            ENGINE + "Audit.java",
            "List<String> differing = mine.differing(theirs);",
            "List<String> differing = List.of();"));

    private EngineBugs() {}
}
