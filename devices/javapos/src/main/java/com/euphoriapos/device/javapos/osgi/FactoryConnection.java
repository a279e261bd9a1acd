package com.euphoriapos.device.javapos.osgi;

import com.euphoriapos.device.javapos.JposErrors;
import jpos.JposException;
import jpos.loader.JposServiceConnection;
import jpos.loader.JposServiceInstance;
import org.jspecify.annotations.Nullable;

/** A control's connection to a service made by a driver's factory. */
final class FactoryConnection implements JposServiceConnection {
    private final FactoryEntry factory;
    private @Nullable JposServiceInstance service;

    FactoryConnection(FactoryEntry factory) {
        this.factory = factory;
    }

    @Override
    public String getLogicalName() {
        return factory.logicalName();
    }

    @Override
    public synchronized @Nullable JposServiceInstance getService() {
        return service;
    }

    @Override
    public synchronized void connect() throws JposException {
        if (service != null) {
            throw JposErrors.illegal("connected already");
        }
        service = factory.make().proxy();
    }

    @Override
    public synchronized void disconnect() throws JposException {
        JposServiceInstance ending = service;
        service = null;
        if (ending != null) {
            ending.deleteInstance();
        }
    }
}
