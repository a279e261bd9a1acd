package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.Claims;
import com.euphoriapos.api.replication.LaneBook;
import com.euphoriapos.api.replication.Replication.ClaimAnswer;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.sync.protocol.Limits;
import com.euphoriapos.sync.protocol.Verdict;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims for use cases: the caller's thread waits, the protocol decides on its own. */
final class ClaimService implements Claims {
    /** The protocol looks at its clock once a second; it is told when time is up, and has this long to say who was late. */
    private static final long LAST_MILLIS = 300;

    private static final Logger LOG = LoggerFactory.getLogger(ClaimService.class);
    /** In place of a verdict that did not come. */
    private static final Verdict NOBODY = new Verdict.Late("");

    private static final ClaimAnswer NOT_NOW =
            new ClaimAnswer.Undecided("The other lanes can't be asked at this moment. Try again.");

    private final Engine engine;
    private final LaneBook book;
    private final Map<Long, CompletableFuture<Verdict>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();

    ClaimService(Engine engine, LaneBook book) {
        this.engine = engine;
        this.book = book;
    }

    @Override
    public ClaimAnswer claim(String name) {
        if (engine.session().isEmpty()) {
            return granted(List.of());
        }
        long request = requests.incrementAndGet();
        CompletableFuture<Verdict> answer = new CompletableFuture<>();
        waiting.put(request, answer);
        engine.with(session -> session.claim(request, name));
        try {
            await(answer);
            if (answer.complete(NOBODY)) {
                // Should the grant still come, it is given back.
                release(name);
            }
            Verdict verdict = answer.getNow(NOBODY);
            return verdict.equals(NOBODY) ? NOT_NOW : answer(verdict);
        } finally {
            waiting.remove(request);
        }
    }

    private void await(CompletableFuture<Verdict> answer) {
        try {
            answer.get(Limits.NORMAL.claimMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            engine.with(Session::tick);
            lastMoment(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void lastMoment(CompletableFuture<Verdict> answer) {
        try {
            answer.get(LAST_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("The replication did not decide a claim in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The protocol decided; one that nobody waits for any more was released, or will be. */
    void decided(long request, Verdict verdict) {
        CompletableFuture<Verdict> answer = waiting.get(request);
        if (answer != null) {
            answer.complete(verdict);
        }
    }

    @Override
    public void release(String name) {
        engine.with(session -> session.release(name));
    }

    private ClaimAnswer answer(Verdict verdict) {
        if (verdict instanceof Verdict.Granted granted) {
            return granted(List.copyOf(granted.by()));
        }
        if (verdict instanceof Verdict.Taken taken) {
            return new ClaimAnswer.Taken(label(taken.by()));
        }
        if (verdict instanceof Verdict.Contested contested) {
            return new ClaimAnswer.Undecided(
                    isMe(contested.by())
                            ? "This lane asks for it already. Try again."
                            : "Lane " + label(contested.by()) + " asks for it at this moment. Try again.");
        }
        String late = ((Verdict.Late) verdict).node();
        return new ClaimAnswer.Undecided(
                isMe(late)
                        ? "This lane's disk does not answer. Try again."
                        : "Lane " + label(late) + " does not answer. Try again.");
    }

    private ClaimAnswer granted(List<String> by) {
        return new ClaimAnswer.Granted(book.others().stream()
                .filter(lane -> lane.state() == PairedLane.State.ACTIVE && !by.contains(lane.node()))
                .toList());
    }

    private boolean isMe(String node) {
        return node.equals(book.me().node());
    }

    private String label(String node) {
        return book.byNode(node).map(PairedLane::label).orElse("of another machine");
    }
}
