package com.euphoriapos.ui.register;

import com.euphoriapos.testkit.ManualClock;
import com.euphoriapos.ui.kit.input.InputRouter;
import com.euphoriapos.ui.kit.input.KeyMap;
import com.euphoriapos.ui.kit.input.ScanInput;
import com.euphoriapos.ui.kit.input.WedgeSettings;
import com.euphoriapos.ui.kit.present.testing.DirectBackground;
import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import com.euphoriapos.ui.kit.present.testing.RecordingMessages;
import com.euphoriapos.ui.kit.present.testing.RecordingNavigator;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import com.euphoriapos.ui.kit.sound.Tone;
import com.euphoriapos.ui.register.testing.Lane;
import com.euphoriapos.ui.register.testing.MemoryCheckout;
import com.euphoriapos.ui.register.testing.RecordingSaleView;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** The sale screen of a lane in memory, whose scans come through the router as they do in the shop. */
abstract class RoutedSaleHarness {
    final Lane lane = new Lane();
    final RecordingSaleView view = new RecordingSaleView();
    final RecordingMessages messages = new RecordingMessages();
    final List<Tone> sounds = new ArrayList<>();
    final SteppedBackground slow = new SteppedBackground();
    final ManualClock clock = new ManualClock(MemoryCheckout.NOW);
    final InputRouter router =
            new InputRouter(WedgeSettings.standard(), KeyMap.standard(), new DirectUiThread(), sounds::add);
    SalePresenter presenter = presenter(false);

    SalePresenter presenter(boolean slowWork) {
        Tools tools = new Tools(
                new DirectUiThread(),
                slowWork ? slow : new DirectBackground(),
                new DirectBackground(),
                new RecordingNavigator(),
                messages,
                sounds::add,
                new RouterScans(router));
        return new SalePresenter(lane.services(), tools, List::of, clock);
    }

    @BeforeEach
    void attach() {
        presenter.attach(view);
        router.pushContext(SaleScans.of(presenter));
    }

    void scan(String code) {
        router.scan(new ScanInput(code, null, "test", MemoryCheckout.NOW));
    }
}
