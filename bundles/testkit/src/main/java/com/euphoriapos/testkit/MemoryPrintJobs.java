package com.euphoriapos.testkit;

import com.euphoriapos.api.store.PrintJobRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The print queue of a {@link MemoryStore}. */
record MemoryPrintJobs(MemoryHandle handle) implements PrintJobRepository {
    @Override
    public void add(Job job) {
        handle.forWriting().printJobs.put(job.id(), new MemoryPrintJob(job, MemoryPrintJob.WAITING));
    }

    @Override
    public Optional<Job> nextWaiting() {
        return waiting(1).stream().findFirst();
    }

    @Override
    public List<Job> waiting(int limit) {
        return handle.tables().printJobs.values().stream()
                .filter(MemoryPrintJob::isWaiting)
                .map(MemoryPrintJob::job)
                .limit(limit)
                .toList();
    }

    @Override
    public long countWaiting() {
        return waiting(Integer.MAX_VALUE).size();
    }

    @Override
    public void markStarted(String jobId, Instant at) {
        update(jobId, row -> new MemoryPrintJob(copy(row.job(), row.job().attempts() + 1, ""), row.status()));
    }

    @Override
    public void markPrinted(String jobId, String outcome, Instant at) {
        update(jobId, row -> new MemoryPrintJob(row.job(), outcome));
    }

    @Override
    public void markFailed(String jobId, String error, Instant at) {
        update(jobId, row -> new MemoryPrintJob(copy(row.job(), row.job().attempts(), error), MemoryPrintJob.WAITING));
    }

    @Override
    public void markRefused(String jobId, String error, Instant at) {
        update(
                jobId,
                row -> new MemoryPrintJob(
                        copy(row.job(), Math.max(row.job().attempts() - 1, 0), error), MemoryPrintJob.WAITING));
    }

    @Override
    public void markSkipped(String jobId, Instant at) {
        update(jobId, row -> new MemoryPrintJob(row.job(), "skipped"));
    }

    @Override
    public int copies(String transactionId) {
        return (int) handle.tables().printJobs.values().stream()
                .filter(row -> row.job().transactionId().equals(transactionId))
                .count();
    }

    private void update(String jobId, UnaryOperator<MemoryPrintJob> change) {
        handle.forWriting().printJobs.computeIfPresent(jobId, (id, row) -> change.apply(row));
    }

    private static Job copy(Job job, int attempts, String lastError) {
        return new Job(job.id(), job.transactionId(), job.kind(), job.document(), attempts, lastError, job.createdAt());
    }
}
