package com.euphoriapos.cloud.gateway;

import com.euphoriapos.cloud.gateway.Connections.BusyException;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the functions of {@code pos_web}, each in a transaction of its own, and turns their errors into answers. Thread-safe. */
final class PageFunctions {
    /** Those that only look: asked for by GET, with a query. */
    static final Set<String> LOOK = Set.of("products", "choices", "rules", "sales", "lanes", "changes", "accounts");
    /** Those that change something: by POST, with a JSON object. */
    static final Set<String> CHANGE =
            Set.of("save_product", "save_rule", "make_code", "revoke_lane", "keep_lane", "retry_parked");

    private static final Logger LOG = LoggerFactory.getLogger(PageFunctions.class);
    private static final int RETRY_SECONDS = 5;
    private static final int TRIES = 3;

    private final Connections connections;

    PageFunctions(Connections connections) {
        this.connections = connections;
    }

    /**
     * @param name one of {@link #LOOK}
     * @param query names and values in turn
     */
    Answer look(String name, String session, String store, List<String> query) {
        return call(
                "SELECT pos_web." + name + "(?, ?::uuid, jsonb_object(?::text[]))",
                session,
                store,
                query.toArray(new String[0]));
    }

    /** @param name one of {@link #CHANGE} */
    Answer change(String name, String session, String store, String asked) {
        return call("SELECT pos_web." + name + "(?, ?::uuid, ?::jsonb)", session, store, asked);
    }

    Answer me(String session) {
        return call("SELECT pos_web.me(?)", session);
    }

    Answer pulse(String session, String store) {
        return call("SELECT pos_web.pulse(?, ?::uuid, '{}')", session, store);
    }

    Answer signOut(String session, boolean everywhere) {
        return call("SELECT pos_web.sign_out(?, ?::boolean)", session, Boolean.toString(everywhere));
    }

    /** The salt of a name, whether anybody has it or not. */
    String salt(String name) throws SQLException, BusyException {
        return String.valueOf(ask("SELECT pos_web.salt(?)", name));
    }

    /** A new session; empty where name and password do not belong together. */
    Optional<String> signIn(String name, String proof) throws SQLException, BusyException {
        return Optional.ofNullable(ask("SELECT pos_web.sign_in(?, ?)", name, proof));
    }

    /** Answers {@code true} or {@code false}: whether the old one was right. */
    Answer changePassword(String session, String oldProof, String salt, String proof) {
        return call("SELECT pos_web.change_password(?, ?, ?, ?)", session, oldProof, salt, proof);
    }

    /** Without a proof the account has a password already. */
    Answer saveAccount(
            String session, String store, List<String> asked, @Nullable String salt, @Nullable String proof) {
        return call(
                "SELECT pos_web.save_account(?, ?::uuid, jsonb_object(?::text[]), ?, ?)",
                session,
                store,
                asked.toArray(new String[0]),
                salt,
                proof);
    }

    /** How stores are now, by a text that changes with them. */
    Map<UUID, String> pulses(Set<UUID> stores) throws SQLException, BusyException {
        return connections.use(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM pos_web.pulses(?::uuid[])")) {
                statement.setArray(1, connection.createArrayOf("uuid", stores.toArray()));
                Map<UUID, String> all = new HashMap<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        all.put(UUID.fromString(rows.getString(1)), rows.getString(2));
                    }
                }
                return all;
            }
        });
    }

    private Answer call(String sql, @Nullable Object... arguments) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Answer.ok(String.valueOf(ask(sql, arguments)));
            } catch (SQLException failed) {
                String state = Optional.ofNullable(failed.getSQLState()).orElse("");
                if (attempt == TRIES || !state.startsWith("40")) {
                    return answer(failed, state);
                }
            } catch (BusyException busy) {
                return busy();
            }
        }
    }

    static Answer busy() {
        return Answer.later(503, "The cloud is busy. Try again in a moment.", RETRY_SECONDS);
    }

    /** The answer to what the database refused, or could not do. */
    static Answer trouble(SQLException failed) {
        return answer(failed, Optional.ofNullable(failed.getSQLState()).orElse(""));
    }

    private @Nullable String ask(String sql, @Nullable Object... arguments) throws SQLException, BusyException {
        return connections.use(connection -> {
            List<Array> arrays = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < arguments.length; i++) {
                    if (arguments[i] instanceof String[] texts) {
                        Array array = connection.createArrayOf("text", texts);
                        arrays.add(array);
                        statement.setArray(i + 1, array);
                    } else {
                        statement.setString(i + 1, (String) arguments[i]);
                    }
                }
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            } finally {
                for (Array array : arrays) {
                    array.free();
                }
            }
        });
    }

    private static Answer answer(SQLException failed, String state) {
        ServerErrorMessage told = failed instanceof PSQLException own ? own.getServerErrorMessage() : null;
        if (state.startsWith("PT") && told != null) {
            return Answer.refused(
                    Integer.parseInt(state.substring(2)),
                    String.valueOf(told.getMessage()),
                    Optional.ofNullable(told.getDetail()).orElse("{}"));
        }
        if (Functions.isAnswer(failed)) {
            return Answer.refused(400, "A value in the request has another form.");
        }
        // Not the message: it can hold what was sent.
        LOG.warn("The cloud's database failed with SQLSTATE {}", state);
        return Answer.later(500, "The cloud has trouble of its own. Try again in a moment.", RETRY_SECONDS);
    }
}
