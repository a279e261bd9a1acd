package com.euphoriapos.cloud.gateway;

import com.euphoriapos.testkit.Await;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A real browser without a screen, driven by WebDriver: a few requests of JSON, for which no library is needed. Needs {@code chromium} and
 * {@code chromedriver}.
 */
final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Path folder;
    private final Process driver;
    private String session = "";

    private Chromium(Path folder, Process driver) {
        this.folder = folder;
        this.driver = driver;
    }

    /** Starts one; skips the test where the browser is not installed, or fails it with {@code -Dpos.require.tools=true}. */
    static Chromium start() throws IOException {
        for (String tool : List.of("chromium", "chromedriver")) {
            boolean found = Stream.of(System.getenv("PATH").split(":", -1))
                    .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
            if (Boolean.getBoolean("pos.require.tools")) {
                Assertions.assertTrue(found, tool + " is not installed, and pos.require.tools demands it");
            }
            Assumptions.assumeTrue(found, tool + " is not installed");
        }
        Path folder = Files.createTempDirectory("pos-page-");
        Path log = folder.resolve("driver.log");
        ProcessBuilder builder = new ProcessBuilder("chromedriver", "--port=0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("HOME", folder.toString());
        Chromium browser = new Chromium(folder, builder.start());
        try {
            Await.until("the driver listens", PATIENCE, () -> browser.port(log).isPresent());
            browser.open(browser.port(log).orElse(""));
            return browser;
        } catch (RuntimeException | Error failed) {
            browser.close();
            throw failed;
        }
    }

    private Optional<String> port(Path log) {
        try {
            Matcher matcher = PORT.matcher(Files.readString(log));
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void open(String port) {
        ObjectNode wanted = JSON.createObjectNode();
        ObjectNode match = wanted.putObject("capabilities").putObject("alwaysMatch");
        match.putObject("goog:loggingPrefs").put("browser", "ALL");
        ArrayNode arguments = match.putObject("goog:chromeOptions").putArray("args");
        List.of(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-search-engine-choice-screen",
                        "--lang=en-US",
                        "--user-data-dir=" + folder.resolve("profile"))
                .forEach(arguments::add);
        session = "http://127.0.0.1:" + port + "/session";
        session += "/" + call("POST", "", wanted).get("sessionId").asText();
    }

    private JsonNode call(String method, String path, JsonNode body) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(session + path))
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    method.equals("POST")
                                            ? BodyPublishers.ofString(body.toString())
                                            : BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
            JsonNode value = JSON.readTree(answer.body()).get("value");
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + value.get("error").asText() + ": "
                        + value.get("message").asText().lines().findFirst().orElse(""));
            }
            return value;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private JsonNode devTools(String command, Map<String, ?> parameters) {
        ObjectNode body = JSON.createObjectNode();
        body.put("cmd", command).set("params", JSON.valueToTree(parameters));
        return call("POST", "/goog/cdp/execute", body);
    }

    /** A screen of a size and a theme; a narrow one is a phone's, with touch. */
    void screen(int width, int height, boolean dark) {
        devTools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        devTools(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    void go(URI address) {
        call("POST", "/url", JSON.createObjectNode().put("url", address.toString()));
    }

    /** What a function body returns. */
    JsonNode run(String script, String... arguments) {
        ObjectNode body = JSON.createObjectNode().put("script", script);
        body.set("args", JSON.valueToTree(arguments));
        return call("POST", "/execute/sync", body);
    }

    /** Waits for an element and answers where the driver has it. */
    private String element(String css) {
        ObjectNode wanted = JSON.createObjectNode().put("using", "css selector").put("value", css);
        List<String> found = new ArrayList<>();
        Await.until(css + " is there", PATIENCE, () -> {
            try {
                found.add(call("POST", "/element", wanted).get(ELEMENT).asText());
                return true;
            } catch (IllegalStateException notYet) {
                return false;
            }
        });
        return "/element/" + found.get(0);
    }

    /** Does something with an element; again where the page drew it anew in between. */
    private void act(String css, String what, JsonNode how) {
        Await.until(css + " takes " + what, PATIENCE, () -> {
            try {
                call("POST", element(css) + what, how);
                return true;
            } catch (IllegalStateException refused) {
                if (String.valueOf(refused.getMessage()).contains("stale element")) {
                    return false;
                }
                throw refused;
            }
        });
    }

    void click(String css) {
        act(css, "/click", JSON.createObjectNode());
    }

    /** Types, after what is there; {@code \uE007} is Enter, {@code \uE00C} Escape. */
    void type(String css, String keys) {
        act(css, "/value", JSON.createObjectNode().put("text", keys));
    }

    /** Types in place of what is there. */
    void replace(String css, String keys) {
        run("const e = document.querySelector(arguments[0]); e.focus(); e.select();", css);
        type(css, keys);
    }

    String text(String css) {
        return run("return document.querySelector(arguments[0])?.innerText ?? ''", css)
                .asText();
    }

    void awaitText(String css, String words) {
        try {
            Await.until("\"" + words + "\" in " + css, PATIENCE, () -> text(css).contains(words));
        } catch (AssertionError missing) {
            throw new AssertionError(missing.getMessage() + "; there is: " + text("body") + "\n" + console(), missing);
        }
    }

    /** Errors and warnings of the page since the last time. */
    List<String> console() {
        List<String> all = new ArrayList<>();
        call("POST", "/se/log", JSON.createObjectNode().put("type", "browser"))
                .forEach(entry -> all.add(
                        entry.get("level").asText() + " " + entry.get("message").asText()));
        return all;
    }

    /** Keeps what is seen. */
    void picture(Path file) {
        try {
            Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(Path.of(".")));
            Files.write(
                    file,
                    Base64.getDecoder()
                            .decode(call("GET", "/screenshot", JSON.createObjectNode())
                                    .asText()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        if (session.contains("/session/")) {
            try {
                call("DELETE", "", JSON.createObjectNode());
            } catch (RuntimeException gone) {
                // The driver ends below, and its browsers with it.
            }
        }
        driver.descendants().forEach(ProcessHandle::destroyForcibly);
        driver.destroyForcibly();
        try {
            driver.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException busy) {
            folder.toFile().deleteOnExit();
        }
    }
}
