package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.ReviewRepository;
import com.euphoriapos.store.sqlite.mapper.ReviewMapper;
import java.time.Instant;
import java.util.List;

/** What a manager has to look at. */
final class SqliteReviews implements ReviewRepository {
    private final UnitOfWork unit;
    private final ReviewMapper mapper;

    SqliteReviews(UnitOfWork unit) {
        this.unit = unit;
        this.mapper = unit.mappers().reviews();
    }

    @Override
    public boolean raise(Review review) {
        return unit.change(() -> mapper.raise(review, review.at()) > 0);
    }

    @Override
    public boolean resolve(String id, String by, Instant at) {
        return unit.change(() -> mapper.resolve(id, by, at) > 0);
    }

    @Override
    public List<Review> open(int limit) {
        return unit.query(() -> mapper.open(limit));
    }

    @Override
    public List<Review> openAbout(String subject) {
        return unit.query(() -> mapper.openAbout(subject));
    }

    @Override
    public void withdraw(String id) {
        unit.change(() -> mapper.withdraw(id));
    }

    @Override
    public long openCount() {
        return unit.query(mapper::openCount);
    }
}
