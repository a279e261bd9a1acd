package com.euphoriapos.sync.planted;

import java.util.List;

/** Bugs of the protocol. */
final class ProtocolBugs {
    private static final String REPLICA = "sync/src/main/java/com/euphoriapos/sync/protocol/Replica.java";
    private static final String OUTGOING = "sync/src/main/java/com/euphoriapos/sync/protocol/Outgoing.java";
    private static final String INCOMING = "sync/src/main/java/com/euphoriapos/sync/protocol/Incoming.java";
    private static final String COMPARISON = "sync/src/main/java/com/euphoriapos/sync/protocol/Comparison.java";
    private static final String POSITIONS = "sync/src/main/java/com/euphoriapos/sync/protocol/Positions.java";
    private static final String INBOX = "sync/src/main/java/com/euphoriapos/sync/protocol/Inbox.java";
    private static final String DESK = "sync/src/main/java/com/euphoriapos/sync/protocol/Desk.java";

    static final List<PlantedBug> ALL = List.of(
            // Acknowledging
            new PlantedBug(
                    "acknowledged when it arrived, before it is durable",
                    INCOMING,
                    "inbox.add(new Arrived(link.id, segment));",
                    "inbox.add(new Arrived(link.id, segment));"
                            + "desk.send(link, new Frame.Ack(lastId(segment), segment.stream(), segment.end(), List.of()));"),
            new PlantedBug(
                    "what was sent counts as delivered",
                    OUTGOING,
                    "serving.sent = segment.end();",
                    "serving.sent = segment.end(); if (desk.isMine(segment.stream()))"
                            + " desk.emit(new Effect.SaveDelivery(link.peer, segment.stream(), segment.end()));"),
            new PlantedBug(
                    "what came twice is not acknowledged again",
                    INCOMING,
                    "desk.send(link, new Frame.Ack(lastId(segment), segment.stream(), durable, parked));",
                    ""),
            new PlantedBug(
                    "what came twice is acknowledged by the sender's own hash",
                    INCOMING,
                    "desk.send(link, new Frame.Ack(lastId(segment), segment.stream(), durable, parked));",
                    "desk.send(link, new Frame.Ack(lastId(segment), segment.stream(), segment.end(), parked));"),
            new PlantedBug(
                    "parked events are acknowledged as applied",
                    INCOMING,
                    "desk.send(link, new Frame.Ack(lastId(segment), segment.stream(), segment.end(), kept));",
                    "desk.send(link, new Frame.Ack(lastId(segment), segment.stream(), segment.end(), List.of()));"),
            new PlantedBug(
                    "an acknowledgement of what was never written is believed",
                    OUTGOING,
                    "if (ack.upTo().seq() > mine.seq()) {",
                    "if (false) {"),
            new PlantedBug(
                    "the hash of an acknowledgement is not compared",
                    OUTGOING,
                    "boolean same = serving.acknowledged(there) && (there.seq() < mine.seq() || there.equals(mine));",
                    "boolean same = serving.acknowledged(there) || true;"),
            new PlantedBug(
                    "positions are believed beyond what this lane holds",
                    OUTGOING,
                    "if (served && mark.seq() <= desk.durable(stream).seq()) {",
                    "if (served) {"),
            new PlantedBug(
                    "what a peer lost still counts as delivered",
                    OUTGOING,
                    "desk.emit(new Effect.ResetDelivery(link.peer, held));",
                    ""),
            new PlantedBug(
                    "deliveries of other lanes' streams are kept as own ones",
                    OUTGOING,
                    "if (desk.isMine(stream)) {\n            desk.emit(new Effect.SaveDelivery",
                    "if (true) {\n            desk.emit(new Effect.SaveDelivery"),
            new PlantedBug(
                    "events that came back never count as delivered",
                    INCOMING,
                    ".forEach(outgoing::regained);",
                    ".count();"),
            // Sending and asking again
            new PlantedBug("asking again is ignored", OUTGOING, "serving.rewind(nack.from() - 1);", ""),
            new PlantedBug(
                    "asking again for the future is allowed",
                    OUTGOING,
                    "if (nack.from() < 1 || nack.from() > serving.sent.seq() + 1) {",
                    "if (false) {"),
            new PlantedBug(
                    "the window is ignored by the sender",
                    OUTGOING,
                    "desk.limits.windowSegments() - link.inFlight() - readsOf(link);",
                    "1_000;"),
            new PlantedBug(
                    "the window is not enforced by the receiver",
                    INCOMING,
                    "if (link.waiting >= WINDOWS * desk.limits.windowSegments()) {",
                    "if (false) {"),
            new PlantedBug(
                    "a gap is not asked for",
                    INCOMING,
                    "desk.send(link, new Frame.Nack(segment.stream(), end.seq() + 1));",
                    ""),
            new PlantedBug(
                    "lost frames are not asked for after a sign of life",
                    INCOMING,
                    "desk.send(link, new Frame.Nack(stream, end + 1));",
                    ""),
            new PlantedBug(
                    "a slow disk of one's own is taken for a lost frame",
                    INCOMING,
                    "if (due && link.waiting == 0 && ",
                    "if (due && "),
            new PlantedBug(
                    "echo: what came from a lane is sent on to all, unasked",
                    OUTGOING,
                    "if (desk.isMine(stream) && !link.isUnknown(stream) && ",
                    "if (!link.isUnknown(stream) && "),
            new PlantedBug(
                    "nobody is asked for the events of a lane that is away",
                    INCOMING,
                    "best(stream).ifPresentOrElse(link -> ask(link, stream), () -> nobodyHas(stream));",
                    ""),
            new PlantedBug(
                    "its own lost events are not taken back",
                    DESK,
                    "return isMine(stream) && stream.epoch().equals(me.epoch());",
                    "return isMine(stream);"),
            // Checking
            new PlantedBug(
                    "the hash before a segment is not compared",
                    INCOMING,
                    "if (end.seq() > 0 && !segment.previous().equals(end.hash())) {",
                    "if (false) {"),
            new PlantedBug(
                    "the sender does not compare what the receiver continues",
                    OUTGOING,
                    "if (known && !there.equals(segment.previous())) {",
                    "if (false) {"),
            new PlantedBug(
                    "the chain of a segment is not checked", INCOMING, "if (!segment.isWhole()) {", "if (false) {"),
            new PlantedBug(
                    "different events at one position are not told",
                    COMPARISON,
                    "if (mark.seq() > 0 && mark.seq() == mine.seq() && !mark.hash().equals(mine.hash())) {",
                    "if (false) {"),
            new PlantedBug(
                    "the origin is not bound to the link",
                    INCOMING,
                    "boolean mayTell = stream.origin().equals(link.peer) || link.asked.contains(stream);",
                    "boolean mayTell = true;"),
            new PlantedBug(
                    "the name is not bound to the key",
                    REPLICA,
                    "if (!hello.node().equals(link.peer)) {",
                    "if (false) {"),
            new PlantedBug(
                    "a copy of itself is not found out",
                    REPLICA,
                    "if (hello.node().equals(desk.me.node())) {",
                    "if (false) {"),
            new PlantedBug(
                    "a copy that writes in its present epoch is not found out",
                    REPLICA,
                    "return writesInMyName(hello.positions().marks()) || besideAnother",
                    "return besideAnother"),
            new PlantedBug(
                    "two processes of one lane are not found out",
                    REPLICA,
                    "return writesInMyName(hello.positions().marks()) || besideAnother",
                    "return writesInMyName(hello.positions().marks())"),
            new PlantedBug(
                    "a late greeting locks its successor out",
                    REPLICA,
                    "&& desk.openTo(link.peer)\n                        .filter(other",
                    "|| false && desk.openTo(link.peer)\n                        .filter(other"),
            new PlantedBug(
                    "another version is accepted",
                    REPLICA,
                    "if (hello.protoMin() > PROTOCOL || hello.protoMax() < PROTOCOL) {",
                    "if (false) {"),
            new PlantedBug("a revoked lane keeps its link", REPLICA, "if (link.peer.equals(node)) {", "if (false) {"),
            new PlantedBug(
                    "anything is answered before the greeting",
                    REPLICA,
                    "} else if (!link.open || frame instanceof Frame.Hello) {",
                    "} else if (frame instanceof Frame.Hello) {"),
            // Keeping order, and trying again
            new PlantedBug(
                    "an overlapping segment is applied from its beginning",
                    INCOMING,
                    "queue(link, segment.first() <= end.seq() ? segment.after(end.seq()) : segment, end);",
                    "queue(link, segment, end);"),
            new PlantedBug(
                    "what is durable already is applied once more",
                    INCOMING,
                    "Mark durable = desk.durable(segment.stream());\n        Mark end = inbox",
                    "Mark durable = new Mark(segment.first() - 1, segment.previous());\n        Mark end = inbox"),
            new PlantedBug(
                    "what waits already is queued again",
                    INCOMING,
                    "} else if (segment.end().seq() <= end.seq()) {",
                    "} else if (false) {"),
            new PlantedBug("what the disk refused is forgotten", INBOX, "queue.addFirst(batch.get(i));", ""),
            new PlantedBug(
                    "what the disk refused is tried after the rest",
                    INBOX,
                    "queue.addFirst(batch.get(i));",
                    "queue.addLast(batch.get(i));"),
            new PlantedBug(
                    "what the disk refused is never tried again",
                    INCOMING,
                    "retryAt = now + desk.limits.retryMillis();",
                    "retryAt = Long.MAX_VALUE - 1;"),
            new PlantedBug(
                    "what the disk refused ten times is never tried again",
                    INCOMING,
                    """
                        void failed(Input.ApplyFailed failure, long now) {
                            if (inbox.putBack(failure.request())) {
                                retryAt = now + desk.limits.retryMillis();
                    """,
                    """
                        private int refusals;

                        void failed(Input.ApplyFailed failure, long now) {
                            if (inbox.putBack(failure.request())) {
                                refusals++;
                                retryAt = refusals > 10 ? Long.MAX_VALUE - 1 : now + desk.limits.retryMillis();
                    """),
            new PlantedBug(
                    "delivery gives up after ten times",
                    OUTGOING,
                    """
                        void again(Link link, Frame.Nack nack) {
                            Serving serving = link.serving.get(nack.stream());
                            if (serving == null) {
                    """,
                    """
                        private int times;

                        void again(Link link, Frame.Nack nack) {
                            Serving serving = link.serving.get(nack.stream());
                            if (serving == null || ++times > 10) {
                    """),
            new PlantedBug(
                    "an answer to nothing counts as durable",
                    INBOX,
                    "if (!request.equals(Optional.of(finished))) {",
                    "if (request.isEmpty()) {"),
            // Old openings that stand behind a digest
            new PlantedBug(
                    "another digest is taken for the same",
                    COMPARISON,
                    "if (desk.digestBefore(origin, older.before()).equals(older.digest())) {",
                    "if (true) {"),
            new PlantedBug(
                    "the digest leaves out the hashes",
                    POSITIONS,
                    "hash = HashChain.next(hash, each.getKey(), Long.toString(mark.seq()), mark.hash());",
                    "hash = HashChain.next(hash, each.getKey(), Long.toString(mark.seq()));"),
            new PlantedBug(
                    "a lost answer about old openings is not asked for again",
                    COMPARISON,
                    "link.unknown.forEach((origin, before) -> desk.send(link, new Frame.Expand(origin, before)));",
                    ""),
            new PlantedBug(
                    "own streams are sent before it is known where they stand there",
                    OUTGOING,
                    "if (desk.isMine(stream) && !link.isUnknown(stream) && ",
                    "if (desk.isMine(stream) && "),
            new PlantedBug(
                    "after the old openings were named nothing more is sent", COMPARISON, "outgoing.begin(link);", ""),
            // Links
            new PlantedBug(
                    "a silent link is never given up",
                    REPLICA,
                    "if (now - link.heardAt >= desk.limits.deadMillis()) {",
                    "if (false) {"),
            new PlantedBug("signs of life are not noted", REPLICA, "link.heardAt = now;", ""),
            new PlantedBug(
                    "signs of life say no positions",
                    REPLICA,
                    "link.untold.forEach(stream -> changed.put(stream, desk.durable(stream)));",
                    ""),
            new PlantedBug(
                    "positions count as told before they were answered",
                    REPLICA,
                    "link.telling.putAll(changed);",
                    "link.untold.clear();"),
            new PlantedBug(
                    "the answer to an earlier ping counts for the last one",
                    REPLICA,
                    "if (pong.id() == link.pings) {",
                    "if (pong.id() <= link.pings) {"),
            new PlantedBug(
                    "who was dialled never says how far it is",
                    REPLICA,
                    "return link.dialled || misses || !link.untold.isEmpty();",
                    "return link.dialled || misses;"),
            new PlantedBug("who dialled asks for nothing again", REPLICA, "if (link.dialled) {", "if (false) {"),
            new PlantedBug(
                    "of two links each side keeps its own",
                    REPLICA,
                    "boolean dialledBySmaller = link.dialled == desk.me.node().compareTo(link.peer) < 0;",
                    "boolean dialledBySmaller = link.dialled;"));

    private ProtocolBugs() {}
}
