package com.euphoriapos.cloud.gateway;

import com.euphoriapos.cloud.gateway.Gateway.Settings;
import com.euphoriapos.testkit.postgres.PostgresServer;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/** A store with a gateway and accounts, and somebody who speaks to its page as a browser does. */
final class PageShop implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";
    private static final String SALT = Proofs.newSalt();
    private static final String PROOF = Proofs.proof(PASSWORD, SALT);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CloudDatabase database = CloudDatabase.create();
    private final Gateway gateway;
    private final UUID store;

    PageShop(InstantSource clock) throws SQLException {
        this(clock, false);
    }

    PageShop(InstantSource clock, boolean behindProxy) throws SQLException {
        this.store = database.store("Corner Shop");
        this.gateway = Gateway.start(
                new Settings(database.url(), "store_owner", "127.0.0.1", 0, behindProxy),
                PostgresServer.PASSWORD,
                clock);
    }

    CloudDatabase database() {
        return database;
    }

    UUID store() {
        return store;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + gateway.port() + "/");
    }

    /** An account of all stores so far, whose password is {@link #PASSWORD}. */
    void account(String name, String role) throws SQLException {
        database.ask("SELECT pos_admin.set_account(?, ?, ?)", name, SALT, PROOF);
        database.ask("SELECT pos_admin.give_store(?, ?::uuid, ?)", name, store.toString(), role);
    }

    void product(String id, String name, long cents) throws SQLException {
        database.ask(
                """
                INSERT INTO pos.products (store_id, id, sku, name, category, size_millilitres, price_cents, tax_category)
                VALUES (?::uuid, ?, ?, ?, 'GIN', 750, ?, 'standard') RETURNING id
                """,
                store.toString(),
                id,
                "sku " + id,
                name,
                cents);
    }

    String field(String json, String path) throws SQLException {
        return database.ask("SELECT ?::jsonb #>> string_to_array(?, '.')", json, path);
    }

    /** Somebody's browser, with its cookies. */
    final class Person {
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .connectTimeout(PATIENCE)
                .build();

        HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        }

        HttpRequest.Builder to(String path) {
            return HttpRequest.newBuilder(address().resolve(path));
        }

        HttpResponse<String> get(String what) throws Exception {
            String joint = what.contains("?") ? "&" : "?";
            return send(to("web/api/" + what + joint + "store=" + store));
        }

        HttpResponse<String> post(String what, String body) throws Exception {
            return send(to("web/api/" + what + "?store=" + store)
                    .header("X-Pos-Page", "1")
                    .POST(BodyPublishers.ofString(body)));
        }

        HttpResponse<String> form(String what, String... values) throws Exception {
            StringBuilder body = new StringBuilder("x=");
            for (int i = 0; i < values.length; i += 2) {
                body.append('&')
                        .append(values[i])
                        .append('=')
                        .append(URLEncoder.encode(values[i + 1], StandardCharsets.UTF_8));
            }
            return post(what, body.toString());
        }

        HttpResponse<String> signIn(String name, String password) throws Exception {
            return form("sign_in", "name", name, "password", password);
        }
    }

    Person person() {
        return new Person();
    }

    /** Somebody who is signed in. */
    Person signedIn(String name) throws Exception {
        Person person = person();
        HttpResponse<String> answer = person.signIn(name, PASSWORD);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return person;
    }

    @Override
    public void close() {
        gateway.close();
    }
}
