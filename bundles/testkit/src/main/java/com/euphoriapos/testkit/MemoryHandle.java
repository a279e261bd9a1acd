package com.euphoriapos.testkit;

import com.euphoriapos.api.store.AuditRepository;
import com.euphoriapos.api.store.CatalogRepository;
import com.euphoriapos.api.store.DiscountRuleRepository;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.EmployeeRepository;
import com.euphoriapos.api.store.FeedRepository;
import com.euphoriapos.api.store.InventoryRepository;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.LanesRepository;
import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.api.store.PrintJobRepository;
import com.euphoriapos.api.store.ReplicationRepository;
import com.euphoriapos.api.store.ReviewRepository;
import com.euphoriapos.api.store.SettingsRepository;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.SuspendedRepository;
import com.euphoriapos.api.store.TransactionRepository;
import com.euphoriapos.api.store.VersionRepository;
import com.euphoriapos.domain.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The repositories of one unit of work of a {@link MemoryStore}. */
record MemoryHandle(MemoryTables tables, boolean writable, boolean applying) implements StoreHandle {
    private static final String OPEN = "open_transaction.body";
    private static final String COUNTER = "receipt.counter";

    @Override
    public boolean isWaitedFor() {
        return false;
    }

    MemoryTables forWriting() {
        if (!writable) {
            throw new IllegalStateException("a query writes nothing");
        }
        return tables;
    }

    void checkActing() {
        if (applying) {
            throw new IllegalStateException("applying is not acting");
        }
    }

    @Override
    public CatalogRepository catalog() {
        return new MemoryCatalog(this);
    }

    @Override
    public TransactionRepository transactions() {
        return new MemoryTransactions(this);
    }

    @Override
    public PrintJobRepository printJobs() {
        return new MemoryPrintJobs(this);
    }

    @Override
    public EmployeeRepository employees() {
        return new Employees();
    }

    @Override
    public InventoryRepository inventory() {
        return new Inventory();
    }

    @Override
    public SettingsRepository settings() {
        return new SettingsTable();
    }

    @Override
    public DiscountRuleRepository discountRules() {
        return new MemoryLanes.DiscountRules(this);
    }

    @Override
    public OutboxRepository outbox() {
        return new Outbox();
    }

    @Override
    public JournalRepository journal() {
        return new Journal();
    }

    @Override
    public LaneRepository lane() {
        return new Lane();
    }

    @Override
    public LanesRepository lanes() {
        return new MemoryLanes.Lanes(this);
    }

    @Override
    public VersionRepository versions() {
        return new MemoryLanes.Versions(this);
    }

    @Override
    public ReviewRepository reviews() {
        return new MemoryLanes.Reviews(this);
    }

    @Override
    public SuspendedRepository suspended() {
        return new MemoryLanes.SuspendedSales(this);
    }

    @Override
    public FeedRepository feed() {
        throw new UnsupportedOperationException("the cloud's changes need a store that is on a disk");
    }

    /** What is audited is what is on a disk. */
    @Override
    public AuditRepository audit() {
        throw new UnsupportedOperationException("an audit needs a store that is on a disk");
    }

    /** What replication keeps is about what is durable: its tests use the real store. */
    @Override
    public ReplicationRepository replication() {
        throw new UnsupportedOperationException("replication needs a store that is on a disk");
    }

    private final class Employees implements EmployeeRepository {
        @Override
        public Optional<EmployeeRecord> byPinLookup(String pinLookup) {
            return all().stream()
                    .filter(e -> e.pinLookup().equals(pinLookup) && !e.pinResetRequired())
                    .findFirst();
        }

        @Override
        public Optional<EmployeeRecord> byBadgeLookup(String badgeLookup) {
            return all().stream()
                    .filter(e -> e.active()
                            && !badgeLookup.isEmpty()
                            && e.badgeLookup().equals(badgeLookup))
                    .findFirst();
        }

        @Override
        public Optional<EmployeeRecord> byId(String employeeId) {
            return Optional.ofNullable(tables.employees.get(employeeId));
        }

        @Override
        public List<EmployeeRecord> all() {
            Comparator<EmployeeRecord> order = Comparator.comparing(e -> !e.active());
            return tables.employees.values().stream()
                    .sorted(order.thenComparing(EmployeeRecord::firstName))
                    .toList();
        }

        @Override
        public void save(EmployeeRecord employee) {
            boolean taken = employee.active() && all().stream().anyMatch(e -> e.active() && clash(e, employee));
            if (taken && !applying) {
                throw new StoreException(
                        StoreException.Reason.CONSTRAINT, "two active employees have one PIN or one badge");
            }
            forWriting().employees.put(employee.id(), employee);
        }

        private boolean clash(EmployeeRecord one, EmployeeRecord other) {
            boolean pin = one.pinLookup().equals(other.pinLookup())
                    && !one.pinLookup().isEmpty()
                    && !one.pinResetRequired()
                    && !other.pinResetRequired();
            boolean badge = !one.badgeLookup().isEmpty() && one.badgeLookup().equals(other.badgeLookup());
            return (pin || badge) && !one.id().equals(other.id());
        }
    }

    private final class Inventory implements InventoryRepository {
        @Override
        public boolean apply(Change change) {
            if (forWriting().changes.putIfAbsent(change.changeId(), change) != null) {
                return false;
            }
            tables.onHand.merge(change.productId(), change.change(), Quantity::plus);
            return true;
        }

        @Override
        public Optional<Change> byId(String changeId) {
            return Optional.ofNullable(tables.changes.get(changeId));
        }

        @Override
        public Quantity onHand(String productId) {
            return tables.onHand.getOrDefault(productId, Quantity.ZERO);
        }

        @Override
        public Optional<String> lastCounted(String productId) {
            return tables.changes.values().stream()
                    .filter(change -> change.productId().equals(productId))
                    .filter(change -> !change.reason().equals("sale"))
                    .max(Comparator.comparing(Change::createdAt).thenComparing(Change::changeId))
                    .map(Change::changeId);
        }
    }

    private final class SettingsTable implements SettingsRepository {
        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(tables.settings.get(key));
        }

        @Override
        public Map<String, String> all() {
            return Map.copyOf(tables.settings);
        }

        @Override
        public void put(String key, String json, Instant updatedAt) {
            forWriting().settings.put(key, json);
        }
    }

    private final class Outbox implements OutboxRepository {
        @Override
        public void append(List<Message> messages) {
            checkActing();
            long group = forWriting().outbox.size() + 1L;
            for (Message message : messages) {
                long sequence = tables.outbox.size() + 1L;
                tables.outbox.add(new Row(message, "origin", "epoch", sequence, group, "", "peer_ack"));
                message.edits().forEach(part -> edit(part, String.format(Locale.ROOT, "%012x-0000", sequence)));
            }
        }

        private void edit(VersionRepository.Part part, String hlc) {
            Optional<VersionRepository.Version> seen = versions().of(part.aggregate(), part.name());
            String base = seen.map(VersionRepository.Version::stamp).orElse("");
            // After what its author saw, as the real one: here that may come from a lane with another clock.
            String time = seen.map(VersionRepository.Version::hlc)
                    .filter(last -> last.compareTo(hlc) >= 0)
                    .map(last -> last + "+")
                    .orElse(hlc);
            tables.versions.put(part, new VersionRepository.Version(time, "origin:epoch", base, base));
        }

        @Override
        public Stamp stamp(String messageId) {
            return tables.outbox.stream()
                    .filter(row -> row.message().id().equals(messageId))
                    .findFirst()
                    .map(row -> new Stamp(String.format(Locale.ROOT, "%012x-0000", row.sequence()), row.origin()))
                    .orElseThrow(() -> new IllegalArgumentException("no message " + messageId));
        }

        @Override
        public long count() {
            return tables.outbox.size();
        }

        @Override
        public long count(String status) {
            return tables.outbox.stream()
                    .filter(row -> row.status().equals(status))
                    .count();
        }

        @Override
        public List<Row> after(long sequence, int limit) {
            return tables.outbox.stream()
                    .filter(row -> row.sequence() > sequence)
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<String> firstBroken() {
            return Optional.empty();
        }
    }

    private final class Journal implements JournalRepository {
        @Override
        public void append(Entry entry) {
            forWriting().journal.add(entry);
        }

        @Override
        public List<Numbered> find(Filter filter) {
            List<Numbered> found = new ArrayList<>();
            for (int number = tables.journal.size(); number > 0; number--) {
                Numbered each = numbered(number);
                if (found.size() < filter.limit() && number < filter.before() && fits(each.entry(), filter)) {
                    found.add(each);
                }
            }
            return found;
        }

        private boolean fits(Entry entry, Filter filter) {
            String all = entry.kind() + ' ' + entry.actor() + ' ' + entry.subject() + ' ' + entry.detail();
            return filter.from().map(from -> !entry.at().isBefore(from)).orElse(true)
                    && filter.to().map(to -> entry.at().isBefore(to)).orElse(true)
                    && (filter.kind().isEmpty() || filter.kind().equals(entry.kind()))
                    && (filter.actors().isEmpty() || filter.actors().contains(entry.actor()))
                    && all.toLowerCase(Locale.ROOT).contains(filter.text().toLowerCase(Locale.ROOT));
        }

        @Override
        public List<String> kinds() {
            return tables.journal.stream().map(Entry::kind).distinct().sorted().toList();
        }

        @Override
        public Optional<Numbered> newestOf(String kind) {
            Filter filter = new Filter(Optional.empty(), Optional.empty(), kind, "", List.of(), Long.MAX_VALUE, 1);
            return find(filter).stream().findFirst();
        }

        @Override
        public Optional<Numbered> head() {
            return byNumber(tables.journal.size());
        }

        @Override
        public Optional<Numbered> byNumber(long number) {
            return number < 1 || number > tables.journal.size()
                    ? Optional.empty()
                    : Optional.of(numbered((int) number));
        }

        private Numbered numbered(int number) {
            return new Numbered(number, tables.journal.get(number - 1), "");
        }

        @Override
        public List<Entry> latest(int limit) {
            List<Entry> newest = new ArrayList<>(tables.journal);
            Collections.reverse(newest);
            return newest.stream().limit(limit).toList();
        }

        /** Nobody can change what is in memory. */
        @Override
        public Walk check(Link from, int limit) {
            long end = Math.min(tables.journal.size(), from.number() + limit);
            return new Walk(new Link(end, ""), end >= tables.journal.size(), Optional.empty());
        }

        @Override
        public List<Seal> seals() {
            return List.copyOf(tables.seals.values());
        }

        @Override
        public List<Seal> unfitSeals() {
            return List.of();
        }

        @Override
        public void seal(Seal seal) {
            forWriting().seals.put(seal.number(), seal);
        }

        @Override
        public void forgetSeal(long number) {
            forWriting().seals.remove(number);
        }

        @Override
        public Optional<Long> firstBroken() {
            return Optional.empty();
        }
    }

    private final class Lane implements LaneRepository {
        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(tables.lane.get(key));
        }

        @Override
        public void put(String key, String value) {
            forWriting().lane.put(key, value);
        }

        @Override
        public void remove(String key) {
            forWriting().lane.remove(key);
        }

        @Override
        public String nextReceiptNumber(String workstationId) {
            long next = Long.parseLong(get(COUNTER).orElse("0")) + 1;
            put(COUNTER, Long.toString(next));
            return String.format(Locale.ROOT, "%s-7K3-%06d", workstationId, next);
        }

        @Override
        public void saveOpenTransaction(String transactionId, String body, Instant at) {
            put(OPEN, body);
        }

        @Override
        public Optional<String> openTransaction() {
            return get(OPEN);
        }

        @Override
        public void clearOpenTransaction() {
            remove(OPEN);
        }
    }
}
