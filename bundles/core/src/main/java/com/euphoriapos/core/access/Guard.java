package com.euphoriapos.core.access;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.api.access.LocalConsole;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.domain.Authority;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.RolePolicy;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Says who may do what now: the person signed in, or, on the thread of a console's work while nobody is signed in, the console. Reads
 * neither store nor device, so that it can be asked anywhere, under any lock. Thread-safe.
 */
@Component(service = {Guard.class, LocalConsole.class})
public final class Guard implements LocalConsole {
    /** What the console may not: acts at the register, which need a person in front of the customer, and what a PIN has to prove. */
    static final Set<Permission> NEEDS_A_PERSON = EnumSet.of(
            Permission.SELL,
            Permission.PRICE_OVERRIDE,
            Permission.NO_SALE,
            Permission.REFUND_WITHOUT_RECEIPT,
            Permission.UNLOCK_SIGN_IN);

    private static final Operator CONSOLE = new Operator(
            ACTOR,
            "Console",
            "",
            Role.OWNER,
            new Authority(
                    EnumSet.complementOf(EnumSet.copyOf(NEEDS_A_PERSON)),
                    Authority.FULL.largestPercent(),
                    Authority.FULL.largestAmount()));

    private final Session session;
    private final Settings settings;
    /** How many pieces of console work the thread is in; not inherited, and gone when the outermost one ends. */
    private final ThreadLocal<Integer> consoleDepth = new ThreadLocal<>();

    @Activate
    public Guard(@Reference Session session, @Reference Settings settings) {
        this.session = session;
        this.settings = settings;
    }

    /**
     * Whoever acts, when they have one of the permissions; for use cases that read.
     *
     * @throws ForbiddenException with the sentence of {@link #problem}
     */
    public Operator require(Permission... anyOf) {
        Optional<Operator> acting = acting();
        problem(acting, anyOf).ifPresent(sentence -> {
            throw new ForbiddenException(sentence);
        });
        return acting.orElseThrow();
    }

    /** Why whoever acts may not, in a sentence that says who may; empty when they may. For use cases that answer values. */
    public Optional<String> problem(Permission... anyOf) {
        return problem(acting(), anyOf);
    }

    /** Who acts: the person signed in, else the console within its work; empty for nobody. */
    private Optional<Operator> acting() {
        Optional<Operator> signedIn = session.current();
        return signedIn.isPresent() || consoleDepth.get() == null ? signedIn : Optional.of(CONSOLE);
    }

    @Override
    public <T> T run(Supplier<T> work) {
        Integer outer = consoleDepth.get();
        consoleDepth.set(outer == null ? 1 : outer + 1);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                consoleDepth.remove();
            } else {
                consoleDepth.set(outer);
            }
        }
    }

    private Optional<String> problem(Optional<Operator> acting, Permission... anyOf) {
        if (anyOf.length == 0) {
            throw new IllegalArgumentException("no permission is asked for");
        }
        if (acting.isEmpty()) {
            return Optional.of("Nobody is signed in.");
        }
        Operator operator = acting.get();
        if (Arrays.stream(anyOf).anyMatch(operator::may)) {
            return Optional.empty();
        }
        if (operator.employeeId().equals(ACTOR)) {
            return Optional.of("The console may not " + inSentence(anyOf[0]) + "; somebody has to sign in.");
        }
        return Optional.of(operator.shortName() + " may not " + inSentence(anyOf[0]) + "; "
                + rolesMaying(settings.roles(), anyOf) + " may.");
    }

    private static String inSentence(Permission permission) {
        String title = permission.title();
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    /** "a shift lead, a manager or an owner"; owners may everything, so there is always somebody. */
    private static String rolesMaying(RolePolicy policy, Permission... anyOf) {
        return Role.anyOf(Arrays.stream(Role.values())
                .filter(role -> Arrays.stream(anyOf).anyMatch(policy.authority(role)::may))
                .toList());
    }
}
