package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreException.Reason;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** One run of Flyway. A class of its own, so that Flyway's classes are loaded only when there is something to migrate. */
final class FlywayRun {
    private FlywayRun() {}

    static void migrate(DatabaseFile file) {
        SQLiteDataSource source = new SQLiteDataSource() {
            @Override
            public SQLiteConnection getConnection(String user, String password) {
                try {
                    return file.openWriter();
                } catch (SQLException e) {
                    throw SqliteFailure.of("cannot open the database for the migration", e);
                }
            }

            @Override
            public SQLiteConnection getConnection() {
                return getConnection("", "");
            }
        };
        try {
            // The bundle's own loader: with any other one Flyway finds no migration and says nothing.
            FluentConfiguration configuration = Flyway.configure(FlywayRun.class.getClassLoader())
                    .dataSource(source)
                    .loggers("slf4j")
                    .locations("classpath:" + Migrations.FOLDER)
                    .failOnMissingLocations(true)
                    .validateMigrationNaming(true)
                    .cleanDisabled(true);
            Flyway flyway = configuration.load();
            if (flyway.info().all().length < Migrations.FILES.size()) {
                throw new StoreException(Reason.CLOSED, "Flyway did not find the migrations");
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StoreException(Reason.CLOSED, "The schema could not be brought up to date: " + e.getMessage(), e);
        }
    }
}
