package com.euphoriapos.shell;

import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.session.SignInResult;
import java.util.List;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code pos:sign-in}: as on the sign-in screen. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=pos", "osgi.command.function=sign-in"})
public final class SignInCommand extends SecretCommand {
    private final Services services;

    @Activate
    public SignInCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "pos:sign-in [PIN]  signs in whoever the PIN belongs to; without one the next line of standard input is the PIN";
    }

    @Override
    void run(List<String> words, Output output, Secrets secrets) {
        char[] pin = words.isEmpty()
                ? secrets.read("PIN")
                : Arguments.of(words, Set.of(), Set.of()).required(0, "a PIN").toCharArray();
        SignInResult result = services.use(Session.class, session -> session.signIn(pin));
        if (!(result instanceof SignInResult.SignedIn signedIn)) {
            throw problem(result, "nobody can sign in with this PIN");
        }
        output.row(
                "Signed in: " + signedIn.operator().shortName(),
                Output.fields(
                        "operator", signedIn.operator().shortName(),
                        "role", signedIn.operator().role()));
    }

    /** Why an attempt came to nothing. */
    static CommandException problem(SignInResult result, String otherwise) {
        if (result instanceof SignInResult.LockedOut locked) {
            return new CommandException(
                    "too many wrong PINs; try again in " + locked.remaining().toSeconds() + " s");
        }
        return new CommandException(
                result instanceof SignInResult.Unavailable unavailable ? unavailable.reason() : otherwise);
    }
}
