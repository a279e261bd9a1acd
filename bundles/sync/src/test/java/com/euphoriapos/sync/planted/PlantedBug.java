package com.euphoriapos.sync.planted;

/**
 * A bug as somebody might write it.
 *
 * @param name what is wrong, in words
 * @param file below the folder of the bundles
 * @param anchor text that is in the file exactly once
 * @param instead what stands there in the planted copy
 */
record PlantedBug(String name, String file, String anchor, String instead) {
    /** The class, for people. */
    String where() {
        return file.substring(file.lastIndexOf('/') + 1, file.length() - ".java".length());
    }

    /** The source with the bug. */
    String plant(String source) {
        int at = source.indexOf(anchor);
        if (at < 0 || source.indexOf(anchor, at + 1) >= 0) {
            throw new AssertionError("\"" + name + "\" is planted at a text that has to be in " + file
                    + " exactly once; the source changed, so change the bug with it: " + anchor);
        }
        return source.substring(0, at) + instead + source.substring(at + anchor.length());
    }
}
