package com.euphoriapos.shell;

import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.setup.LaneSetup.RecoveryResult;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code pos:recover}: brings lost secrets back. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=pos", "osgi.command.function=recover"})
public final class RecoverCommand extends Command {
    private final Services services;

    @Activate
    public RecoverCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "pos:recover CODE  brings the store's secrets back from the recovery code";
    }

    @Override
    void run(List<String> words, Output output) {
        String code = Arguments.of(words, Set.of(), Set.of()).text();
        RecoveryResult result = services.use(LaneSetup.class, setup -> setup.recover(code));
        if (result instanceof RecoveryResult.Refused refused) {
            throw new CommandException(refused.reason());
        }
        output.row("The secrets are back; PINs work again.", Output.fields("recovered", true));
    }
}
