package com.euphoriapos.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The durable print queue: table {@code print_jobs}. */
@ProviderType
public interface PrintJobRepository {
    /** Puts a job at the end of the queue. */
    void add(Job job);

    /** The oldest job that waits. */
    Optional<Job> nextWaiting();

    /** Jobs that wait, oldest first. */
    List<Job> waiting(int limit);

    long countWaiting();

    /** An attempt began: from now on a further attempt is a copy. */
    void markStarted(String jobId, Instant at);

    /** Printed; {@code outcome} is CONFIRMED or UNCONFIRMED. */
    void markPrinted(String jobId, String outcome, Instant at);

    /** It waits on; {@code error} says why. */
    void markFailed(String jobId, String error, Instant at);

    /** It waits on, and the attempt does not count: nothing of it was sent; {@code error} says why. */
    void markRefused(String jobId, String error, Instant at);

    /** Taken out by a person. */
    void markSkipped(String jobId, Instant at);

    /** How often receipts of this sale were asked for, the first included. */
    int copies(String transactionId);

    /**
     * A document to print.
     *
     * @param id UUID
     * @param transactionId the sale, or empty
     * @param kind {@code receipt} or {@code duplicate}
     * @param document the rendered document as JSON, not bytes
     * @param attempts attempts begun so far
     * @param lastError why the last one failed, or empty
     */
    record Job(
            String id,
            String transactionId,
            String kind,
            String document,
            int attempts,
            String lastError,
            Instant createdAt) {}
}
