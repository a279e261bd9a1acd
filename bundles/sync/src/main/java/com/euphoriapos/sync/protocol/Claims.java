package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who gets a named thing that only one may have. Every lane holds a lock for each name that is being taken. Whoever wants the name
 * takes the locks of all connected lanes, its own among them, one after the other in the order of their identities, and gives all back
 * when one is refused. So of lanes that are connected one gets it at most, and one does: two that ask at once meet at the first lane
 * that both have to ask, before either can stand in the way of the other elsewhere. What makes the claim last is its event; a lock
 * ends where that event has arrived.
 */
final class Claims {
    private final Desk desk;
    private final Map<String, ClaimLock> locks = new TreeMap<>();
    private final Map<String, Asking> asking = new TreeMap<>();
    /** Names that this lane was granted and has not made durable. */
    private final Map<String, Asking> won = new TreeMap<>();

    private long ids;

    Claims(Desk desk) {
        this.desk = desk;
    }

    /** Somebody at this lane wants the name. */
    void ask(Input.ClaimAsked asked, long now) {
        if (asking.containsKey(asked.name()) || won.containsKey(asked.name())) {
            decide(asked.request(), new Verdict.Contested(desk.me.node()));
            return;
        }
        List<String> nodes =
                new ArrayList<>(desk.open().stream().map(link -> link.peer).toList());
        nodes.add(desk.me.node());
        Asking mine = new Asking(asked.request(), asked.name(), ++ids, now + desk.limits.claimMillis(), nodes);
        asking.put(mine.name, mine);
        next(mine);
    }

    private void next(Asking mine) {
        while (asking.get(mine.name) == mine) {
            Optional<String> node = mine.nextNode();
            if (node.isEmpty()) {
                asking.remove(mine.name);
                won.put(mine.name, mine);
                decide(mine.request, new Verdict.Granted(mine.granted));
            } else if (node.get().equals(desk.me.node())) {
                if (lockMine(mine)) {
                    return;
                }
            } else if (send(mine, node.get())) {
                return;
            }
        }
    }

    private boolean send(Asking mine, String node) {
        Optional<Link> link = desk.openTo(node);
        mine.waitsFor = link.map(each -> each.id);
        link.ifPresent(each -> desk.send(each, new Frame.Claim(mine.id, mine.name)));
        return link.isPresent();
    }

    private boolean lockMine(Asking mine) {
        ClaimLock lock = locks.get(mine.name);
        if (lock != null) {
            askWhetherStillNeeded(lock);
            lose(mine, new Verdict.Contested(lock.holder));
            return true;
        }
        lock(new ClaimLock(mine.name, desk.me.node(), mine.id, 0));
        return true;
    }

    private void lock(ClaimLock lock) {
        lock.lookUp = Optional.of(desk.nextRequest());
        locks.put(lock.name, lock);
        desk.emit(new Effect.FindClaim(lock.lookUp.get(), lock.name));
    }

    /** A peer said something; what is about no claim is left alone. */
    void heard(Link link, Frame frame) {
        if (frame instanceof Frame.Claim claim) {
            asked(link, claim);
        } else if (frame instanceof Frame.Grant grant) {
            granted(link, grant);
        } else if (frame instanceof Frame.Deny deny) {
            denied(link, deny);
        } else if (frame instanceof Frame.Release release) {
            released(link, release);
        }
    }

    /** A peer wants the name. */
    private void asked(Link link, Frame.Claim claim) {
        ClaimLock lock = locks.get(claim.name());
        if (lock != null && !lock.holder.equals(link.peer)) {
            askWhetherStillNeeded(lock);
            desk.send(link, new Frame.Deny(claim.id(), claim.name(), lock.holder, false));
        } else if (lock == null && heldBy(link.peer) >= desk.limits.claimsOfPeer()) {
            desk.close(link, Effect.Reason.PROTOCOL);
        } else if (lock == null || lock.link != link.id || lock.id <= claim.id()) {
            lock(new ClaimLock(claim.name(), link.peer, claim.id(), link.id));
        }
    }

    private long heldBy(String node) {
        return locks.values().stream().filter(each -> each.holder.equals(node)).count();
    }

    /** The holder may have given it back in a frame that was lost; saying the grant again makes it say so again. */
    private void askWhetherStillNeeded(ClaimLock lock) {
        if (lock.lookUp.isEmpty()) {
            desk.openTo(lock.holder).ifPresent(link -> desk.send(link, new Frame.Grant(lock.id, lock.name)));
        }
    }

    /** The store does not answer: nothing is granted that may be somebody's. */
    void unknown(long request) {
        Optional<ClaimLock> looking = lookedUp(request);
        if (looking.isEmpty()) {
            return;
        }
        ClaimLock lock = looking.get();
        locks.remove(lock.name);
        Asking mine = asking.get(lock.name);
        if (!lock.holder.equals(desk.me.node())) {
            Frame no = new Frame.Deny(lock.id, lock.name, desk.me.node(), false);
            desk.openTo(lock.holder).ifPresent(link -> desk.send(link, no));
        } else if (mine != null && mine.id == lock.id) {
            lose(mine, new Verdict.Late(lock.holder));
        }
    }

    private Optional<ClaimLock> lookedUp(long request) {
        return locks.values().stream()
                .filter(each -> each.lookUp.equals(Optional.of(request)))
                .findFirst();
    }

    /** The store was asked who has the name. */
    void found(Input.ClaimFound found) {
        Optional<ClaimLock> looking = lookedUp(found.request());
        if (looking.isEmpty()) {
            return;
        }
        ClaimLock lock = looking.get();
        lock.lookUp = Optional.empty();
        Optional<String> keeper = lock.seen.or(found::node);
        keeper.ifPresent(node -> locks.remove(lock.name));
        if (lock.holder.equals(desk.me.node())) {
            Asking mine = asking.get(lock.name);
            if (mine == null || mine.id != lock.id) {
                locks.remove(lock.name);
            } else if (keeper.isPresent()) {
                lose(mine, new Verdict.Taken(keeper.get()));
            } else {
                next(mine);
            }
            return;
        }
        Frame answer = keeper.isPresent()
                ? new Frame.Deny(lock.id, lock.name, keeper.get(), true)
                : new Frame.Grant(lock.id, lock.name);
        desk.openTo(lock.holder).ifPresent(link -> desk.send(link, answer));
    }

    /** A peer's lock is this lane's. */
    private void granted(Link link, Frame.Grant grant) {
        Asking mine = asking.get(grant.name());
        if (mine != null && mine.id == grant.id()) {
            if (mine.waitsFor.equals(Optional.of(link.id))) {
                mine.waitsFor = Optional.empty();
                mine.granted.add(link.peer);
                next(mine);
            }
        } else if (!won.containsKey(grant.name()) || won.get(grant.name()).id != grant.id()) {
            desk.send(link, new Frame.Release(grant.id(), grant.name()));
        }
    }

    private void denied(Link link, Frame.Deny deny) {
        Asking mine = asking.get(deny.name());
        if (mine != null && mine.id == deny.id() && mine.waitsFor.equals(Optional.of(link.id))) {
            mine.waitsFor = Optional.empty();
            lose(mine, deny.kept() ? new Verdict.Taken(deny.by()) : new Verdict.Contested(deny.by()));
        }
    }

    private void released(Link link, Frame.Release release) {
        ClaimLock lock = locks.get(release.name());
        if (lock != null && lock.holder.equals(link.peer) && lock.id == release.id()) {
            locks.remove(release.name());
        }
    }

    private void lose(Asking mine, Verdict verdict) {
        asking.remove(mine.name);
        giveBack(mine);
        decide(mine.request, verdict);
    }

    private void giveBack(Asking mine) {
        ClaimLock own = locks.get(mine.name);
        if (own != null && own.holder.equals(desk.me.node())) {
            locks.remove(mine.name);
        }
        for (Link link : desk.open()) {
            if (mine.granted.contains(link.peer) || mine.waitsFor.equals(Optional.of(link.id))) {
                desk.send(link, new Frame.Release(mine.id, mine.name));
            }
        }
    }

    private void decide(long request, Verdict verdict) {
        desk.emit(new Effect.ClaimDecided(request, verdict));
    }

    /** What was granted is durable, in this lane's own log. */
    void kept(String name) {
        if (won.remove(name) != null) {
            locks.remove(name);
        }
    }

    /** What was granted, or asked for, is not wanted any more. */
    void dropped(String name) {
        Asking pending = asking.remove(name);
        Asking granted = won.remove(name);
        if (pending != null) {
            giveBack(pending);
        }
        if (granted != null) {
            giveBack(granted);
        }
    }

    /** Events of other lanes have become durable: what they claim is known to the store from now on. */
    void seen(List<Event> events) {
        for (Event event : events) {
            if (event.topic().equals(Topics.CLAIM_MADE)) {
                seen(event.aggregate(), event.stream().origin());
            }
        }
    }

    private void seen(String name, String node) {
        Asking mine = asking.get(name);
        if (mine != null) {
            lose(mine, new Verdict.Taken(node));
        }
        ClaimLock lock = locks.get(name);
        if (lock != null && lock.lookUp.isPresent()) {
            lock.seen = Optional.of(node);
        } else if (lock != null) {
            locks.remove(name);
        }
    }

    /** After links came and went: whoever is asked over a link that is no more is asked over its new one, or not any longer. */
    void settle() {
        for (Asking mine : List.copyOf(asking.values())) {
            boolean gone = mine.waitsFor.isPresent()
                    && desk.open().stream().noneMatch(link -> mine.waitsFor.equals(Optional.of(link.id)));
            if (gone && !send(mine, mine.node)) {
                next(mine);
            }
        }
    }

    /** Ends waiting in time, whatever is about to be heard: what a lane said before it stood still is old by now. */
    void expire(long now) {
        for (Asking mine : List.copyOf(asking.values())) {
            if (now >= mine.until) {
                lose(mine, new Verdict.Late(mine.node));
            }
        }
    }

    void tick(long now) {
        locks.values().removeIf(lock -> isForsaken(lock, now));
    }

    /** The lane that holds it went away and left no event; should it have one all the same, the merge finds that. */
    private boolean isForsaken(ClaimLock lock, long now) {
        if (lock.holder.equals(desk.me.node()) || desk.openTo(lock.holder).isPresent()) {
            lock.goneAt = Optional.empty();
            return false;
        }
        if (lock.goneAt.isEmpty()) {
            lock.goneAt = Optional.of(now);
        }
        return now - lock.goneAt.get() >= desk.limits.forsakenMillis();
    }
}
