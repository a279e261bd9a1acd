package com.euphoriapos.cloud.gateway;

/**
 * What goes back to a lane.
 *
 * @param status of HTTP
 * @param body JSON, empty where the status says it all
 * @param retryAfterSeconds when to come again, 0 where that is not said
 */
record Answer(int status, String body, int retryAfterSeconds) {
    static final Answer NOTHING_NEW = new Answer(304, "", 0);

    static Answer ok(String body) {
        return new Answer(200, body, 0);
    }

    static Answer refused(int status, String why) {
        return new Answer(status, error(why) + "}", 0);
    }

    /** With more about it, which is a JSON object. */
    static Answer refused(int status, String why, String about) {
        return new Answer(status, error(why) + ",\"about\":" + about + "}", 0);
    }

    static Answer later(int status, String why, int seconds) {
        return new Answer(status, error(why) + "}", seconds);
    }

    /** The words are ours or the database's: what JSON can't hold as it is becomes a blank. */
    private static String error(String why) {
        StringBuilder plain = new StringBuilder("{\"error\":\"");
        for (int i = 0; i < why.length(); i++) {
            char c = why.charAt(i);
            plain.append(c == '"' ? '\'' : c < ' ' || c == '\\' ? ' ' : c);
        }
        return plain.append('"').toString();
    }
}
