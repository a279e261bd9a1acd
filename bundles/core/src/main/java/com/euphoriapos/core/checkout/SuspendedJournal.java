package com.euphoriapos.core.checkout;

import com.euphoriapos.api.store.JournalRepository.Entry;
import com.euphoriapos.api.store.SuspendedRepository.Suspended;
import com.euphoriapos.core.checkout.OpenSale.ScannedCode;
import com.euphoriapos.core.checkout.SaleShelf.Aside;
import com.euphoriapos.core.checkout.SaleShelf.Desk;
import com.euphoriapos.core.json.Json;
import java.util.List;

/** What the journal says of sales that were put aside and taken up again. Pure. */
final class SuspendedJournal {
    static final String SUSPENDED = "SALE_SUSPENDED";
    static final String RESUMED = "SUSPENDED_SALE_RESUMED";

    private SuspendedJournal() {}

    static Entry suspended(Aside aside, Suspended sale) {
        String detail = Json.object(json -> {
            json.writeStringField("lane", sale.workstationId());
            json.writeStringField("number", sale.number());
            if (!sale.note().isEmpty()) {
                json.writeStringField("note", sale.note());
            }
            json.writeNumberField("lines", aside.sale().transaction().lines().size());
            json.writeNumberField("total", sale.total().cents());
            json.writeArrayFieldStart("scans");
            for (ScannedCode scan : aside.sale().scans()) {
                json.writeStartObject();
                json.writeStringField("code", scan.code());
                json.writeNumberField("line", scan.lineNumber());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
        return new Entry(sale.at(), SUSPENDED, aside.desk().operator().employeeId(), sale.id(), detail);
    }

    /** @param id of the sale that it is from now on */
    static Entry resumed(Desk desk, Suspended sale, String id, List<String> apart) {
        String detail = Json.object(json -> {
            json.writeStringField("lane", desk.settings().workstationId());
            json.writeStringField("number", sale.number());
            json.writeStringField("suspendedOn", sale.workstationId());
            json.writeStringField("suspendedSale", sale.id());
            json.writeNumberField("total", sale.total().cents());
            if (!apart.isEmpty()) {
                json.writeStringField("apartFrom", String.join(", ", apart));
            }
        });
        return new Entry(desk.at(), RESUMED, desk.operator().employeeId(), id, detail);
    }
}
