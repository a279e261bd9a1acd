package com.euphoriapos.api.store;

import org.osgi.annotation.versioning.ProviderType;

/** The repositories of one unit of work; not to be used after the work returned, nor on another thread. */
@ProviderType
public interface StoreHandle {
    CatalogRepository catalog();

    EmployeeRepository employees();

    TransactionRepository transactions();

    InventoryRepository inventory();

    SettingsRepository settings();

    DiscountRuleRepository discountRules();

    OutboxRepository outbox();

    JournalRepository journal();

    PrintJobRepository printJobs();

    LaneRepository lane();

    LanesRepository lanes();

    VersionRepository versions();

    ReviewRepository reviews();

    SuspendedRepository suspended();

    ReplicationRepository replication();

    AuditRepository audit();

    FeedRepository feed();

    /**
     * Whether a write of the checkout waits for this unit of work to end. Work in the background that can be done in parts asks between
     * them, returns, and goes on in another unit.
     */
    boolean isWaitedFor();
}
