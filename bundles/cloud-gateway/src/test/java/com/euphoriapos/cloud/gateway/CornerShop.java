package com.euphoriapos.cloud.gateway;

import java.sql.SQLException;
import java.util.UUID;

/**
 * What most tests begin with: a database of its own with one store and its lane L1.
 *
 * @param database where it is
 * @param store its id
 * @param lane L1, enrolled
 */
record CornerShop(CloudDatabase database, UUID store, TestLane lane) {
    static CornerShop open() {
        CloudDatabase database = CloudDatabase.create();
        try {
            UUID store = database.store("Corner Shop");
            return new CornerShop(database, store, database.lane(store, "L1"));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Another lane of the store. */
    TestLane lane(String label) throws SQLException {
        return database.lane(store, label);
    }

    /** A product, as somebody types it into a console. */
    void product(String id, long cents) throws SQLException {
        database.run("INSERT INTO pos.products (store_id, id, sku, name, price_cents, tax_category) VALUES ('" + store
                + "', '" + id + "', '1', 'GIN', " + cents + ", 'STANDARD')");
    }

    /** How many rows a table has. */
    String count(String table) throws SQLException {
        return database.ask("SELECT count(*) FROM pos." + table);
    }
}
