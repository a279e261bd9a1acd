package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cloud's database from nothing, and again. */
final class MigrationTest {
    @Test
    void makesTheSchemaFromNothingAndThenHasNothingToDo() throws Exception {
        CloudDatabase database = CloudDatabase.empty();

        int first = CloudSchema.migrate(database.as("store_owner"));
        int second = CloudSchema.migrate(database.as("store_owner"));

        assertEquals(CloudSchema.FILES.size(), first);
        assertEquals(0, second);
        assertEquals("0", database.ask("SELECT count(*) FROM pos.stores"));
    }

    @Test
    void leavesADatabaseOfANewerProgramAlone() throws Exception {
        CloudDatabase database = CloudDatabase.create();
        database.run(
                """
                INSERT INTO public.pos_schema_history (installed_rank, version, description, type, script, installed_by,
                                                       execution_time, success)
                VALUES (99, '0099', 'later', 'SQL', 'V0099__later.sql', 'x', 1, true)
                """);

        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> CloudSchema.migrate(database.as("store_owner")));

        assertTrue(refused.getMessage().contains("newer"), refused.getMessage());
    }

    @Test
    void knowsEveryMigrationInTheFolder() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("../../db/cloud"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("V"))
                    .sorted()
                    .toList();
            assertEquals(CloudSchema.FILES, names);
        }
    }
}
