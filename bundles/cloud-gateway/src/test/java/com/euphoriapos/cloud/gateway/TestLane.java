package com.euphoriapos.cloud.gateway;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.domain.HashChain;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/** A lane with its log, as far as the cloud sees it. Events are linked by the class that links those of a real lane. */
final class TestLane {
    private static final long NOON = 1_772_625_600_000L;

    private final String node;
    private final String token;
    private StreamId stream;
    private String last = HashChain.START;
    private String previous = HashChain.START;
    private long seq;
    private long group;
    private long numbers;

    TestLane(String node, String token) {
        this.node = node;
        this.token = token;
        this.stream = new StreamId(node, epoch(1));
    }

    /** Identity of a lane of a name. */
    static String node(String name) {
        return (HashChain.next(HashChain.START, name) + HashChain.next(HashChain.START, name, ""))
                .toLowerCase(Locale.ROOT);
    }

    static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String epoch(int number) {
        return "01KK0000000000000000000" + String.format(Locale.ROOT, "%03d", number);
    }

    String node() {
        return node;
    }

    StreamId stream() {
        return stream;
    }

    String token() {
        return token;
    }

    /** Opens its database anew: another epoch, the same chain. */
    void reopen(int number) {
        stream = new StreamId(node, epoch(number));
        seq = 0;
        previous = last;
    }

    /** Writes an event into the log. */
    Event write(String topic, String aggregate, String payload) {
        return write(topic, aggregate, hlc(0), payload);
    }

    /** Writes an event of a hybrid time. */
    Event write(String topic, String aggregate, String hlc, String payload) {
        seq++;
        Event event = new Event(
                        id(node + stream.epoch() + seq),
                        topic,
                        stream,
                        seq,
                        group == 0 ? seq : group,
                        aggregate,
                        hlc,
                        NOON + seq,
                        id("Dana"),
                        1,
                        payload,
                        "")
                .linked(last);
        last = event.hash();
        return event;
    }

    /** A hybrid time so many milliseconds after noon. */
    static String hlc(long millis) {
        return String.format(Locale.ROOT, "%012x-0000", NOON + millis);
    }

    /** What is written meanwhile belongs together. */
    List<Event> together(Supplier<List<Event>> writes) {
        group = seq + 1;
        try {
            return writes.get();
        } finally {
            group = 0;
        }
    }

    /** A sale of one piece of each product, with its changes of stock. */
    List<Event> sell(String... products) {
        return sellAs(id(node + " sale " + numbers++), products);
    }

    List<Event> sellAs(String saleId, String... products) {
        return together(() -> saleWithStock(saleId, products));
    }

    private List<Event> saleWithStock(String saleId, String... products) {
        List<Event> events = new ArrayList<>();
        events.add(write("transaction:new", "transaction:" + saleId, sale(saleId, products)));
        for (int line = 1; line <= products.length; line++) {
            events.add(write(
                    "inventory:update",
                    "product:" + products[line - 1],
                    change(id(saleId + line), products[line - 1], -1000, saleId)));
        }
        return events;
    }

    static String change(String changeId, String product, long amount, String saleId) {
        return """
               {"changeId":"%s","productId":"%s","change":%d,"reason":"%s","transactionId":"%s","createdAt":%d}"""
                .formatted(changeId, product, amount, saleId.isEmpty() ? "delivery" : "sale", saleId, NOON);
    }

    static String sale(String saleId, String... products) {
        StringBuilder items = new StringBuilder();
        for (int line = 1; line <= products.length; line++) {
            items.append(line == 1 ? "" : ",")
                    .append(
                            """
                            {"lineNumber":%d,"productId":"%s","sku":"%05d","name":"ACORN GIN","category":"GIN","sizeMillilitres":750,
                            "packSize":1,"quantity":1000,"unitPrice":999,"extendedAmount":999,"taxCategory":"STANDARD","code":"",
                            "voided":false,"voidedBy":""}"""
                                    .formatted(line, products[line - 1], line));
        }
        long subtotal = 999L * products.length;
        return """
               {"id":"%s","receiptNumber":"L1-A-1","workstationId":"L1","openedBy":"dana","operatorId":"dana","operatorName":"Dana R.",
               "openedAt":%d,"completedAt":%d,"businessDay":"2026-03-04","subtotal":%d,"tax":0,"total":%d,"cashRounding":0,
               "items":[%s],"taxes":[{"category":"STANDARD","ratePpm":0,"taxable":%d,"amount":0}],
               "tenders":[{"type":"CASH","tendered":%d,"change":1}]}"""
                .formatted(saleId, NOON - 90_000, NOON, subtotal, subtotal, items, subtotal, subtotal + 1);
    }

    /** An edit of a product. */
    Event product(String id, String hlc, String base, long cents) {
        return write(
                "product:upsert",
                "product:" + id,
                hlc,
                """
                {"updatedAt":%d,"actorRole":"OWNER","products":[{"id":"%s","sku":"10001","name":"ACORN GIN","category":"GIN",
                "sizeMillilitres":750,"priceCents":%d,"caseSize":12,"taxCategory":"STANDARD","active":true,
                "barcodes":{"00012345678905":1},"base":"%s"}]}"""
                        .formatted(NOON, id, cents, base));
    }

    /** A batch of events; {@code previous} goes with the first of a stream. */
    String batch(List<Event> events) {
        List<String> all = new ArrayList<>();
        for (Event event : events) {
            all.add(json(event, event.seq() == 1 ? ",\"previous\":\"" + previous + "\"" : ""));
        }
        return batchOf(all);
    }

    static String batchOf(List<String> events) {
        return "{\"events\":[" + String.join(",", events) + "]}";
    }

    /** An event as it goes to the cloud, with more fields. */
    static String json(Event event, String more) {
        return """
               {"id":"%s","topic":"%s","origin":"%s","epoch":"%s","seq":%d,"txg":%d,"agg":%s,"hlc":"%s","ts":%d,"actor":"%s",
               "schema":%d,"hash":"%s","payload":%s%s}"""
                .formatted(
                        event.id(),
                        event.topic(),
                        event.stream().origin(),
                        event.stream().epoch(),
                        event.seq(),
                        event.txg(),
                        quoted(event.aggregate()),
                        event.hlc(),
                        event.ts(),
                        event.actor(),
                        event.schema(),
                        event.hash(),
                        quoted(event.payload()),
                        more);
    }

    static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }
}
