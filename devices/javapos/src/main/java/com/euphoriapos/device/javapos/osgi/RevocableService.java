package com.euphoriapos.device.javapos.osgi;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import jpos.JposConst;
import jpos.JposException;
import jpos.events.StatusUpdateEvent;
import jpos.loader.JposServiceInstance;
import jpos.services.BaseService;
import jpos.services.EventCallbacks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between a JavaPOS control and a driver's service. Controls keep their service until the application closes them, and
 * with it every class of a driver that was long replaced; what they keep of ours is this, which lets go. Each call runs with
 * the driver's class loader as the thread's, as drivers expect from a flat class path.
 */
final class RevocableService implements InvocationHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RevocableService.class);

    private final Consumer<RevocableService> deleted;
    private final JposServiceInstance proxy;
    private volatile @Nullable JposServiceInstance target;
    private volatile @Nullable EventCallbacks callbacks;

    RevocableService(JposServiceInstance target, Consumer<RevocableService> deleted) {
        this.target = target;
        this.deleted = deleted;
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        collect(target.getClass(), interfaces);
        this.proxy = (JposServiceInstance) Proxy.newProxyInstance(
                RevocableService.class.getClassLoader(), interfaces.toArray(Class<?>[]::new), this);
    }

    private static void collect(@Nullable Class<?> type, Set<Class<?>> found) {
        if (type == null) {
            return;
        }
        for (Class<?> implemented : type.getInterfaces()) {
            if (implemented.getClassLoader() == JposServiceInstance.class.getClassLoader()
                    && implemented.getName().startsWith("jpos.")) {
                found.add(implemented);
            }
            collect(implemented, found);
        }
        collect(type.getSuperclass(), found);
    }

    JposServiceInstance proxy() {
        return proxy;
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(self, method, arguments);
        }
        JposServiceInstance service = target;
        if (service == null) {
            return afterwards(method);
        }
        if (method.getName().equals("open") && arguments != null && arguments.length == 2) {
            callbacks = (EventCallbacks) arguments[1];
        }
        try {
            return call(service, method, arguments);
        } finally {
            if (method.getName().equals("deleteInstance")) {
                target = null;
                deleted.accept(this);
            }
        }
    }

    private static @Nullable Object call(JposServiceInstance service, Method method, Object @Nullable [] arguments)
            throws Throwable {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(service.getClass().getClassLoader());
        try {
            return method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw cause == null ? e : cause;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static @Nullable Object afterwards(Method method) throws JposException {
        return switch (method.getName()) {
            case "getState" -> JposConst.JPOS_S_CLOSED;
            case "close", "release", "deleteInstance" -> null;
            default -> throw new JposException(JposConst.JPOS_E_NOSERVICE, "the driver was removed; open it again");
        };
    }

    private @Nullable Object ofObject(Object self, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            default -> "revocable " + target;
        };
    }

    /** Closes the service, lets go of it, and tells the application. Not on a thread that holds locks of the framework. */
    void revoke() {
        JposServiceInstance service = target;
        target = null;
        if (service == null) {
            return;
        }
        BaseService base = (BaseService) service;
        quietly(() -> base.setDeviceEnabled(false));
        quietly(base::release);
        quietly(base::close);
        quietly(service::deleteInstance);
        EventCallbacks listening = callbacks;
        callbacks = null;
        if (listening != null) {
            quietly(() -> listening.fireStatusUpdateEvent(
                    new StatusUpdateEvent(listening.getEventSource(), JposConst.JPOS_SUE_POWER_OFF_OFFLINE)));
        }
    }

    private interface Step {
        void run() throws JposException;
    }

    private static void quietly(Step step) {
        try {
            step.run();
        } catch (JposException e) {
            // Most services were not enabled or claimed at this moment; that is what they say here.
            LOG.trace("A service that is taken back refused a step", e);
        } catch (RuntimeException e) {
            LOG.warn("A service that is taken back failed", e);
        }
    }
}
