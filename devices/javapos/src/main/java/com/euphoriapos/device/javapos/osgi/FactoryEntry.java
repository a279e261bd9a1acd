package com.euphoriapos.device.javapos.osgi;

import com.euphoriapos.device.javapos.JposErrors;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jpos.JposException;
import jpos.config.JposEntry;
import jpos.loader.JposServiceInstance;
import jpos.loader.JposServiceInstanceFactory;
import jpos.services.BaseService;

/** A driver's factory, its JavaPOS entry, and the services that were made of it and may have to be taken back. */
final class FactoryEntry {
    private final JposServiceInstanceFactory factory;
    private final JposEntry entry;
    private final Set<RevocableService> made = ConcurrentHashMap.newKeySet();
    private volatile boolean gone;

    FactoryEntry(JposServiceInstanceFactory factory, JposEntry entry) {
        this.factory = factory;
        this.entry = entry;
    }

    String logicalName() {
        return entry.getLogicalName();
    }

    JposEntry entry() {
        return entry;
    }

    /** Makes a service, behind a proxy that can be revoked. */
    RevocableService make() throws JposException {
        ClassLoader loader = factory.getClass().getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        JposServiceInstance instance;
        thread.setContextClassLoader(loader);
        try {
            instance = factory.createInstance(logicalName(), entry);
        } catch (RuntimeException | LinkageError e) {
            throw JposErrors.failure(
                    "the driver of " + logicalName() + " failed: " + e, e instanceof Exception ex ? ex : null);
        } finally {
            thread.setContextClassLoader(before);
        }
        if (!(instance instanceof BaseService)) {
            throw JposErrors.failure("the driver of " + logicalName() + " made no JavaPOS service", null);
        }
        RevocableService service = new RevocableService(instance, made::remove);
        made.add(service);
        if (gone) {
            service.revoke();
        }
        return service;
    }

    /** Takes all services back; may take seconds. */
    void revoke() {
        gone = true;
        for (RevocableService service : made) {
            service.revoke();
        }
        made.clear();
    }
}
