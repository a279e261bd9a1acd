package com.euphoriapos.testkit;

import com.euphoriapos.api.store.PrintJobRepository.Job;

/** A print job and where it stands. */
record MemoryPrintJob(Job job, String status) {
    static final String WAITING = "waiting";

    boolean isWaiting() {
        return status.equals(WAITING);
    }
}
