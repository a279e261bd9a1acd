package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreFacts;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether what was sold stays sold: the durability settings as read back, and the room left on the disk. */
@Component(
        service = HealthCheck.class,
        property = {HealthCheck.NAME + "=Data store", HealthCheck.TAGS + "=store"})
public final class StoreHealthCheck implements HealthCheck {
    private static final long WARN_BYTES = 1_000_000_000;
    private static final long STOP_BYTES = 200_000_000;
    private static final int FULL = 2;

    private final Store store;

    @Activate
    public StoreHealthCheck(@Reference Store store) {
        this.store = store;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        try {
            StoreFacts facts = store.facts();
            log.info(
                    "{}: SQLite {}, schema {}, {} bytes",
                    facts.file(),
                    facts.engineVersion(),
                    facts.schemaVersion(),
                    facts.bytes());
            if (!"wal".equals(facts.journalMode()) || facts.synchronous() != FULL) {
                log.critical("Sales are not safe: {}, synchronous {}", facts.journalMode(), facts.synchronous());
            }
            room(log, facts.freeDiskBytes());
        } catch (StoreException e) {
            log.critical("The data store is not open: {}", e.getMessage());
        }
        return new Result(log);
    }

    private static void room(FormattingResultLog log, long freeBytes) {
        long megabytes = freeBytes / 1_000_000;
        if (freeBytes < STOP_BYTES) {
            log.critical("Only {} MB are free on the disk: nothing can be stored until there is room.", megabytes);
        } else if (freeBytes < WARN_BYTES) {
            log.warn("Only {} MB are free on the disk: make room soon.", megabytes);
        } else {
            log.info("{} MB are free on the disk", megabytes);
        }
    }
}
