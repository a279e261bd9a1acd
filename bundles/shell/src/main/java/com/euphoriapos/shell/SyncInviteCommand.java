package com.euphoriapos.shell;

import com.euphoriapos.api.lane.Lanes;
import com.euphoriapos.api.lane.Lanes.InviteResult;
import com.euphoriapos.api.replication.Pairing;
import com.euphoriapos.api.replication.Pairing.Invite;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code sync:invite}: lets one new lane in. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=sync", "osgi.command.function=invite"})
public final class SyncInviteCommand extends Command {
    private final Services services;

    @Activate
    public SyncInviteCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "sync:invite  opens an invite for one new lane, good for ten minutes; prints its code";
    }

    @Override
    void run(List<String> words, Output output) {
        Arguments.of(words, Set.of(), Set.of());
        services.await(Pairing.class);
        InviteResult result = services.useAsConsole(Lanes.class, Lanes::invite);
        if (result instanceof InviteResult.Refused refused) {
            throw new CommandException(refused.reason());
        }
        Invite invite = ((InviteResult.Open) result).invite();
        output.row(
                "Code " + invite.code() + ", good until " + invite.expiresAt() + ", at "
                        + String.join(" and ", invite.addresses()),
                Output.fields(
                        "code", invite.code(),
                        "scannable", invite.scannable(),
                        "addresses", invite.addresses(),
                        "expiresAt", invite.expiresAt()));
    }
}
