package com.euphoriapos.store.sqlite;

import java.nio.charset.StandardCharsets;

/** Sizes of texts as they are stored and sent. */
final class Utf8 {
    private Utf8() {}

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
