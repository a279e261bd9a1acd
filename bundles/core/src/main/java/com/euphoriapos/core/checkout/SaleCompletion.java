package com.euphoriapos.core.checkout;

import com.euphoriapos.api.receipt.ReceiptComposer;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.InventoryRepository;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.PrintJobRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.core.checkout.OpenSale.ScannedCode;
import com.euphoriapos.core.inventory.NegativeStock;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.PricedTransaction;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a paid sale durable: everything it means, in one transaction. Stateless. */
final class SaleCompletion {
    private static final Logger LOG = LoggerFactory.getLogger(SaleCompletion.class);

    private final Store store;
    private final ReceiptComposer composer;

    SaleCompletion(Store store, ReceiptComposer composer) {
        this.store = store;
        this.composer = composer;
    }

    /** A sale whose tenders pay it. */
    record Paid(OpenSale sale, PricedTransaction priced, Operator operator, StoreSettings settings, Instant at) {}

    /** A sale of this id is stored already, but it is not this one. */
    static final class OtherSaleStored extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OtherSaleStored(String id) {
            super("another sale is stored under the id " + id);
        }
    }

    /** Rolls back, so that completing again uses up no receipt number. */
    private static final class AlreadyStored extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AlreadyStored() {
            super("stored before", null, false, false);
        }
    }

    /**
     * Completes the sale; completing it again returns what was stored the first time.
     *
     * @throws StoreException when it could not be made durable
     * @throws OtherSaleStored when the id belongs to a sale of other lines
     */
    CompletedTransaction complete(Paid paid) {
        try {
            return store.write(handle -> write(handle, paid));
        } catch (AlreadyStored e) {
            return stored(paid);
        } catch (StoreException e) {
            String id = paid.sale().transaction().id();
            if (e.reason() == StoreException.Reason.CONSTRAINT
                    && store.read(handle -> handle.transactions().byId(id)).isPresent()) {
                throw new OtherSaleStored(id);
            }
            throw e;
        }
    }

    /** Nothing is sold: the open sale is forgotten, and what people did to it stays. */
    boolean giveUp(OpenSale sale) {
        return store.write(handle -> {
            handle.lane().clearOpenTransaction();
            sale.acts().write(handle, sale.transaction().id());
            return Boolean.TRUE;
        });
    }

    private CompletedTransaction write(StoreHandle handle, Paid paid) {
        CompletedTransaction done = new CompletedTransaction(
                handle.lane().nextReceiptNumber(paid.settings().workstationId()),
                paid.priced(),
                paid.sale().tenders(),
                paid.operator().employeeId(),
                paid.operator().shortName(),
                paid.at(),
                LocalDate.ofInstant(paid.at(), paid.settings().zone()));
        List<InventoryRepository.Change> changes = SaleMessages.changes(done);
        if (!handle.transactions().insert(done, SaleMessages.messages(done, changes))) {
            throw new AlreadyStored();
        }
        for (InventoryRepository.Change change : changes) {
            if (handle.inventory().apply(change)) {
                NegativeStock.look(handle, change);
            }
        }
        paid.sale().acts().write(handle, done.id());
        handle.journal()
                .append(new JournalRepository.Entry(
                        paid.at(), "SALE_COMPLETED", done.operatorId(), done.id(), detail(done, paid.sale())));
        queueReceipt(handle, done, paid.settings());
        handle.lane().clearOpenTransaction();
        return done;
    }

    /** A receipt that can't be written is no reason to keep a customer waiting who has paid: it can be reprinted. */
    private void queueReceipt(StoreHandle handle, CompletedTransaction done, StoreSettings settings) {
        String document;
        try {
            document = composer.compose(done, settings);
        } catch (RuntimeException e) {
            LOG.error("The receipt of {} could not be composed; reprint it", done.receiptNumber(), e);
            return;
        }
        String jobId = UuidCreator.getTimeOrderedEpoch().toString();
        handle.printJobs()
                .add(new PrintJobRepository.Job(jobId, done.id(), "receipt", document, 0, "", done.completedAt()));
    }

    private CompletedTransaction stored(Paid paid) {
        String id = paid.sale().transaction().id();
        CompletedTransaction stored = store.write(handle -> {
            CompletedTransaction found = handle.transactions().byId(id).orElseThrow(() -> new OtherSaleStored(id));
            if (!found.priced()
                            .transaction()
                            .lines()
                            .equals(paid.sale().transaction().lines())
                    || !found.priced().total().equals(paid.priced().total())) {
                throw new OtherSaleStored(id);
            }
            handle.lane().clearOpenTransaction();
            return found;
        });
        LOG.warn("The sale {} had been stored before as {}", id, stored.receiptNumber());
        return stored;
    }

    private static String detail(CompletedTransaction done, OpenSale sale) {
        return Json.object(json -> {
            json.writeStringField("receiptNumber", done.receiptNumber());
            json.writeNumberField("total", done.priced().total().cents());
            json.writeArrayFieldStart("scans");
            for (ScannedCode scan : sale.scans()) {
                json.writeStartObject();
                json.writeStringField("code", scan.code());
                json.writeNumberField("line", scan.lineNumber());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
