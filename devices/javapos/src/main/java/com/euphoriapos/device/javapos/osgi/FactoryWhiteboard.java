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
        synchronized (this) {
            Offer offer = new Offer(factory, reference, info.get());
            offers.add(offer);
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

    private synchronized void takeOver(String name) {
        for (Offer offer : List.copyOf(offers)) {
            if (FactoryProperties.logicalName(offer.reference()).equals(name)) {
                serve(offer);
                return;
            }
        }
    }

    private void serve(Offer offer) {
        String name = FactoryProperties.logicalName(offer.reference());
        Served first = served.get(name);
        if (first != null) {
            LOG.error(
                    "Two drivers offer a JavaPOS device named {}: {} serves, {} is ignored; rename one of them",
                    name,
                    first.offer().reference().getBundle(),
                    offer.reference().getBundle());
            return;
        }
        SimpleEntry properties = FactoryProperties.entry(offer.reference(), services.getRegPopulator());
        FactoryEntry entry = new FactoryEntry(offer.factory(), properties);
        services.add(entry);
        ControlAdapter adapter = ControlAdapters.of(offer.info(), name);
        adapter.start();
        ServiceRegistration<?> device =
                context.registerService(ControlAdapters.type(offer.info().category()), adapter, labels(offer));
        served.put(name, new Served(offer, entry, adapter, device));
        LOG.info(
                "{} {} is there, served by {}",
                offer.info().category(),
                name,
                offer.info().driver());
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
