package com.euphoriapos.core.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.euphoriapos.api.history.SalesHistory;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.TransactionRepository.Row;
import com.euphoriapos.core.fixture.RealStore;
import com.euphoriapos.core.fixture.Shop;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.RetailTransaction;
import com.euphoriapos.domain.Role;
import com.euphoriapos.testkit.store.Samples;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredSalesTest {
    private static final int MANY = 1_100;

    private final RealStore real;
    private final Store store;
    private final StoredSales sales;

    StoredSalesTest(@TempDir Path home) {
        real = new RealStore(home);
        store = real.store();
        sales = new StoredSales(
                store,
                Shop.settings(),
                Shop.guard(Optional.of(Role.CASHIER)),
                Clock.fixed(Samples.NOON, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        real.close();
    }

    private void sell(int count) {
        store.write(handle -> {
            Product product = Samples.offer(handle, 1);
            for (int number = 1; number <= count; number++) {
                String receipt = handle.lane().nextReceiptNumber("L1");
                RetailTransaction open = Samples.openSale(Samples.id("sale " + number), List.of(product));
                Samples.complete(handle, Samples.sale(receipt, open, Samples.NOON.plusMillis(number)));
            }
            return true;
        });
    }

    @Test
    void listsAsManySalesAsAskedFor() {
        sell(MANY);

        assertEquals(MANY, sales.search("", SalesHistory.ROWS_MAX).size());
        assertEquals(MANY, sales.search(" ", MANY + 1).size());
        assertEquals(MANY, sales.search("L1", SalesHistory.ROWS_MAX).size());
        assertEquals(2, sales.search("", 2).size());
        assertEquals(MANY, sales.todayTotals().count());
    }

    @Test
    void listsTheNewestFirst() {
        sell(3);

        List<String> numbers =
                sales.search("", 2).stream().map(Row::receiptNumber).toList();

        assertEquals(
                List.of("000003", "000002"),
                numbers.stream().map(n -> n.substring(n.length() - 6)).toList());
    }

    @Test
    void refusesALimitThatItCannotKeep() {
        assertThrows(IllegalArgumentException.class, () -> sales.search("", 0));
        assertThrows(IllegalArgumentException.class, () -> sales.search("", SalesHistory.ROWS_MAX + 1));
        assertThrows(IllegalArgumentException.class, () -> sales.today(0));
    }
}
