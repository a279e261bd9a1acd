package com.euphoriapos.sync.protocol;

import java.util.List;
import java.util.function.LongSupplier;

/** Where the lanes of a world get their disks. */
interface Disks {
    /** Simple ones. */
    Disks SIMPLE = new Disks() {
        @Override
        public Disk disk(String node, LongSupplier millis) {
            return new Disk();
        }

        @Override
        public boolean areStores() {
            return false;
        }

        @Override
        public List<String> shelf() {
            return List.of();
        }
    };

    /** The disk of a new machine, which may ask for the time. */
    Disk disk(String node, LongSupplier millis);

    /** Whether the shipped store is on them. */
    boolean areStores();

    /** Names of things that were put aside for whoever takes them first, the newest last. */
    List<String> shelf();
}
