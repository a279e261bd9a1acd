package com.euphoriapos.sync.lane;

import com.euphoriapos.api.replication.NetworkException;
import com.euphoriapos.api.replication.Pairing;
import com.euphoriapos.api.replication.SnapshotGoneException;
import com.euphoriapos.api.sync.SnapshotPart;
import com.euphoriapos.sync.lane.pairing.PairingWire;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches one part of a snapshot into a file, going on where it ended, until it is whole and its SHA-256 is right. Blocks. */
final class Fetching {
    /** Beside the parts: which snapshot they are of. */
    static final String ID_FILE = "snapshot.id";

    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
    private static final int FAILURES_MAX = 5;
    private static final long FAILURE_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long WRITING_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long WRITING_NANOS_MAX = TimeUnit.MINUTES.toNanos(15);
    private static final long ANSWER_SECONDS = 15;
    private static final int CHUNK = 1 << 16;

    private final Visit visit;
    private final SnapshotPart part;
    private final Path file;
    private final Pairing.Arrival arrival;
    private final Path idFile;

    Fetching(Visit visit, SnapshotPart part, Path file, Pairing.Arrival arrival) {
        this.visit = visit;
        this.part = part;
        this.file = file;
        this.arrival = arrival;
        this.idFile = file.resolveSibling(ID_FILE);
    }

    void run() {
        int failures = 0;
        long began = System.nanoTime();
        while (true) {
            long before = size();
            try {
                if (step()) {
                    thank();
                    return;
                }
                if (System.nanoTime() - began > WRITING_NANOS_MAX) {
                    throw new NetworkException("The other lane takes too long to write its snapshot.");
                }
                LockSupport.parkNanos(WRITING_PAUSE_NANOS);
            } catch (IOException e) {
                failures = size() > before ? 1 : failures + 1;
                if (failures >= FAILURES_MAX || Thread.currentThread().isInterrupted()) {
                    throw new NetworkException("The snapshot could not be fetched: " + Words.of(e) + ".", e);
                }
                LockSupport.parkNanos(FAILURE_PAUSE_NANOS);
            }
        }
    }

    /** After the last part: the other lane need not keep it. If it does not hear it, it forgets by itself. */
    private void thank() {
        if (part != SnapshotPart.HISTORY) {
            return;
        }
        try {
            visit.delete(SnapshotRoom.PATH + id());
        } catch (IOException e) {
            LOG.debug("The other lane keeps its snapshot for a while", e);
        }
    }

    private long size() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private String id() throws IOException {
        return Files.exists(idFile) ? Files.readString(idFile).strip() : "";
    }

    /** One request; whether the part is whole now. */
    private boolean step() throws IOException {
        String id = id();
        if (part == SnapshotPart.HISTORY && id.isEmpty()) {
            throw new SnapshotGoneException("No catalog was fetched into this folder.");
        }
        boolean resumes = !id.isEmpty() && size() > 0;
        if (!resumes) {
            Files.deleteIfExists(file);
        }
        long have = size();
        Request request = visit.request(HttpMethod.GET, SnapshotRoom.path(part, id));
        if (have > 0) {
            request.headers(headers -> headers.put(HttpHeader.RANGE, "bytes=" + have + "-"));
        }
        InputStreamResponseListener body = new InputStreamResponseListener();
        request.send(body);
        try (InputStream in = body.getInputStream()) {
            return take(Visit.answer(() -> body.get(ANSWER_SECONDS, TimeUnit.SECONDS)), in, have);
        }
    }

    private boolean take(Response response, InputStream in, long have) throws IOException {
        int status = response.getStatus();
        String id = response.getHeaders().get(SnapshotRoom.ID_HEADER);
        if (id != null) {
            Files.writeString(idFile, id);
        }
        switch (status) {
            case HttpStatus.ACCEPTED_202 -> {
                return false;
            }
            case HttpStatus.OK_200, HttpStatus.PARTIAL_CONTENT_206 -> {
                long from = status == HttpStatus.OK_200 ? 0 : have;
                write(in, from, from + Math.max(0, response.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH)));
                check(response.getHeaders().get(SnapshotRoom.DIGEST_HEADER));
                return true;
            }
            case HttpStatus.GONE_410 -> {
                Files.deleteIfExists(file);
                Files.deleteIfExists(idFile);
                if (part == SnapshotPart.CATALOG) {
                    return false;
                }
                throw new SnapshotGoneException("The other lane keeps this snapshot no longer.");
            }
            case HttpStatus.RANGE_NOT_SATISFIABLE_416 -> {
                Files.deleteIfExists(file);
                throw new IOException("the file here was longer than the snapshot");
            }
            case HttpStatus.FORBIDDEN_403 ->
                throw new IOException("the other lane does not know this one; it may not have been told yet");
            default -> throw new IOException(reason(in, status));
        }
    }

    private static String reason(InputStream in, int status) throws IOException {
        byte[] text = in.readNBytes(PairingRoom.BODY_MAX);
        return text.length == 0 ? "it said " + status : PairingWire.texts(text).getOrDefault("error", "it said no");
    }

    private void write(InputStream in, long from, long all) throws IOException {
        if (!Files.exists(file)) {
            createPrivate(file);
        }
        StandardOpenOption how = from == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            byte[] chunk = new byte[CHUNK];
            long total = from;
            int count;
            while ((count = in.read(chunk)) >= 0) {
                out.write(chunk, 0, count);
                total += count;
                arrival.arrived(total, all > from ? all : 0);
            }
        }
    }

    /** It holds what PINs are checked against: nobody else reads it, whatever folder the caller has chosen. */
    private static void createPrivate(Path file) throws IOException {
        if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    private void check(String digest) throws IOException {
        if (!SnapshotRoom.digest(FileDigest.sha256(file)).equals(digest)) {
            Files.deleteIfExists(file);
            throw new IOException("its SHA-256 is wrong");
        }
    }
}
