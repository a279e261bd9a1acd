package com.euphoriapos.sync.cloud.engine;

import com.euphoriapos.api.replication.CloudFeed;
import com.euphoriapos.api.replication.CloudLink;
import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.api.secret.SecretException;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.sync.cloud.http.Address;
import com.euphoriapos.sync.cloud.http.Door;
import com.euphoriapos.sync.cloud.http.DoorException;
import com.euphoriapos.sync.cloud.http.Line;
import com.euphoriapos.sync.cloud.protocol.CloudEffect.Wished;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line to the cloud, enrolled or not. The address stands in {@code sync.cloud.cfg}, or is the one where the lane was enrolled; the
 * token is in the secret store and nowhere else. Thread-safe.
 */
final class CloudLine implements CloudLink {
    /** Key of the address where the lane was enrolled. */
    static final String KEY_ADDRESS = "cloud.address";
    /** Key of what the cloud calls the store. */
    static final String KEY_STORE_NAME = "cloud.store_name";

    private static final Logger LOG = LoggerFactory.getLogger(CloudLine.class);
    private static final Duration PUSH = Duration.ofMinutes(10);
    private static final String NOT_ENROLLED = "This lane is not enrolled with a cloud.";

    private final Setting setting;
    private final String configured;
    private final Standing standing = new Standing();
    private final Worker worker = Worker.passing("cloud-begin");
    /** A keychain that was locked is open; not on its own thread, which may hold a lock. */
    private final SecretStore.Listener unlocked = () -> worker.execute(this::begin);

    private @Nullable SecretStore secrets;
    private @Nullable CloudSession session;
    private @Nullable Place place;
    private boolean running;

    /** @param configured address of the settings file; empty for none */
    CloudLine(Setting setting, String configured) {
        this.setting = setting;
        this.configured = configured;
    }

    synchronized void start() {
        running = true;
        begin();
    }

    void stop() {
        synchronized (this) {
            running = false;
            end();
        }
        worker.stop();
    }

    void secrets(SecretStore better) {
        better.addListener(unlocked);
        synchronized (this) {
            secrets = better;
            begin();
        }
    }

    synchronized void secretsGone(SecretStore gone) {
        gone.removeListener(unlocked);
        if (gone.equals(secrets)) {
            secrets = null;
        }
    }

    private synchronized void end() {
        CloudSession old = session;
        session = null;
        place = null;
        if (old != null) {
            old.stop();
        }
    }

    private synchronized void begin() {
        if (running && session == null) {
            try {
                open();
            } catch (StoreException e) {
                LOG.warn("Whether there is a cloud can't be read: {}", e.getMessage());
            }
        }
    }

    /** What the store keeps of the enrolment. */
    private record Known(
            Optional<String> node, Optional<String> label, String address, String storeName, String cursor) {}

    private Known known() {
        return setting.store()
                .read(handle -> new Known(
                        handle.lane().get(LaneRepository.KEY_NODE_ID),
                        handle.lane().get(LaneRepository.KEY_WORKSTATION_ID),
                        handle.lane().get(KEY_ADDRESS).orElse(""),
                        handle.lane().get(KEY_STORE_NAME).orElse(""),
                        handle.feed().cursor()));
    }

    private void open() {
        Known known = known();
        String text = configured.isBlank() ? known.address() : configured;
        if (text.isEmpty()) {
            standing.begin(State.NONE, "", "", "");
            return;
        }
        Address address;
        try {
            address = Address.of(text);
        } catch (IllegalArgumentException e) {
            standing.begin(State.NOT_ENROLLED, text, "", String.valueOf(e.getMessage()));
            return;
        }
        Optional<String> token = token();
        if (token.isEmpty() || known.node().isEmpty()) {
            standing.begin(State.NOT_ENROLLED, address.toString(), "", "");
            return;
        }
        Place here = new Place(address, token.get(), known.node().get(), known.storeName());
        standing.begin(State.STARTING, address.toString(), known.storeName(), "");
        standing.cursor(known.cursor());
        place = here;
        CloudSession next = new CloudSession(setting, standing, here);
        session = next;
        next.start();
    }

    private Optional<String> token() {
        SecretStore now = secrets;
        if (now == null) {
            return Optional.empty();
        }
        try {
            return now.get(SecretStore.CLOUD_TOKEN).map(bytes -> {
                String text = new String(bytes, StandardCharsets.US_ASCII);
                Arrays.fill(bytes, (byte) 0);
                return text;
            });
        } catch (SecretException e) {
            LOG.warn("The cloud's token can't be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Status status() {
        return standing.status();
    }

    @Override
    public EnrolResult enrol(String typed, String code) {
        Address address;
        try {
            address = Address.of(typed);
            if (!configured.isBlank() && !Address.of(configured).equals(address)) {
                return new EnrolResult.Refused(
                        "The settings file sync.cloud.cfg says that the cloud is at " + Address.of(configured) + ".",
                        EnrolResult.Part.ADDRESS);
            }
        } catch (IllegalArgumentException e) {
            return new EnrolResult.Refused(String.valueOf(e.getMessage()), EnrolResult.Part.ADDRESS);
        }
        SecretStore keep = safe();
        Known known = known();
        if (keep == null) {
            return new EnrolResult.Refused(
                    "There is no secret store that could keep the token; the diagnostics say why.");
        }
        if (known.node().isEmpty() || known.label().isEmpty()) {
            return new EnrolResult.Refused("This lane is not set up yet.");
        }
        try (Door door = new Door(new Line(address), "")) {
            Door.Enrolled enrolled =
                    door.enrol(code.strip(), known.node().get(), known.label().get());
            keep(keep, address, enrolled);
            LOG.info("This lane is enrolled with the cloud at {}", address);
            synchronized (this) {
                end();
                begin();
            }
            return new EnrolResult.Enrolled(enrolled.storeName());
        } catch (DoorException e) {
            return new EnrolResult.Refused(words(e), said(e) ? EnrolResult.Part.CODE : EnrolResult.Part.ADDRESS);
        } catch (SecretException | StoreException e) {
            return new EnrolResult.Refused("What the cloud gave could not be kept: " + e.getMessage());
        }
    }

    private synchronized @Nullable SecretStore safe() {
        return secrets;
    }

    private void keep(SecretStore keep, Address address, Door.Enrolled enrolled) {
        byte[] token = enrolled.token().getBytes(StandardCharsets.US_ASCII);
        keep.put(SecretStore.CLOUD_TOKEN, token);
        Arrays.fill(token, (byte) 0);
        setting.store().write(Store.Priority.BACKGROUND, handle -> {
            handle.lane().put(KEY_ADDRESS, address.toString());
            handle.lane().put(KEY_STORE_NAME, enrolled.storeName());
            return true;
        });
    }

    /** Whether the cloud itself said no, to what it was given. */
    private static boolean said(DoorException e) {
        return e.failure() == Failure.GONE || e.failure() == Failure.MALFORMED;
    }

    private static String words(DoorException e) {
        return said(e) ? "The cloud says: " + e.reason() : "The cloud could not be asked. " + e.reason();
    }

    @Override
    public Optional<String> push() {
        CloudSession now;
        synchronized (this) {
            begin();
            now = session;
        }
        if (now == null) {
            return Optional.of(NOT_ENROLLED);
        }
        try {
            Wished done = now.pushNow(PUSH);
            if (done.trouble().isEmpty() && done.backlog() == 0) {
                return Optional.empty();
            }
            String waits = done.backlog() == 1 ? "1 event waits. " : done.backlog() + " events wait. ";
            return Optional.of(waits + done.trouble().orElse("Some of it is refused; see cloud:status."));
        } catch (TimeoutException e) {
            return Optional.of(standing.status().backlog() + " events wait. It is still under way; see cloud:status.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("It was broken off.");
        }
    }

    @Override
    public Optional<String> pull() {
        Optional<Door> open = door();
        if (open.isEmpty()) {
            return Optional.of(NOT_ENROLLED);
        }
        try (Door door = open.get()) {
            while (true) {
                Optional<CloudFeed.Page> page = door.pull(setting.feed().cursor(), 0, Door.Told.NOTHING);
                if (page.isEmpty()) {
                    return Optional.empty();
                }
                List<String> troubles = setting.feed().apply(page.get());
                standing.cursor(page.get().cursor());
                if (!troubles.isEmpty()) {
                    return Optional.of(troubles.get(0));
                }
                if (!page.get().more()) {
                    return Optional.empty();
                }
            }
        } catch (DoorException e) {
            return Optional.of(words(e));
        }
    }

    private synchronized Optional<Door> door() {
        begin();
        Place here = place;
        return here == null ? Optional.empty() : Optional.of(new Door(new Line(here.address()), here.token()));
    }

    @Override
    public List<Finding> reconcile() {
        Optional<Door> open = door();
        if (open.isEmpty()) {
            return List.of(new Finding("cloud", true, NOT_ENROLLED));
        }
        try (Door door = open.get()) {
            return new Reckoning(setting).compare(door);
        } catch (DoorException e) {
            return List.of(new Finding("cloud", false, words(e)));
        }
    }

    @Override
    public void addListener(CloudLink.Listener listener) {
        standing.add(listener);
    }

    @Override
    public void removeListener(CloudLink.Listener listener) {
        standing.remove(listener);
    }
}
