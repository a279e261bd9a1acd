package com.euphoriapos.ui.register;

import com.euphoriapos.ui.kit.input.ScanInput;
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

/** The sale screen of a lane in memory, driven as by a cashier. */
abstract class SaleHarness {
    final Lane lane = new Lane();
    final RecordingSaleView view = new RecordingSaleView();
    final RecordingMessages messages = new RecordingMessages();
    final RecordingNavigator navigator = new RecordingNavigator();
    final List<Tone> sounds = new ArrayList<>();
    final SteppedBackground slow = new SteppedBackground();
    final List<MoreEntry> more =
            List.of(new MoreEntry("import", "Import prices", true), new MoreEntry("safe", "Safe", false));
    Scans scans = Scans.NONE;
    SalePresenter presenter = presenter(false, false);
    int done;

    SalePresenter presenter(boolean slowWork, boolean slowLookups) {
        Tools tools = new Tools(
                new DirectUiThread(),
                slowWork ? slow : new DirectBackground(),
                slowLookups ? slow : new DirectBackground(),
                navigator,
                messages,
                sounds::add,
                scans);
        return new SalePresenter(lane.services(), tools, () -> more);
    }

    @BeforeEach
    void attach() {
        presenter.attach(view);
    }

    void restart(boolean slowWork, boolean slowLookups) {
        presenter.detach();
        presenter = presenter(slowWork, slowLookups);
        presenter.attach(view);
        slow.finish();
    }

    void scan(String code) {
        presenter.scan(new ScanInput(code, null, "test", MemoryCheckout.NOW), () -> done++);
    }

    void type(String keys) {
        for (char key : keys.toCharArray()) {
            switch (key) {
                case '*' -> presenter.quantity();
                case '+' -> presenter.plus();
                case '-' -> presenter.minus();
                case '\n' -> presenter.enter();
                default -> presenter.digit(key);
            }
        }
    }
}
