package com.euphoriapos.cloud.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom limits count. */
final class VisitorTest {
    @Test
    void countsWhoHasManyAddressesOnce() {
        assertEquals("20010db800010002/64", Visitor.network("2001:db8:1:2::7"));
        assertEquals("20010db800010002/64", Visitor.network("[2001:0DB8:1:2:ffff:1:2:3]"));
        assertEquals("20010db800010003/64", Visitor.network("2001:db8:1:3::7"));
        assertEquals("0000000000000000/64", Visitor.network("::1"));
        for (String other :
                List.of("192.0.2.7", "::ffff:192.0.2.7", "cloud.example", "1:x", ":", "::::", "unknown", "")) {
            assertEquals(other, Visitor.network(other));
        }
    }

    @Test
    void givesAMigrationAsMuchTimeAsItTakes() {
        assertEquals(
                0,
                Gateway.ownerSource("jdbc:postgresql://127.0.0.1/cloud", "owner", "")
                        .getSocketTimeout());
    }
}
