package com.euphoriapos.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.secret.SecretStore.Presence;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link SecretStore} must keep; a provider's test extends it. */
public abstract class SecretStoreContract {
    private static final byte[] SECRET = "sesame-4711".getBytes(StandardCharsets.US_ASCII);

    /** A store of one home, without secrets; the provider's test closes it. */
    protected abstract SecretStore secrets() throws Exception;

    /** A store of the same home as {@link #secrets()}, as the next start of the lane opens it. */
    protected abstract SecretStore nextStart() throws Exception;

    /** A store of another home of the same user on the same machine. */
    protected abstract SecretStore otherHome() throws Exception;

    @Test
    void hasNothingThatWasNotPut() throws Exception {
        assertTrue(secrets().get(SecretStore.PEPPER).isEmpty());
        assertEquals(Presence.GONE, secrets().presence(SecretStore.PEPPER));
        assertEquals(Set.of(), secrets().names());
        secrets().remove(SecretStore.PEPPER);
    }

    @Test
    void keepsASecretOverARestart() throws Exception {
        secrets().put(SecretStore.PEPPER, SECRET);
        assertArrayEquals(SECRET, secrets().get(SecretStore.PEPPER).orElseThrow());

        SecretStore next = nextStart();
        assertEquals(Presence.HERE, next.presence(SecretStore.PEPPER));
        assertArrayEquals(SECRET, next.get(SecretStore.PEPPER).orElseThrow());
        assertEquals(Set.of(SecretStore.PEPPER), next.names());
    }

    @Test
    void keepsEveryByteAsItIs() throws Exception {
        byte[] all = new byte[SecretStore.BYTES_MAX];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        secrets().put("all-bytes", all);
        secrets().put("nothing", new byte[0]);

        assertArrayEquals(all, nextStart().get("all-bytes").orElseThrow());
        assertArrayEquals(new byte[0], nextStart().get("nothing").orElseThrow());
    }

    @Test
    void replacesAnOlderSecretAndForgetsARemovedOne() throws Exception {
        secrets().put(SecretStore.PEPPER, SECRET);
        secrets().put(SecretStore.LANE_KEY, new byte[] {7});
        secrets().put(SecretStore.PEPPER, new byte[] {1});
        assertArrayEquals(new byte[] {1}, nextStart().get(SecretStore.PEPPER).orElseThrow());

        secrets().remove(SecretStore.PEPPER);

        assertTrue(secrets().get(SecretStore.PEPPER).isEmpty());
        assertEquals(Presence.GONE, secrets().presence(SecretStore.PEPPER));
        assertTrue(nextStart().get(SecretStore.PEPPER).isEmpty());
        assertArrayEquals(new byte[] {7}, nextStart().get(SecretStore.LANE_KEY).orElseThrow());
    }

    @Test
    void givesCopiesThatMayBeWiped() throws Exception {
        byte[] mine = SECRET.clone();
        secrets().put(SecretStore.PEPPER, mine);
        mine[0] = 0;
        secrets().get(SecretStore.PEPPER).orElseThrow()[1] = 0;

        assertArrayEquals(SECRET, secrets().get(SecretStore.PEPPER).orElseThrow());
    }

    @Test
    void keepsTheSecretsOfTwoHomesApart() throws Exception {
        secrets().put(SecretStore.PEPPER, SECRET);
        assertTrue(otherHome().get(SecretStore.PEPPER).isEmpty());

        otherHome().put(SecretStore.PEPPER, new byte[] {2});
        assertArrayEquals(SECRET, nextStart().get(SecretStore.PEPPER).orElseThrow());
        otherHome().remove(SecretStore.PEPPER);
        assertArrayEquals(SECRET, nextStart().get(SecretStore.PEPPER).orElseThrow());
    }

    @Test
    void refusesWhatIsNoNameAndWhatIsTooLong() throws Exception {
        SecretStore store = secrets();
        for (String name : List.of("../x", "", "a/b", "A", ".hidden", "x.part", "a\nb", "a".repeat(65))) {
            assertThrows(IllegalArgumentException.class, () -> store.put(name, SECRET), name);
            assertThrows(IllegalArgumentException.class, () -> store.get(name), name);
        }
        byte[] tooLong = new byte[SecretStore.BYTES_MAX + 1];
        assertThrows(IllegalArgumentException.class, () -> store.put("long", tooLong));
        assertEquals(Set.of(), store.names());
    }

    @Test
    void servesManyAtOnce() throws Exception {
        SecretStore store = secrets();
        store.put(SecretStore.PEPPER, SECRET);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<byte[]> read = () -> store.get(SecretStore.PEPPER).orElseThrow();
            for (Future<byte[]> each : threads.invokeAll(Collections.nCopies(64, read))) {
                assertArrayEquals(SECRET, each.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void saysNoSecretWhenItIsPrinted() throws Exception {
        secrets().put(SecretStore.PEPPER, SECRET);
        assertFalse(secrets().toString().contains("sesame"));
        assertFalse(secrets().degradedReason().contains("sesame"));
    }
}
