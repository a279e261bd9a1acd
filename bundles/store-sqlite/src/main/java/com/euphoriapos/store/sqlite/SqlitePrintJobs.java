package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.PrintJobRepository;
import com.euphoriapos.store.sqlite.mapper.PrintJobMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The print queue; a job that left it is not changed any more. */
final class SqlitePrintJobs implements PrintJobRepository {
    private final UnitOfWork unit;
    private final PrintJobMapper mapper;

    SqlitePrintJobs(UnitOfWork unit) {
        this.unit = unit;
        this.mapper = unit.mappers().printJobs();
    }

    @Override
    public void add(Job job) {
        unit.change(() -> mapper.insert(job, job.createdAt()));
    }

    @Override
    public Optional<Job> nextWaiting() {
        return waiting(1).stream().findFirst();
    }

    @Override
    public List<Job> waiting(int limit) {
        return unit.query(() -> mapper.waiting(limit));
    }

    @Override
    public long countWaiting() {
        return unit.query(mapper::countWaiting);
    }

    @Override
    public void markStarted(String jobId, Instant at) {
        unit.change(() -> mapper.start(jobId, at));
    }

    @Override
    public void markPrinted(String jobId, String outcome, Instant at) {
        unit.change(() -> mapper.finish(jobId, "printed", outcome, at));
    }

    @Override
    public void markFailed(String jobId, String error, Instant at) {
        unit.change(() -> mapper.fail(jobId, error));
    }

    @Override
    public void markRefused(String jobId, String error, Instant at) {
        unit.change(() -> mapper.refuse(jobId, error));
    }

    @Override
    public void markSkipped(String jobId, Instant at) {
        unit.change(() -> mapper.finish(jobId, "skipped", "", at));
    }

    @Override
    public int copies(String transactionId) {
        return unit.query(() -> mapper.copies(transactionId));
    }
}
