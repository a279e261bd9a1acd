package com.euphoriapos.core.setup;

import com.euphoriapos.api.access.LocalConsole;
import com.euphoriapos.api.lane.Lanes;
import com.euphoriapos.api.lane.Lanes.InviteResult;
import com.euphoriapos.api.replication.NetworkException;
import com.euphoriapos.api.replication.Pairing.Invite;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.setup.LaneSetup.JoinRequest;
import com.euphoriapos.api.setup.LaneSetup.JoinResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pairs the demo lanes of one machine by the same ceremony as real ones. The code goes from process to process in a file that only this
 * user can read, and that is gone when it was read. Blocks until it is done or the thread is interrupted.
 */
final class DemoLanes {
    private static final Logger LOG = LoggerFactory.getLogger(DemoLanes.class);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int POLLS_MAX = 1_500;

    private final LaneSetup setup;
    private final Lanes lanes;
    private final LocalConsole console;
    private final Path folder;

    /** @param folder that only this user can look into */
    DemoLanes(LaneSetup setup, Lanes lanes, LocalConsole console, Path folder) {
        this.setup = setup;
        this.lanes = lanes;
        this.console = console;
        this.folder = folder;
    }

    /** The first lane: invites the others one after the other. */
    void letIn(int count) {
        for (int number = 2; number <= count && !Thread.currentThread().isInterrupted(); number++) {
            String label = "L" + number;
            if (!await(() -> isIn(label) || offer(label))) {
                return;
            }
            await(() -> isIn(label));
        }
    }

    private boolean isIn(String label) {
        return lanes.overview().peers().stream()
                .anyMatch(
                        peer -> peer.lane().label().equals(label) && peer.lane().maySpeak());
    }

    /** Writes an invite down for that lane; false while nothing can be invited yet. */
    private boolean offer(String label) {
        try {
            InviteResult result = console.run(lanes::invite);
            if (result instanceof InviteResult.Open open) {
                write(label, open.invite());
                return true;
            }
        } catch (NetworkException notYet) {
            LOG.debug("No invite yet: {}", notYet.getMessage());
        }
        return false;
    }

    private void write(String label, Invite invite) {
        Path file = folder.resolve(label);
        Path making = folder.resolve(label + ".making");
        String port = invite.addresses().get(0).replaceFirst(".*:", "");
        try {
            Files.deleteIfExists(making);
            PrivateFile.write(making, "127.0.0.1:" + port + "\n" + invite.code() + "\n");
            Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the invite for a demo lane could not be written", e);
        }
    }

    /** Another lane: waits for its invite and joins. */
    void join(String label) {
        Path file = folder.resolve(label);
        if (setup.state() != LaneSetup.State.NEEDED || !await(() -> Files.exists(file))) {
            return;
        }
        try {
            List<String> lines = Files.readAllLines(file);
            Files.delete(file);
            if (lines.size() < 2) {
                throw new IOException("the file of the invite is not whole");
            }
            JoinResult result = setup.join(new JoinRequest(lines.get(0), lines.get(1), label), progress -> {});
            if (result instanceof JoinResult.Refused refused) {
                LOG.error(
                        "The demo lane {} could not join: {}",
                        label,
                        refused.problems().get(0).reason());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the invite of a demo lane could not be read", e);
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static boolean await(Condition condition) {
        for (int polls = 0; polls < POLLS_MAX && !Thread.currentThread().isInterrupted(); polls++) {
            if (condition.holds()) {
                return true;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return false;
    }
}
