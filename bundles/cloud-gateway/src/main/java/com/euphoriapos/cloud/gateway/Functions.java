package com.euphoriapos.cloud.gateway;

import com.euphoriapos.cloud.gateway.Connections.BusyException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the functions of {@code pos_api}, each in a transaction of its own, and turns their errors into answers. Thread-safe. */
final class Functions {
    private static final Logger LOG = LoggerFactory.getLogger(Functions.class);
    private static final int RETRY_SECONDS = 5;
    /** Two transactions stood in each other's way: nothing was written, and the next try will do. */
    private static final int TRIES = 3;

    private final Connections connections;

    Functions(Connections connections) {
        this.connections = connections;
    }

    /** A batch of events. */
    Answer ingest(String token, String batch) {
        return call("SELECT pos_api.ingest(?, ?::jsonb)", token, batch);
    }

    /** A lane that comes with a code. */
    Answer enrol(String request) {
        return call(
                """
                SELECT pos_api.enrol(o ->> 'code', o ->> 'node', o ->> 'label')
                FROM (SELECT CASE WHEN jsonb_typeof(r.o) = 'object' THEN r.o ELSE '{}' END AS o FROM (SELECT ?::jsonb AS o) r) x
                """,
                request);
    }

    /**
     * @param heads what the lane tells of its own logs; empty for nothing
     * @param waits how many seconds its oldest event waits; empty where none does
     */
    Answer pullChanges(String token, String cursor, String page, String heads, String waits) {
        return call("SELECT pos_api.pull_changes(?, ?, ?::int, ?, ?)", token, cursor, page, heads, waits);
    }

    Answer pullProducts(String token, String since, String page) {
        return call("SELECT pos_api.pull_products(?, ?, ?::int)", token, since, page);
    }

    Answer positions(String token, String origin, String epoch) {
        return call("SELECT pos_api.positions(?, ?, ?)", token, origin, epoch);
    }

    Answer digests(String token, String day) {
        return call("SELECT pos_api.digests(?, ?::date)", token, day);
    }

    /** Whose token it is; empty where it is nobody's. */
    Optional<UUID> store(String token) throws SQLException, BusyException {
        try {
            return Optional.of(UUID.fromString(ask("SELECT store FROM pos_api.authenticate(?)", token)));
        } catch (SQLException refused) {
            if (isAnswer(refused)) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** 200 where the token is a lane's; else the refusal. */
    Answer authenticate(String token) {
        return call("SELECT store FROM pos_api.authenticate(?)", token);
    }

    /** Whether the database answers. */
    Answer health() {
        return call("SELECT jsonb_build_object('database', 'fine')");
    }

    private Answer call(String sql, String... arguments) {
        for (int attempt = 1; ; attempt++) {
            try {
                String body = ask(sql, arguments);
                return body == null ? Answer.NOTHING_NEW : Answer.ok(body);
            } catch (SQLException failed) {
                if (attempt < TRIES && isCollision(failed)) {
                    continue;
                }
                return answer(failed);
            } catch (BusyException busy) {
                return Answer.later(503, "The cloud is busy.", RETRY_SECONDS);
            }
        }
    }

    private @Nullable String ask(String sql, String... arguments) throws SQLException, BusyException {
        return connections.use(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < arguments.length; i++) {
                    statement.setString(i + 1, arguments[i]);
                }
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        });
    }

    private static String state(SQLException failed) {
        return failed.getSQLState() == null ? "" : failed.getSQLState();
    }

    /** Whether the database understood and said no: by our functions, or because an argument is no JSON, number or day. */
    static boolean isAnswer(SQLException failed) {
        String state = state(failed);
        return state.startsWith("PT") || state.startsWith("22") || state.equals("54001");
    }

    private static boolean isCollision(SQLException failed) {
        return state(failed).startsWith("40");
    }

    private static Answer answer(SQLException failed) {
        String state = state(failed);
        if (state.startsWith("PT")) {
            String message =
                    failed instanceof org.postgresql.util.PSQLException own && own.getServerErrorMessage() != null
                            ? String.valueOf(own.getServerErrorMessage().getMessage())
                            : "";
            return Answer.refused(Integer.parseInt(state.substring(2)), message);
        }
        if (isAnswer(failed)) {
            return Answer.refused(400, "The request is no JSON, or a value in it has another form.");
        }
        // Not the message: it can hold what was sent.
        LOG.warn("The cloud's database failed with SQLSTATE {}", state);
        return Answer.later(500, "The cloud has trouble of its own.", RETRY_SECONDS);
    }
}
