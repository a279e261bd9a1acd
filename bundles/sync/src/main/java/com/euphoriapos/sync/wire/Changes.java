package com.euphoriapos.sync.wire;

import com.euphoriapos.api.replication.CloudFeed.Page;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cloud's changes within a frame, each as the cloud gave it. Stateless. */
public final class Changes {
    private Changes() {}

    /** A page as a text. */
    public static String write(Page page) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = Json.FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("cursor", page.cursor());
            json.writeBooleanField("more", page.more());
            json.writeBooleanField("reset", page.reset());
            json.writeArrayFieldStart("changes");
            for (String change : page.changes()) {
                json.writeString(change);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** What {@link #write} wrote; empty where it is anything else. */
    public static Optional<Page> read(String text) {
        String cursor = "";
        boolean more = false;
        boolean reset = false;
        List<String> changes = new ArrayList<>();
        try (JsonParser parser = Json.FACTORY.createParser(text)) {
            FieldReader fields = new FieldReader(text, parser);
            fields.begin();
            while (fields.nextField()) {
                switch (fields.name()) {
                    case "cursor" -> cursor = fields.text("cursor", WireLimits.TEXT);
                    case "more" -> more = fields.truth("more");
                    case "reset" -> reset = fields.truth("reset");
                    case "changes" -> {
                        fields.array("changes");
                        while (fields.nextElement()) {
                            changes.add(fields.text("changes", WireLimits.PAYLOAD));
                        }
                    }
                    default -> fields.skip();
                }
            }
            fields.end();
            return Optional.of(new Page(cursor, more, reset, changes));
        } catch (IOException | FrameException e) {
            return Optional.empty();
        }
    }
}
