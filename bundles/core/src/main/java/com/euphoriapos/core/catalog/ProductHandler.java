package com.euphoriapos.core.catalog;

import com.euphoriapos.api.replication.TopicHandler;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.VersionRepository.Part;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.catalog.ProductMessages.Edit;
import com.euphoriapos.core.catalog.ProductMessages.Edits;
import com.euphoriapos.core.settings.Actors;
import com.euphoriapos.core.sync.Conflicts;
import com.euphoriapos.core.sync.LastEdit;
import com.euphoriapos.core.sync.Payload;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Product;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Takes over products that other lanes changed, each with its barcodes: the last edit of a product wins. Stateless. */
@Component(
        property = {
            TopicHandler.PROPERTY_TOPICS + "=" + Topics.PRODUCT_UPSERT,
            TopicHandler.PROPERTY_TOPICS + "=" + Topics.PRODUCT_BULK_UPSERT
        })
public final class ProductHandler implements TopicHandler {
    @Activate
    public ProductHandler() {}

    /** A product is decided by its edits, not by their order. */
    @Override
    public boolean ordered() {
        return false;
    }

    @Override
    public void apply(Event event, StoreHandle handle) {
        // Of hundreds of products it is large, and sales wait while it is read.
        Payload payload = Payload.of(event);
        Edits edits = ProductMessages.read(event, payload);
        Actors.require(handle, event, payload, Permission.MANAGE_CATALOG);
        edits.edits().forEach(edit -> apply(event, handle, edits, edit));
    }

    private static void apply(Event event, StoreHandle handle, Edits edits, Edit edit) {
        ProductRecord record = edit.record();
        String id = record.product().id();
        Part part = ProductMessages.part(id);
        LastEdit.Merge merge =
                LastEdit.merge(handle.versions().of(part.aggregate(), part.name()), LastEdit.edit(event, edit.base()));
        Conflicts.keep(handle, part, merge, () -> stored(handle, id), () -> words(record));
        if (merge.wins()) {
            record.save(handle.catalog(), edits.at());
        }
    }

    @Override
    public void restore(Event event, StoreHandle handle) {
        Edits edits = ProductMessages.read(event);
        for (Edit edit : edits.edits()) {
            if (Conflicts.isShown(
                    handle, ProductMessages.part(edit.record().product().id()), event)) {
                edit.record().save(handle.catalog(), edits.at());
            }
        }
    }

    private static Map<String, String> stored(StoreHandle handle, String productId) {
        return handle.catalog()
                .byId(productId)
                .map(match -> words(ProductRecord.stored(handle.catalog(), match.product())))
                .orElse(Map.of());
    }

    private static Map<String, String> words(ProductRecord record) {
        Product product = record.product();
        Map<String, String> words = new TreeMap<>();
        words.put("sku", product.sku());
        words.put("name", product.name());
        words.put("category", product.category());
        words.put("sizeMillilitres", Integer.toString(product.sizeMillilitres()));
        words.put("price", product.price().toString());
        words.put("caseSize", Integer.toString(product.caseSize()));
        words.put("taxCategory", product.taxCategory());
        words.put("active", Boolean.toString(product.active()));
        words.put(
                "barcodes",
                record.barcodes().stream()
                        .map(code -> code.packSize() == 1 ? code.code() : code.code() + " x" + code.packSize())
                        .sorted()
                        .collect(Collectors.joining(", ")));
        return words;
    }
}
