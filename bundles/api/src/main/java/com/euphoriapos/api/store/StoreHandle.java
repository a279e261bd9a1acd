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
}
