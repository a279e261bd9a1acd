package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.store.sqlite.mapper.JournalMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people did. */
final class SqliteJournal implements JournalRepository {
    private static final int SLICE = 500;

    private final UnitOfWork unit;
    private final JournalMapper mapper;

    SqliteJournal(UnitOfWork unit) {
        this.unit = unit;
        this.mapper = unit.mappers().journal();
    }

    @Override
    public void append(Entry entry) {
        unit.change(() -> {
            JournalMapper.Row row = unit.log().append(entry);
            mapper.insert(row.number(), entry, row.hash());
        });
    }

    @Override
    public List<Entry> latest(int limit) {
        return unit.query(() -> mapper.latest(limit)).stream()
                .map(JournalMapper.Row::entry)
                .toList();
    }

    @Override
    public List<Numbered> find(Filter filter) {
        JournalMapper.Criteria criteria = new JournalMapper.Criteria(
                filter.before(),
                filter.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
                filter.to().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE),
                filter.kind(),
                jsonArray(filter.actors()),
                small(filter.text()),
                filter.limit());
        return unit.query(() -> rows(filter, criteria)).stream()
                .map(SqliteJournal::numbered)
                .toList();
    }

    private List<JournalMapper.Row> rows(Filter filter, JournalMapper.Criteria criteria) {
        if (!filter.kind().isEmpty()) {
            return mapper.findOfKind(criteria);
        }
        return filter.from().isPresent() ? mapper.findSince(criteria) : mapper.find(criteria);
    }

    @Override
    public List<String> kinds() {
        return unit.query(mapper::kinds);
    }

    @Override
    public Optional<Numbered> newestOf(String kind) {
        return unit.query(() -> Optional.ofNullable(mapper.lastOfKind(kind))).map(SqliteJournal::numbered);
    }

    @Override
    public Optional<Numbered> head() {
        return unit.query(() -> Optional.ofNullable(mapper.last())).map(SqliteJournal::numbered);
    }

    @Override
    public Optional<Numbered> byNumber(long number) {
        return unit.query(() -> Optional.ofNullable(mapper.byNumber(number))).map(SqliteJournal::numbered);
    }

    /** As SQLite's LOWER does it: other letters than those of ASCII stay as they are, here as there. */
    private static String small(String text) {
        return text.chars()
                .map(c -> c >= 'A' && c <= 'Z' ? Character.toLowerCase(c) : c)
                .collect(StringBuilder::new, (all, c) -> all.append((char) c), StringBuilder::append)
                .toString();
    }

    /** Ids of employees, and the console's name: a quote or a backslash in one could not be an actor. */
    private static String jsonArray(List<String> ids) {
        return ids.stream()
                .filter(id -> id.indexOf('"') < 0 && id.indexOf('\\') < 0)
                .map(id -> '"' + id + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static Numbered numbered(JournalMapper.Row row) {
        return new Numbered(row.number(), row.entry(), row.hash());
    }

    @Override
    public List<Seal> seals() {
        return unit.query(mapper::seals);
    }

    @Override
    public List<Seal> unfitSeals() {
        return unit.query(mapper::unfitSeals);
    }

    @Override
    public void seal(Seal seal) {
        unit.change(() -> mapper.seal(seal.number(), seal.hash(), seal.at(), seal.keyId(), seal.code()));
    }

    @Override
    public void forgetSeal(long number) {
        unit.change(() -> mapper.forgetSeal(number));
    }

    @Override
    public Optional<Long> firstBroken() {
        Walk walk = check(Link.START, SLICE);
        while (!walk.atEnd() && walk.damage().isEmpty()) {
            walk = check(walk.end(), SLICE);
        }
        return walk.damage().isEmpty()
                ? Optional.empty()
                : Optional.of(walk.end().number() + 1);
    }

    @Override
    public Walk check(Link from, int limit) {
        return unit.query(() -> {
            // One more than asked for tells whether there is a next one, and whether it is chained to a wrong hash.
            List<JournalMapper.Row> slice = mapper.after(from.number(), limit + 1);
            Link end = from;
            for (int i = 0; i < Math.min(limit, slice.size()); i++) {
                JournalMapper.Row row = slice.get(i);
                long number = end.number() + 1;
                if (row.number() != number) {
                    return new Walk(end, false, Optional.of(Damage.MISSING));
                }
                String hash = EventLog.hash(end.hash(), number, row.entry());
                if (!hash.equals(row.hash())) {
                    return new Walk(end, false, Optional.of(damage(slice, i, hash)));
                }
                end = new Link(number, hash);
            }
            return new Walk(end, slice.size() <= limit, Optional.empty());
        });
    }

    /** Whether the entry was changed or its hash: the next entry knows which of both it was chained to. */
    private static Damage damage(List<JournalMapper.Row> slice, int index, String computed) {
        if (index + 1 >= slice.size()) {
            return Damage.CHANGED;
        }
        JournalMapper.Row next = slice.get(index + 1);
        boolean chainedToComputed = next.number() == slice.get(index).number() + 1
                && EventLog.hash(computed, next.number(), next.entry()).equals(next.hash());
        return chainedToComputed ? Damage.HASH_CHANGED : Damage.CHANGED;
    }
}
