package com.euphoriapos.cloud.gateway;

import com.euphoriapos.cloud.gateway.Connections.BusyException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in and out, and passwords. A wrong name costs what a wrong password costs, and both soon have to wait. At most two passwords are
 * looked at at once, because each keeps a processor busy, and six wait: whoever waits holds a thread that lanes may need. Thread-safe.
 */
final class PageAccounts {
    /** What somebody does who is signed in; the body is a form. */
    static final Set<String> CHANGE = Set.of("sign_out", "change_password", "save_account");

    private static final Logger LOG = LoggerFactory.getLogger(PageAccounts.class);
    private static final int NAME_MAX = 60;
    private static final long WAIT_MILLIS = 10_000;
    private static final int WAITING_MAX = 6;
    private static final String WRONG = "Name or password is wrong.";

    private final PageFunctions functions;
    private final Visitor visitor;
    private final RateLimit addresses;
    private final RateLimit names;
    private final Turns turns = new Turns(2, WAITING_MAX);

    PageAccounts(PageFunctions functions, Visitor visitor, InstantSource clock) {
        this.functions = functions;
        this.visitor = visitor;
        this.addresses = new RateLimit(clock, 30, 6_000);
        this.names = new RateLimit(clock, 8, 20_000);
    }

    /** Work that hashes a password. */
    private interface Hashing {
        Answer answer() throws SQLException, BusyException;
    }

    private Answer hashing(Hashing work) {
        boolean mine = false;
        try {
            mine = turns.enter(WAIT_MILLIS);
            return mine ? work.answer() : PageFunctions.busy();
        } catch (SQLException failed) {
            return PageFunctions.trouble(failed);
        } catch (BusyException busy) {
            return PageFunctions.busy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return PageFunctions.busy();
        } finally {
            if (mine) {
                turns.leave();
            }
        }
    }

    /** A form with {@code name} and {@code password}. */
    Answer signIn(Request request, Response response, String body) {
        Fields form = form(body);
        String name = text(form, "name").strip();
        String password = text(form, "password");
        String address = visitor.address(request);
        if (name.isEmpty() || name.length() > NAME_MAX || password.length() > Proofs.PASSWORD_MAX) {
            return Answer.refused(401, WRONG);
        }
        // A permit is taken before anything is looked at, or many tries at once would all find one.
        int wait = Math.max(addresses.take(address), names.take(name.toLowerCase(Locale.ROOT) + " from " + address));
        if (wait > 0) {
            return Answer.later(429, "Too many tries. Wait " + wait + " seconds.", wait);
        }
        return hashing(() -> {
            Optional<String> session = functions.signIn(name, Proofs.proof(password, functions.salt(name)));
            if (session.isEmpty()) {
                LOG.info("Somebody at {} did not get in to the page", address);
                return Answer.refused(401, WRONG);
            }
            response.getHeaders().add(HttpHeader.SET_COOKIE, visitor.cookie(request, session.get()));
            return functions.me(session.get());
        });
    }

    /** One of {@link #CHANGE}. */
    Answer change(Request request, Response response, String what, String session, String body) {
        Fields form = form(body);
        return switch (what) {
            case "sign_out" -> {
                response.getHeaders().add(HttpHeader.SET_COOKIE, visitor.cookie(request, ""));
                yield functions.signOut(session, text(form, "everywhere").equals("true"));
            }
            case "change_password" -> changePassword(request, session, form);
            default -> saveAccount(session, form);
        };
    }

    private Answer changePassword(Request request, String session, Fields form) {
        if (!Proofs.isLongEnough(text(form, "new"))) {
            return tooShort("new");
        }
        int wait = names.take(session + " from " + visitor.address(request));
        if (wait > 0) {
            return Answer.later(429, "Too many tries. Wait " + wait + " seconds.", wait);
        }
        return hashing(() -> {
            String salt = Proofs.newSalt();
            String old = Proofs.proof(text(form, "old"), functions.salt(text(form, "name")));
            Answer answer = functions.changePassword(session, old, salt, Proofs.proof(text(form, "new"), salt));
            return answer.body().equals("f")
                    ? Answer.refused(422, "The old password is wrong.", "{\"field\":\"old\"}")
                    : answer.status() == 200 ? Answer.ok("{}") : answer;
        });
    }

    private Answer saveAccount(String session, Fields form) {
        String password = text(form, "password");
        List<String> asked = List.of("name", text(form, "name").strip(), "role", text(form, "role"));
        String store = text(form, "store");
        if (password.isEmpty()) {
            return functions.saveAccount(session, store, asked, null, null);
        }
        if (!Proofs.isLongEnough(password)) {
            return tooShort("password");
        }
        return hashing(() -> {
            String salt = Proofs.newSalt();
            return functions.saveAccount(session, store, asked, salt, Proofs.proof(password, salt));
        });
    }

    private static Answer tooShort(String field) {
        return Answer.refused(
                422,
                "A password has " + Proofs.PASSWORD_MIN + " to " + Proofs.PASSWORD_MAX + " characters.",
                "{\"field\":\"" + field + "\"}");
    }

    private static Fields form(String body) {
        Fields form = new Fields();
        try {
            UrlEncoded.decodeTo(body, form::add, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return Fields.EMPTY;
        }
        return form;
    }

    private static String text(Fields form, String name) {
        return Optional.ofNullable(form.getValue(name)).orElse("");
    }
}
