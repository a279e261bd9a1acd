package com.euphoriapos.ui.register.testing;

import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.TaxTable;
import com.euphoriapos.ui.register.Services;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Everything that the screens call, in memory. */
public final class Lane {
    public final Shop shop = new Shop();
    public final ShopCatalog catalog = new ShopCatalog(shop);
    public final MemoryCheckout checkout = new MemoryCheckout(shop);
    public final MemoryHistory history = new MemoryHistory(checkout);
    public final MemoryApprovals approvals = new MemoryApprovals();
    public final MemoryDrawer drawer = new MemoryDrawer();
    public final MemorySuspended suspended = new MemorySuspended(checkout);
    public final Settings settings = () -> Optional.of(new StoreSettings(
            "Main St Spirits",
            List.of("12 Main Street"),
            List.of("Thank you"),
            TaxTable.of(Rate.ofPercent("7")),
            "$",
            ZoneId.of("America/New_York"),
            "L1",
            true));

    public Services services() {
        return new Services(checkout, catalog, history, history, settings, approvals, drawer, suspended);
    }
}
