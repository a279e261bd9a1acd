package com.euphoriapos.sync.planted;

import java.util.List;

/** Bugs of the store, of the way to apply, and of the handlers of sales and stock. */
final class StoreBugs {
    private static final String STORE = "store-sqlite/src/main/java/com/euphoriapos/store/sqlite/";
    private static final String CORE = "core/src/main/java/com/euphoriapos/core/";
    private static final String EVENT_LOG = STORE + "EventLog.java";
    private static final String EPOCH = STORE + "Epoch.java";
    private static final String STREAMS = STORE + "StreamLog.java";
    private static final String REPLICATION = STORE + "SqliteReplication.java";
    private static final String BOOK = STORE + "DeliveryBook.java";
    private static final String APPLIER = "sync/src/main/java/com/euphoriapos/sync/engine/Applier.java";

    static final List<PlantedBug> ALL = List.of(
            new PlantedBug(
                    "stock is set to the change in place of being moved by it",
                    STORE + "SqliteInventory.java",
                    "on_hand = on_hand + excluded.on_hand, sold",
                    "on_hand = excluded.on_hand, sold"),
            new PlantedBug(
                    "a sale moves stock, and so do its changes of stock",
                    CORE + "checkout/SaleHandler.java",
                    "isNew = handle.transactions().apply(sale);",
                    "isNew = handle.transactions().apply(sale); sale.priced().transaction().lines().forEach(line ->"
                            + " handle.inventory().apply(new com.euphoriapos.api.store.InventoryRepository.Change("
                            + "sale.id() + line.lineNumber(), line.productId(), line.pieces().negated(), \"sale\","
                            + " sale.id(), sale.completedAt())));"),
            new PlantedBug(
                    "a change of stock that is known moves it again",
                    STORE + "SqliteInventory.java",
                    "if (isNew) {",
                    "if (true) {"),
            new PlantedBug(
                    "events that are kept already are kept again",
                    REPLICATION,
                    "if (!continues || log.isPresent(stream)) {",
                    "if (log.isPresent(stream)) {"),
            new PlantedBug(
                    "of two edits the one that comes last wins",
                    CORE + "sync/LastEdit.java",
                    "if (order > 0) {",
                    "if (order != 0) {"),
            new PlantedBug(
                    "nobody has to look at an edit that was not seen",
                    CORE + "sync/Conflicts.java",
                    "if (now.review()) {",
                    "if (false) {"),
            new PlantedBug(
                    "of two claims any counts",
                    STORE + "mapper/SuspendedMapper.java",
                    "ORDER BY hlc, node, id",
                    "ORDER BY id"),
            new PlantedBug(
                    "nobody has to look at what was claimed twice",
                    CORE + "checkout/ClaimHandler.java",
                    "if (handle.suspended().claims(name).size() > 1) {",
                    "if (false) {"),
            new PlantedBug(
                    "what an older release can't read is given to it all the same",
                    APPLIER,
                    "if (event.schema() > taker.schema()) {",
                    "if (false) {"),
            new PlantedBug(
                    "what is parked is not tried again after an upgrade",
                    APPLIER,
                    "for (int from = 0; from < groups.size(); ) {",
                    "for (int from = groups.size(); from < groups.size(); ) {"),
            new PlantedBug(
                    "a transaction group is applied event by event",
                    APPLIER,
                    "new Group(event.stream(), event.txg())",
                    "new Group(event.stream(), event.seq())"),
            new PlantedBug(
                    "what a group did before it failed stays",
                    APPLIER,
                    "handle.replication().attempt(() -> {",
                    "((java.util.function.Function<java.util.function.Supplier<Boolean>, Boolean>)"
                            + " java.util.function.Supplier::get).apply(() -> {"),
            new PlantedBug(
                    "what can't be applied is acknowledged and not parked",
                    APPLIER,
                    "reason.ifPresent(why -> group.forEach(event -> {\n                handle.replication().park(event, why, at);",
                    "reason.ifPresent(why -> group.forEach(event -> {"),
            new PlantedBug(
                    "events of others are applied and not kept",
                    REPLICATION,
                    "streams.insert(segment.events(), log.now().toEpochMilli());",
                    ""),
            new PlantedBug(
                    "what this lane lost of its own is kept as another lane's",
                    REPLICATION,
                    "boolean own = known.map(Kept::own).orElse(stream.origin().equals(log.origin()));",
                    "boolean own = false;"),
            new PlantedBug(
                    "the epoch is not renewed at the opening",
                    EVENT_LOG,
                    "Epoch epoch = Epoch.after(last.map(kept -> kept.stream().epoch()), settings.random(), clock.millis());",
                    "Epoch epoch = last.map(kept -> new Epoch(kept.stream().epoch()))"
                            + ".orElseGet(() -> Epoch.after(Optional.empty(), settings.random(), clock.millis()));"),
            new PlantedBug(
                    "a clock that was put back makes an opening older than the last",
                    EPOCH,
                    "return random(random, Math.max(nowMillis, floor));",
                    "return random(random, nowMillis);"),
            new PlantedBug(
                    "receipt numbers do not change with the opening",
                    EPOCH,
                    "return id.substring(LENGTH - SESSION_LENGTH);",
                    "return \"AAA\";"),
            new PlantedBug(
                    "the counter of receipts goes back",
                    STORE + "SqliteLane.java",
                    "mapper.put(RECEIPT_COUNTER, Long.toString(next));",
                    ""),
            new PlantedBug(
                    "the time of events is that of the wall clock",
                    STORE + "HybridTime.java",
                    "if (nowMillis > millis) {",
                    "if (nowMillis > 0) {"),
            new PlantedBug(
                    "a new opening does not continue the chain",
                    EVENT_LOG,
                    "last.map(kept -> kept.end().hash()).orElse(HashChain.START),",
                    "HashChain.START,"),
            new PlantedBug(
                    "a batch ends within a transaction group",
                    STORE + "GroupCut.java",
                    "if (txg != group) {",
                    "if (seq > 0) {"),
            new PlantedBug(
                    "the link before a stream's first event is forgotten",
                    STREAMS,
                    "return purged.seq() == 0 ? previous : purged.hash();",
                    "return purged.seq() == 0 ? HashChain.START : purged.hash();"),
            new PlantedBug(
                    "what a target lost still counts as delivered",
                    BOOK,
                    "mapper.reset(target, kept.stream(), seq, at);",
                    "mapper.acknowledged(target, kept.stream(), seq, at);"),
            new PlantedBug(
                    "the visible status is not moved",
                    BOOK,
                    "mapper.restate(stream, after, range.from(), range.to());",
                    ""),
            new PlantedBug(
                    "one lane's acknowledgement is that of all",
                    STORE + "StatusMarks.java",
                    "allPeers = Math.min(allPeers, each.settled());",
                    "allPeers = each.settled() == 0 ? allPeers : Math.min(allPeers, each.settled());"),
            new PlantedBug(
                    "purging ignores lanes that never answered",
                    STORE + "Purge.java",
                    "this.targets = new ArrayList<>(unit.mappers().lanes().activePeers(unit.me()));",
                    "this.targets = new ArrayList<>(unit.mappers().lanes().activePeers(unit.me()).subList(0, 1));"));

    private StoreBugs() {}
}
