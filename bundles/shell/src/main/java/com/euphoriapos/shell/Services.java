package com.euphoriapos.shell;

import com.euphoriapos.api.access.LocalConsole;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Borrows a service for as long as one command runs, so that a command never holds a replaced bundle. */
final class Services {
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
