package com.euphoriapos.device.javapos.osgi;

import com.euphoriapos.device.api.Device;
import com.euphoriapos.device.api.DeviceCategory;
import com.euphoriapos.device.api.DeviceInfo;
import com.euphoriapos.device.javapos.JposFactories;
import com.euphoriapos.device.javapos.adapter.ControlAdapter;
import com.euphoriapos.device.javapos.adapter.ControlAdapters;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jpos.config.simple.SimpleEntry;
import jpos.loader.JposServiceInstanceFactory;
import jpos.loader.JposServiceLoader;
import jpos.loader.JposServiceManager;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns each factory service of a driver into a JavaPOS entry and a device of the lane, and takes both back when the service
 * goes. Two drivers with one logical name are an error of the installation: the first serves, the second waits and says so.
 */
@Component(
        service = {},
        immediate = true)
public final class FactoryWhiteboard {
    private static final Logger LOG = LoggerFactory.getLogger(FactoryWhiteboard.class);
    private static final int REVOKE_SECONDS = 5;

    private record Offer(
            JposServiceInstanceFactory factory,
            ServiceReference<JposServiceInstanceFactory> reference,
            DeviceInfo info) {}

    private record Served(Offer offer, FactoryEntry entry, ControlAdapter adapter, ServiceRegistration<?> device) {}

    private final BundleContext context;
    private final WhiteboardServices services;
    private final ExecutorService revoking;
    // Guarded by this.
    private final List<Offer> offers = new ArrayList<>();
    private final Map<String, Served> served = new HashMap<>();
    /** Logical names of devices that are being made: nothing foreign is called while the monitor is held. */
    private final Map<String, Offer> starting = new HashMap<>();

    /** @throws IllegalStateException when the JavaPOS loader did not take our service manager */
    @Activate
    public FactoryWhiteboard(BundleContext context) {
        this.context = context;
        this.services = loaded();
        this.revoking = new ThreadPoolExecutor(
                0, 4, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(64), work -> new Thread(work, "jpos-revoke"));
        ((ThreadPoolExecutor) revoking).setCorePoolSize(1);
        ((ThreadPoolExecutor) revoking).allowCoreThreadTimeOut(true);
    }

    /** The loader only logs when it can't make the class that its properties name, and goes on with the standard one. */
    private static WhiteboardServices loaded() {
        JposServiceManager loaded = JposServiceLoader.getManager();
        if (loaded instanceof WhiteboardServices ours) {
            return ours;
        }
        throw new IllegalStateException("JavaPOS runs with " + loaded.getClass().getName()
                + " instead of our own; look for a system property" + " jpos.config.serviceManagerClass");
    }

    @Reference(
            service = JposServiceInstanceFactory.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void bindFactory(JposServiceInstanceFactory factory, ServiceReference<JposServiceInstanceFactory> reference) {
        Optional<DeviceInfo> info = FactoryProperties.info(reference);
        if (info.isEmpty()) {
            return;
        }
        Offer offer = new Offer(factory, reference, info.get());
        boolean mine;
        synchronized (this) {
            offers.add(offer);
            mine = take(offer);
        }
        if (mine) {
            serve(offer);
        }
    }

    void unbindFactory(ServiceReference<JposServiceInstanceFactory> reference) {
        Served ending = null;
        synchronized (this) {
            offers.removeIf(o -> o.reference().equals(reference));
            for (Served one : List.copyOf(served.values())) {
                if (one.offer().reference().equals(reference)) {
                    ending = one;
                    served.remove(one.entry().logicalName());
                }
            }
        }
        if (ending != null) {
            String name = ending.entry().logicalName();
            end(ending);
            takeOver(name);
        }
    }

    private void takeOver(String name) {
        Optional<Offer> next;
        synchronized (this) {
            next = offers.stream()
                    .filter(offer ->
                            FactoryProperties.logicalName(offer.reference()).equals(name))
                    .findFirst()
                    .filter(this::take);
        }
        next.ifPresent(this::serve);
    }

    /** Whether the offer may be served now: its name is free, and from now on taken. Called with the monitor held. */
    private boolean take(Offer offer) {
        String name = FactoryProperties.logicalName(offer.reference());
        Served serving = served.get(name);
        Offer first = serving == null ? starting.get(name) : serving.offer();
        if (first != null) {
            LOG.error(
                    "Two drivers offer a JavaPOS device named {}: {} serves, {} is ignored; rename one of them",
                    name,
                    first.reference().getBundle(),
                    offer.reference().getBundle());
            return false;
        }
        starting.put(name, offer);
        return true;
    }

    private void serve(Offer offer) {
        String name = FactoryProperties.logicalName(offer.reference());
        Optional<Served> made = Optional.empty();
        try {
            made = Optional.of(made(offer, name));
        } finally {
            settle(offer, name, made);
        }
    }

    /** The driver may have gone while its device was made. */
    private void settle(Offer offer, String name, Optional<Served> made) {
        boolean wanted;
        synchronized (this) {
            starting.remove(name);
            wanted = offers.contains(offer);
            if (wanted) {
                made.ifPresent(one -> served.put(name, one));
            }
        }
        if (!wanted) {
            made.ifPresent(this::end);
            takeOver(name);
        }
    }

    private Served made(Offer offer, String name) {
        SimpleEntry properties = FactoryProperties.entry(offer.reference(), services.getRegPopulator());
        FactoryEntry entry = new FactoryEntry(offer.factory(), properties);
        services.add(entry);
        ControlAdapter adapter = ControlAdapters.of(offer.info(), name);
        adapter.start();
        ServiceRegistration<?> device =
                context.registerService(ControlAdapters.type(offer.info().category()), adapter, labels(offer));
        LOG.info(
                "{} {} is there, served by {}",
                offer.info().category(),
                name,
                offer.info().driver());
        return new Served(offer, entry, adapter, device);
    }

    private static Dictionary<String, Object> labels(Offer offer) {
        Dictionary<String, Object> labels = new Hashtable<>();
        labels.put(Device.PROPERTY_ID, offer.info().id());
        labels.put(Device.PROPERTY_ROLE, offer.info().role());
        labels.put(JposFactories.LOGICAL_NAME, FactoryProperties.logicalName(offer.reference()));
        return labels;
    }

    /** On a thread of our own, since listeners of the device run here; but bounded, as the driver's bundle waits for it. */
    private void end(Served ending) {
        services.remove(ending.entry());
        try {
            ending.device().unregister();
        } catch (IllegalStateException e) {
            LOG.trace("The device was unregistered with the bundle", e);
        }
        try {
            revoking.submit(() -> {
                        ending.adapter().stop();
                        ending.entry().revoke();
                    })
                    .get(REVOKE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("{} did not end in time", ending.entry().logicalName(), e);
        }
        DeviceCategory category = ending.offer().info().category();
        LOG.info("{} {} is gone", category, ending.entry().logicalName());
    }

    /** Ends everything. */
    @Deactivate
    public void stop() {
        List<Served> all;
        synchronized (this) {
            all = List.copyOf(served.values());
            served.clear();
            offers.clear();
        }
        all.forEach(this::end);
        revoking.shutdownNow();
    }
}
