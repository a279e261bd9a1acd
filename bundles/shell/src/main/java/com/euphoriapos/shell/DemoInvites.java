package com.euphoriapos.shell;

import com.euphoriapos.api.lane.Lanes;
import com.euphoriapos.api.lane.Lanes.InviteResult;
import com.euphoriapos.api.replication.NetworkException;
import com.euphoriapos.api.replication.Pairing.Invite;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * On the first of several demo lanes: opens the invite by which the next one joins, as the console of this process, whose command line
 * asked for the lanes. For the launcher, which knows no types of ours: a supplier of what {@code join} takes in place of a code, or of
 * nothing where no invite could be opened.
 */
@Component(
        immediate = true,
        service = {})
public final class DemoInvites {
    static final String PROPERTY = "pos.demo.invites";

    private static final Logger LOG = LoggerFactory.getLogger(DemoInvites.class);
    private static final long PATIENCE_SECONDS = 60;
    private static final long POLL_MILLIS = 200;

    private final Services services;
    private final @Nullable ServiceRegistration<?> registered;
    private volatile boolean stopped;

    @Activate
    public DemoInvites(BundleContext context) {
        services = new Services(context);
        boolean first = Boolean.parseBoolean(context.getProperty("pos.demo"))
                && Boolean.parseBoolean(context.getProperty(PROPERTY));
        Supplier<String> invite = this::invite;
        registered = first
                ? context.registerService(Supplier.class, invite, new Hashtable<>(Map.of(PROPERTY, Boolean.TRUE)))
                : null;
    }

    @Deactivate
    void stop() {
        stopped = true;
        if (registered != null) {
            registered.unregister();
        }
    }

    /** The demo store may still be set up, and other lanes come last in the start. */
    private String invite() {
        String reason = "";
        for (long left = TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS); left > 0 && !stopped; left -= POLL_MILLIS) {
            try {
                InviteResult result = services.useAsConsole(Lanes.class, Lanes::invite);
                if (result instanceof InviteResult.Open open) {
                    return here(open.invite());
                }
                reason = ((InviteResult.Refused) result).reason();
            } catch (CommandException | NetworkException notYet) {
                reason = String.valueOf(notYet.getMessage());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
        }
        LOG.warn("No demo lane could be invited: {}", reason);
        return "";
    }

    /** The lanes are on one machine: its own address is the one that surely works. */
    private static String here(Invite invite) {
        String address = invite.addresses().get(0);
        return "127.0.0.1" + address.substring(address.lastIndexOf(':')) + " " + invite.code();
    }
}
