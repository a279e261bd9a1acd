package com.euphoriapos.cloud.gateway;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a PostgreSQL database to the newest version of the cloud's schema. Several gateways may start on one database at once: Flyway
 * lets one of them migrate and the others wait.
 */
final class CloudSchema {
    /** The folder of the migrations on the class path. */
    static final String FOLDER = "db/cloud";

    /** All migrations in order; a test compares the list with the folder. */
    static final List<String> FILES = List.of(
            "V0001__tables.sql",
            "V0002__roles_and_rows.sql",
            "V0003__feed.sql",
            "V0004__ingest.sql",
            "V0005__doors.sql",
            "V0006__owner.sql",
            "V0007__accounts.sql",
            "V0008__page.sql",
            "V0009__reports.sql",
            "V0010__batches.sql");

    private static final Logger LOG = LoggerFactory.getLogger(CloudSchema.class);
    private static final String HISTORY = "pos_schema_history";

    private CloudSchema() {}

    /**
     * Migrates what is not migrated.
     *
     * @param owner signs in as the owner of the database, who may make roles
     * @return how many migrations were applied
     * @throws IllegalStateException when a newer program migrated the database already: its functions may do other things than this one
     *     expects
     * @throws org.flywaydb.core.api.FlywayException when the database refuses, or a released migration was changed
     */
    static int migrate(DataSource owner) throws SQLException {
        int present = present(owner);
        if (present > newest()) {
            throw new IllegalStateException("The database was migrated by a newer version of the program (schema "
                    + present + ", this one knows " + newest() + "). Start that version.");
        }
        // Without its class loader Flyway finds nothing in a bundle, and says nothing of it.
        int applied = Flyway.configure(CloudSchema.class.getClassLoader())
                .dataSource(owner)
                .loggers("slf4j")
                .locations("classpath:" + FOLDER)
                .failOnMissingLocations(true)
                .defaultSchema("public")
                .table(HISTORY)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate()
                .migrationsExecuted;
        if (present(owner) != newest()) {
            throw new IllegalStateException(
                    "The database is at schema " + present(owner) + ", not at " + newest() + ".");
        }
        LOG.info("The cloud's database is at schema {}; {} migrations were applied", newest(), applied);
        return applied;
    }

    /** The version that {@link #migrate} leads to. */
    static int newest() {
        return FILES.size();
    }

    private static int present(DataSource owner) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("SELECT to_regclass('public." + HISTORY + "') IS NOT NULL")) {
                table.next();
                if (!table.getBoolean(1)) {
                    return 0;
                }
            }
            try (ResultSet row = statement.executeQuery(
                    "SELECT coalesce(max(version::int), 0) FROM public." + HISTORY + " WHERE success")) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
