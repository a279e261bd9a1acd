package com.euphoriapos.shell;

import com.euphoriapos.api.access.LocalConsole;
import com.euphoriapos.api.replication.CloudLink;
import com.euphoriapos.api.secret.SecretStore;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** Borrows a service for as long as one command runs, so that a command never holds a replaced bundle. */
final class Services {
    private static final long START_MILLIS = 10_000;

    private final BundleContext context;

    Services(BundleContext context) {
        this.context = context;
    }

    /** What a command does with a service. */
    interface Use<S, T> {
        T with(S service);
    }

    /** As {@link #use}, with the rights of the console: for commands that read or change the store's business. */
    <S, T> T useAsConsole(Class<S> type, Use<S, T> use) {
        return use(LocalConsole.class, console -> console.run(() -> use(type, use)));
    }

    /** Waits until a service is there: a script is quicker than what starts after the sign-in screen. */
    void await(Class<?> type) {
        ServiceTracker<Object, Object> tracker = new ServiceTracker<>(context, type.getName(), null);
        tracker.open();
        try {
            tracker.waitForService(START_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            tracker.close();
        }
    }

    /** Waits until the line to the cloud is there, and what keeps its token. */
    void awaitCloud() {
        await(SecretStore.class);
        await(CloudLink.class);
    }

    <S, T> T use(Class<S> type, Use<S, T> use) {
        ServiceReference<S> reference = context.getServiceReference(type);
        S service = reference == null ? null : context.getService(reference);
        if (reference == null || service == null) {
            throw new CommandException(type.getSimpleName()
                    + " is not there now: a bundle is stopped or still starting. " + "\"pos:check\" says which.");
        }
        try {
            return use.with(service);
        } finally {
            context.ungetService(reference);
        }
    }
}
