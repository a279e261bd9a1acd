package com.euphoriapos.ui.register.swing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.domain.Quantity;
import com.euphoriapos.ui.kit.input.KeyMap;
import com.euphoriapos.ui.kit.present.Message;
import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import com.euphoriapos.ui.kit.present.testing.RecordingNavigator;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.LookSettings;
import com.euphoriapos.ui.kit.widget.MessagePane;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.register.Scans;
import com.euphoriapos.ui.register.TenderPresenter;
import com.euphoriapos.ui.register.Tools;
import com.euphoriapos.ui.register.testing.Lane;
import com.euphoriapos.ui.register.testing.Shop;
import java.awt.Component;
import java.awt.Container;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TenderPanelTest {
    private final SteppedBackground slow = new SteppedBackground();

    @BeforeAll
    static void install() {
        Look.install(LookSettings.standard());
    }

    @Test
    void theWaysToPayAreBackAfterAMessageThatWentWithTheScreen() throws Exception {
        MessagePane messages = new MessagePane();
        JPanel[] shown = new JPanel[1];
        SwingUtilities.invokeAndWait(() -> {
            Lane lane = new Lane();
            lane.checkout.scan(Shop.code(4), Quantity.of(2));
            TenderPresenter presenter = new TenderPresenter(
                    lane.services(),
                    new Tools(
                            new DirectUiThread(),
                            slow,
                            slow,
                            new RecordingNavigator(),
                            messages,
                            tone -> {},
                            Scans.NONE));
            shown[0] = new TenderPanel(presenter, messages, new Caps(KeyMap.standard()));
            shown[0].addNotify();
            messages.show(Message.info("scans", "1 scan waits", "Go back to add it"));
        });
        SwingUtilities.invokeAndWait(() -> {
            assertFalse(methods(shown[0]).isVisible());
            messages.dismiss("scans");
            shown[0].removeNotify();
        });
        SwingUtilities.invokeAndWait(() -> {
            shown[0].addNotify();
            assertTrue(methods(shown[0]).isVisible());
            shown[0].removeNotify();
        });
    }

    /** The row of the button "Cash". */
    private static Container methods(Container panel) {
        return parts(panel)
                .filter(part -> part instanceof PosButton button && "Cash".equals(button.getText()))
                .map(Component::getParent)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> parts(Container container) {
        return Arrays.stream(container.getComponents())
                .flatMap(part -> part instanceof Container inner
                        ? Stream.concat(Stream.of(part), parts(inner))
                        : Stream.of(part));
    }
}
