package com.euphoriapos.cloud.gateway;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Reads what a lane sends, never more than it may send, and before anybody looks into it. Stateless. */
final class Bodies {
    /** A batch of 256 KiB of payload, as text within JSON and with its envelopes. */
    static final int BYTES_MAX = 512 << 10;

    private Bodies() {}

    /** More than a lane may send, packed or not. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** What can't be read as a text. */
    static final class NotTextException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** The text of a body that was taken in, unpacked where its request says that it is packed. */
    static String text(Request request, Intake.Outcome outcome, byte[] body) throws IOException {
        if (outcome == Intake.Outcome.TOO_LARGE) {
            throw new TooLargeException();
        }
        boolean packed = "gzip".equalsIgnoreCase(request.getHeaders().get(HttpHeader.CONTENT_ENCODING));
        return text(body, packed);
    }

    private static String text(byte[] body, boolean packed) throws IOException {
        byte[] bytes = body;
        if (packed) {
            try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
                bytes = atMost(unpacked);
            } catch (ZipException | EOFException damaged) {
                throw new NotTextException();
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new NotTextException();
        }
    }

    private static byte[] atMost(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw new TooLargeException();
        }
        return bytes;
    }

    /** Packs a text. */
    static byte[] pack(byte[] text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(text.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text);
        }
        return packed.toByteArray();
    }
}
