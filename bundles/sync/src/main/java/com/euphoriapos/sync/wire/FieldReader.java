package com.euphoriapos.sync.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Walks through a frame, and takes nothing that is of another kind or larger than it may be. */
final class FieldReader {
    /** A number that was not there. */
    static final long MISSING = -1;

    private final String text;
    private final JsonParser parser;

    FieldReader(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    String text() {
        return text;
    }

    /** Where the present token begins. */
    int tokenAt() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    /** Where the present token ends. */
    int tokenEnd() {
        return (int) parser.currentLocation().getCharOffset();
    }

    void expect(JsonToken token, String place) throws IOException {
        if (parser.currentToken() != token) {
            throw new FrameException(place + " is not what it should be");
        }
    }

    /** The next field of the present object, with its value as the present token; false at the end of the object. */
    boolean nextField() throws IOException {
        if (parser.nextToken() == JsonToken.END_OBJECT) {
            return false;
        }
        expect(JsonToken.FIELD_NAME, "the frame");
        parser.nextToken();
        return true;
    }

    /** The next element of the present array as the present token; false at the end of the array. */
    boolean nextElement() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new FrameException("the frame ends too early");
        }
        return token != JsonToken.END_ARRAY;
    }

    String name() throws IOException {
        String name = parser.currentName();
        return name == null ? "" : name;
    }

    String text(String place, int max) throws IOException {
        expect(JsonToken.VALUE_STRING, place);
        if (parser.getTextLength() > max) {
            throw new FrameException(place + " is longer than " + max);
        }
        return parser.getText();
    }

    /** A whole number that is not negative. */
    long number(String place) throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, place);
        if (parser.getTextLength() > WireLimits.DIGITS || parser.getLongValue() < 0) {
            throw new FrameException(place + " is out of range");
        }
        return parser.getLongValue();
    }

    boolean truth(String place) throws IOException {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw new FrameException(place + " is neither true nor false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    /** An object, exactly as it stands in the frame. */
    String object(String place) throws IOException {
        expect(JsonToken.START_OBJECT, place);
        int from = tokenAt();
        parser.skipChildren();
        return text.substring(from, tokenEnd());
    }

    void array(String place) throws IOException {
        expect(JsonToken.START_ARRAY, place);
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    void end() throws IOException {
        if (parser.nextToken() != null) {
            throw new FrameException("something follows the frame");
        }
    }

    void begin() throws IOException {
        parser.nextToken();
        expect(JsonToken.START_OBJECT, "the frame");
    }
}
