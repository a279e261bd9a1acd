package com.euphoriapos.sync.lane;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.jspecify.annotations.Nullable;

/**
 * Connections that have not yet shown a paired key: few at a time, and not for long, however slowly they speak. Thread-safe.
 */
final class Doorstep implements SelectorManager.AcceptListener, Connection.Listener {
    /** From one address. */
    static final int PER_ADDRESS_MAX = 4;
    /** From all addresses. */
    static final int GUESTS_MAX = 64;

    private static final long HANDSHAKE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long PAIRING_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Refusals refusals;
    private final Map<InetSocketAddress, Guest> guests = new ConcurrentHashMap<>();

    Doorstep(Refusals refusals) {
        this.refusals = refusals;
    }

    private static final class Guest {
        final SocketChannel channel;
        final long sinceNanos = System.nanoTime();
        volatile @Nullable EndPoint endPoint;
        volatile long patienceNanos = HANDSHAKE_NANOS;

        Guest(SocketChannel channel) {
            this.channel = channel;
        }

        void close() {
            EndPoint open = endPoint;
            if (open != null) {
                open.close();
            } else {
                shut(channel);
            }
        }
    }

    /** Connections that stand on the doorstep. */
    int guests() {
        return guests.size();
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        InetSocketAddress remote = remote(channel);
        if (remote == null) {
            return;
        }
        InetAddress address = remote.getAddress();
        long sameAddress = guests.keySet().stream()
                .filter(other -> address.equals(other.getAddress()))
                .count();
        if (sameAddress >= PER_ADDRESS_MAX || guests.size() >= GUESTS_MAX) {
            refusals.count(Refusal.CROWD);
            shut(channel);
            return;
        }
        guests.put(remote, new Guest((SocketChannel) channel));
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        guests.values().removeIf(guest -> guest.channel == channel);
    }

    /** It begins to speak TLS. */
    void speaks(EndPoint endPoint) {
        Guest guest = of(endPoint);
        if (guest != null) {
            guest.endPoint = endPoint;
        }
    }

    /** It is a paired lane: no guest any longer. */
    void isKnown(EndPoint endPoint) {
        if (endPoint.getRemoteSocketAddress() instanceof InetSocketAddress remote) {
            guests.remove(remote);
        }
    }

    /** It may be a newcomer, who needs a little longer. */
    void mayPair(EndPoint endPoint) {
        Guest guest = of(endPoint);
        if (guest != null) {
            guest.patienceNanos = PAIRING_NANOS;
        }
    }

    private @Nullable Guest of(EndPoint endPoint) {
        return endPoint.getRemoteSocketAddress() instanceof InetSocketAddress remote ? guests.get(remote) : null;
    }

    /** Sends those away who have stood there for too long. */
    void sweep(long nowNanos) {
        guests.forEach((remote, guest) -> {
            if (nowNanos - guest.sinceNanos > guest.patienceNanos && guests.remove(remote, guest)) {
                refusals.count(Refusal.SLOW);
                guest.close();
            }
        });
    }

    @Override
    public void onClosed(Connection connection) {
        if (connection instanceof SslConnection) {
            // Not by its address, which a closed connection does not have any longer.
            EndPoint gone = connection.getEndPoint();
            guests.values().removeIf(guest -> guest.endPoint == gone);
        }
    }

    private static @Nullable InetSocketAddress remote(SelectableChannel channel) {
        try {
            return channel instanceof SocketChannel socket ? (InetSocketAddress) socket.getRemoteAddress() : null;
        } catch (IOException gone) {
            return null;
        }
    }

    private static void shut(SelectableChannel channel) {
        try {
            channel.close();
        } catch (IOException gone) {
            // It is closed.
        }
    }
}
