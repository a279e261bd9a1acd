package com.euphoriapos.sync.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import java.io.IOException;

/** The JSON library with this protocol's limits. */
final class Json {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(WireLimits.NESTING)
                    .maxDocumentLength(WireLimits.FRAME)
                    .maxStringLength(WireLimits.EVENT)
                    .maxNameLength(WireLimits.TEXT)
                    .maxNumberLength(100)
                    .build())
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(WireLimits.NESTING)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // What a peer calls its fields is not worth remembering, and must not fill tables that all readers share.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private Json() {}

    /** Whether a text can stand in a frame as it is: one JSON object, in which readers with these limits find nothing wrong. */
    static boolean isEmbeddable(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (!text.startsWith("{") || parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            int depth = 1;
            int deepest = 1;
            while (depth > 0) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return false;
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                deepest = Math.max(deepest, depth);
            }
            boolean ends = text.endsWith("}") && parser.nextToken() == null;
            return ends && deepest <= WireLimits.NESTING - 4;
        } catch (IOException e) {
            return false;
        }
    }
}
