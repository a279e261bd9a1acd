package com.euphoriapos.ui.shell.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.ui.kit.present.testing.DirectBackground;
import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.LookSettings;
import com.euphoriapos.ui.shell.Lane;
import com.euphoriapos.ui.shell.PlayedLane;
import com.euphoriapos.ui.shell.WizardPresenter;
import java.awt.Component;
import java.awt.Container;
import java.util.stream.Stream;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WizardPanelTest {
    private static final String CODE = "One-time code of the store, typed or scanned";

    @BeforeAll
    static void install() {
        Look.install(LookSettings.standard());
    }

    @Test
    void theFirstKeyInAFieldTakesAwayWhatWasSaidOfItAndTheTitleSaysThatTheLaneIsIn() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            WizardPanel panel = atTheCloud();
            assertTrue(says(panel, "Is there a cloud?"));
            field(panel, "Address of the cloud").setText("https://cloud.example");
            JTextField code = field(panel, CODE);
            code.setText("WRONG");
            code.postActionEvent();
            assertEquals(
                    "The cloud says: unknown code", code.getAccessibleContext().getAccessibleDescription());

            code.replaceSelection("Q");
            assertNull(code.getAccessibleContext().getAccessibleDescription());

            code.setText(PlayedLane.CLOUD_CODE);
            code.postActionEvent();
            assertTrue(says(panel, "This lane is linked to the cloud"));
            assertFalse(says(panel, "Is there a cloud?"));
            assertEquals("", code.getText());
        });
    }

    private static WizardPanel atTheCloud() {
        PlayedLane played = PlayedLane.fresh();
        DirectUiThread ui = new DirectUiThread();
        Lane lane = new Lane(ui);
        played.bindTo(lane);
        WizardPresenter presenter = new WizardPresenter(lane, new DirectBackground(), ui, () -> {});
        WizardPanel panel = new WizardPanel(presenter);
        presenter.attach(panel);
        presenter.newStore();
        type(panel, "Store name, as on the receipt", "Main St Spirits");
        type(panel, "Sales tax in percent", "8.875");
        field(panel, "Sales tax in percent").postActionEvent();
        type(panel, "Owner’s first name", "Olive");
        type(panel, "PIN, at least 6 digits", "739155");
        type(panel, "The same PIN again", "739155");
        field(panel, "The same PIN again").postActionEvent();
        String confirm = "Type the last group of the code to show that you have it";
        type(panel, confirm, PlayedLane.CODE.substring(PlayedLane.CODE.lastIndexOf('-') + 1));
        field(panel, confirm).postActionEvent();
        return panel;
    }

    private static void type(WizardPanel panel, String field, String text) {
        field(panel, field).setText(text);
    }

    private static JTextField field(WizardPanel panel, String name) {
        return all(panel, JTextField.class)
                .filter(each -> name.equals(each.getAccessibleContext().getAccessibleName()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean says(WizardPanel panel, String words) {
        return all(panel, JLabel.class).anyMatch(each -> words.equals(each.getText()));
    }

    private static <T extends Component> Stream<T> all(Container in, Class<T> type) {
        return Stream.of(in.getComponents())
                .flatMap(each -> Stream.concat(
                        type.isInstance(each) ? Stream.of(type.cast(each)) : Stream.empty(),
                        each instanceof Container inner ? all(inner, type) : Stream.empty()));
    }
}
