package com.euphoriapos.ui.register.swing;

import com.euphoriapos.api.session.Session;
import com.euphoriapos.ui.kit.input.InputRouter;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.register.Services;

/** Makes the sale screen for benchmarks, which have no container. */
public final class BenchDesk implements AutoCloseable {
    private final RegisterDesk desk;
    private final SaleScreen screen;

    public BenchDesk(Services services, Session session, Navigator navigator, InputRouter router) {
        desk = new RegisterDesk(
                services.checkout(),
                services.catalog(),
                services.history(),
                services.receipts(),
                services.settings(),
                services.approvals(),
                services.drawer(),
                services.suspended(),
                navigator);
        desk.bindRouter(router);
        screen = new SaleScreen(desk, new MoreScreens(session));
    }

    /** The sale screen. */
    public Screen screen() {
        return screen;
    }

    @Override
    public void close() {
        screen.stop();
        desk.stop();
    }
}
