package com.euphoriapos.testkit;

import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.InventoryRepository;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.api.store.ReviewRepository;
import com.euphoriapos.api.store.SuspendedRepository;
import com.euphoriapos.api.store.VersionRepository;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.DiscountRule;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.ProductBarcode;
import com.euphoriapos.domain.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rows of a {@link MemoryStore}. */
final class MemoryTables {
    final Map<String, Product> products = new LinkedHashMap<>();
    final List<ProductBarcode> barcodes = new ArrayList<>();
    final Map<String, EmployeeRecord> employees = new LinkedHashMap<>();
    final Map<String, CompletedTransaction> transactions = new LinkedHashMap<>();
    final Map<String, InventoryRepository.Change> changes = new LinkedHashMap<>();
    final Map<String, Quantity> onHand = new LinkedHashMap<>();
    final Map<String, String> settings = new LinkedHashMap<>();
    final Map<String, DiscountRule> discountRules = new TreeMap<>();
    final Map<String, String> lane = new LinkedHashMap<>();
    final List<OutboxRepository.Row> outbox = new ArrayList<>();
    final List<JournalRepository.Entry> journal = new ArrayList<>();
    final TreeMap<Long, JournalRepository.Seal> seals = new TreeMap<>();
    final Map<String, MemoryPrintJob> printJobs = new LinkedHashMap<>();
    final Map<String, PairedLane> lanes = new TreeMap<>();
    final Map<VersionRepository.Part, VersionRepository.Version> versions = new LinkedHashMap<>();
    final Map<String, ReviewRepository.Review> reviews = new LinkedHashMap<>();
    final Set<String> resolved = new LinkedHashSet<>();
    final Map<String, SuspendedRepository.Suspended> suspended = new LinkedHashMap<>();
    final List<SuspendedRepository.Claim> claims = new ArrayList<>();

    MemoryTables copy() {
        MemoryTables copy = new MemoryTables();
        copy.products.putAll(products);
        copy.barcodes.addAll(barcodes);
        copy.employees.putAll(employees);
        copy.transactions.putAll(transactions);
        copy.changes.putAll(changes);
        copy.onHand.putAll(onHand);
        copy.settings.putAll(settings);
        copy.discountRules.putAll(discountRules);
        copy.lane.putAll(lane);
        copy.outbox.addAll(outbox);
        copy.journal.addAll(journal);
        copy.seals.putAll(seals);
        copy.printJobs.putAll(printJobs);
        copy.lanes.putAll(lanes);
        copy.versions.putAll(versions);
        copy.reviews.putAll(reviews);
        copy.resolved.addAll(resolved);
        copy.suspended.putAll(suspended);
        copy.claims.addAll(claims);
        return copy;
    }
}
