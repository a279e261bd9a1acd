package com.euphoriapos.shell;

import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.session.SignInResult;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code pos:unlock}: makes a locked sign-in usable again. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=pos", "osgi.command.function=unlock"})
public final class UnlockCommand extends SecretCommand {
    private final Services services;

    @Activate
    public UnlockCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "pos:unlock  unlocks a locked sign-in; the next line of standard input is the PIN of somebody who may";
    }

    @Override
    void run(List<String> words, Output output, Secrets secrets) {
        char[] pin = secrets.read("PIN");
        Arguments.of(words, Set.of(), Set.of());
        SignInResult result = services.use(Session.class, session -> session.unlock(pin));
        if (!(result instanceof SignInResult.SignedIn signedIn)) {
            throw SignInCommand.problem(result, "this PIN unlocks nothing");
        }
        String name = signedIn.operator().shortName();
        output.row("Unlocked by " + name, Output.fields("unlocked", true, "operator", name));
    }
}
