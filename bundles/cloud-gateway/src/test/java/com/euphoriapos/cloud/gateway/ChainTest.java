package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.euphoriapos.domain.HashChain;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** The chain is computed in SQL anew: the same as on the lanes, for any text. */
final class ChainTest {
    private static final CloudDatabase DATABASE = CloudDatabase.create();

    @Property(tries = 200)
    void linksAsTheLanesDo(@ForAll @Size(max = 5) String[] texts) throws SQLException {
        String[] fields = new String[texts.length + 1];
        fields[0] = "a field, \u00e4\u20ac\ud83c\udf78";
        for (int i = 0; i < texts.length; i++) {
            // What PostgreSQL has no text for: NUL, and halves of a surrogate pair.
            fields[i + 1] = texts[i].replaceAll("[\\x00\\ud800-\\udfff]", "");
        }
        String previous = HashChain.next(HashChain.START, "before");
        try (Connection owner = DATABASE.owner();
                PreparedStatement ask = owner.prepareStatement(
                        "SELECT pos.link_chunks(?, string_agg(pos.chunk(f), '' ORDER BY n)) FROM unnest(?) WITH ORDINALITY AS u (f, n)")) {
            ask.setString(1, previous);
            ask.setArray(2, owner.createArrayOf("text", fields));
            try (ResultSet row = ask.executeQuery()) {
                row.next();
                assertEquals(HashChain.next(previous, fields), row.getString(1));
            }
        }
    }
}
