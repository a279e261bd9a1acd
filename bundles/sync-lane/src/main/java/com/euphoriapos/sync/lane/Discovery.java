package com.euphoriapos.sync.lane;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Announces this lane and hears of others by mDNS, one instance for each network. All of it is slow, so it happens on a thread of its
 * own; without multicast on the network it says so once and lanes are found by their addresses. Thread-safe.
 */
final class Discovery {
    static final String TYPE = "_lanesync._tcp.local.";

    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final int TASKS_MAX = 64;

    /** The library asks on by itself; it would wait for the answer on the very thread that brings it. */
    private static final long RESOLVE_WAIT_MILLIS = 1;

    private final Supplier<List<InetAddress>> networks;
    private final Consumer<Announcement> heard;
    private final Hints hints = new Hints();
    private final Worker worker = new Worker("sync-mdns", TASKS_MAX);
    private volatile String trouble = "";

    // On the worker only.
    private final Map<InetAddress, JmDNS> instances = new HashMap<>();
    private @Nullable Announcement announced;

    /**
     * @param networks addresses of this computer, one for each network
     * @param heard hears of each announcement that makes sense; on any thread
     */
    Discovery(Supplier<List<InetAddress>> networks, Consumer<Announcement> heard) {
        this.networks = networks;
        this.heard = heard;
    }

    Hints hints() {
        return hints;
    }

    /** Why nobody is heard of; empty when there is no reason. */
    String trouble() {
        return trouble;
    }

    /** Listens for others, and announces this lane when there is something to announce; follows the networks as they change. */
    void run(Optional<Announcement> me) {
        post(() -> follow(me.orElse(null)));
    }

    /** Falls silent. */
    void pause() {
        post(this::silence);
    }

    /** Ends for good; waits that long at most for the farewells. */
    void stop(Duration patience) {
        post(this::silence);
        worker.shutdown();
        try {
            if (!worker.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("mDNS is still saying farewell");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void post(Runnable task) {
        try {
            worker.execute(task);
        } catch (RejectedExecutionException full) {
            LOG.debug("mDNS has more to do than it can");
        }
    }

    private void follow(@Nullable Announcement me) {
        List<InetAddress> now = networks.get();
        instances.entrySet().removeIf(entry -> !now.contains(entry.getKey()) && close(entry.getValue()));
        boolean changed = me == null ? announced != null : !me.equals(announced);
        announced = me;
        for (InetAddress network : now) {
            JmDNS open = instances.get(network);
            if (open == null) {
                open(network, me);
            } else if (changed) {
                open.unregisterAllServices();
                announce(open, me);
            }
        }
        trouble = now.isEmpty() ? "There is no network on which lanes could be found." : trouble;
    }

    private void open(InetAddress network, @Nullable Announcement me) {
        try {
            String name = "lane-" + network.getHostAddress();
            // With a name: the library would look for it in the DNS, which a shop whose line is cut waits for in vain.
            JmDNS made = JmDNS.create(InetAddress.getByAddress(name, network.getAddress()), name);
            instances.put(network, made);
            made.addServiceListener(TYPE, new Listener(made));
            announce(made, me);
            trouble = "";
        } catch (IOException e) {
            String words = "Lanes can't be found by mDNS on " + network.getHostAddress() + ": " + e.getMessage();
            if (!words.equals(trouble)) {
                LOG.info("{}", words);
            }
            trouble = words;
        }
    }

    private void announce(JmDNS on, @Nullable Announcement me) {
        if (me == null) {
            return;
        }
        try {
            on.registerService(ServiceInfo.create(TYPE, "lane-" + me.node(), me.port(), 0, 0, me.texts()));
        } catch (IOException e) {
            trouble = "This lane can't be announced by mDNS: " + e.getMessage();
            LOG.info("{}", trouble);
        }
    }

    private void silence() {
        instances.values().forEach(Discovery::close);
        instances.clear();
        announced = null;
        hints.clear();
    }

    private static boolean close(JmDNS instance) {
        try {
            instance.close();
        } catch (IOException e) {
            LOG.debug("mDNS did not end well", e);
        }
        return true;
    }

    /** Called on threads of the library. */
    private final class Listener implements ServiceListener {
        private final JmDNS source;

        Listener(JmDNS source) {
            this.source = source;
        }

        @Override
        public void serviceAdded(ServiceEvent event) {
            source.requestServiceInfo(event.getType(), event.getName(), true, RESOLVE_WAIT_MILLIS);
        }

        @Override
        public void serviceRemoved(ServiceEvent event) {
            hints.gone(event.getName());
        }

        @Override
        public void serviceResolved(ServiceEvent event) {
            ServiceInfo info = event.getInfo();
            String[] hosts = info.getHostAddresses();
            Optional<Announcement> said = Announcement.of(texts(info));
            if (said.isPresent() && hosts.length > 0) {
                hints.heard(event.getName(), said.get(), hosts[0]);
                heard.accept(said.get());
            }
        }

        private Map<String, String> texts(ServiceInfo info) {
            Map<String, String> texts = new HashMap<>();
            Enumeration<String> names = info.getPropertyNames();
            while (names.hasMoreElements() && texts.size() < Hints.MAX) {
                String name = names.nextElement();
                String value = info.getPropertyString(name);
                texts.put(name, value == null ? "" : value);
            }
            return texts;
        }
    }
}
