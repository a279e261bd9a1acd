package com.euphoriapos.ui.manager.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.euphoriapos.ui.kit.present.testing.DirectBackground;
import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.LookSettings;
import com.euphoriapos.ui.manager.CloudPresenter;
import com.euphoriapos.ui.manager.testing.PlayedCloud;
import java.time.Instant;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EnrolCardTest {
    @BeforeAll
    static void install() {
        Look.install(LookSettings.standard());
    }

    @Test
    void theFirstKeyInAFieldTakesAwayWhatWasSaidOfIt() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            CloudPresenter presenter = new CloudPresenter(new PlayedCloud(), new DirectBackground(), Instant::now);
            CloudSection section = new CloudSection(presenter, page -> {}, said -> {}, () -> {});
            presenter.attach(section);
            presenter.form();
            JTextField address = field(section, "Address of the cloud");
            JTextField code = field(section, "One-time code of the store");
            address.setText(PlayedCloud.ADDRESS);
            code.setText("MISTYPED");

            code.postActionEvent();
            assertEquals(
                    "The cloud says: this code is unknown, or its hour is over.",
                    code.getAccessibleContext().getAccessibleDescription());
            assertEquals("MISTYPED", code.getText());

            code.replaceSelection("Q");
            assertNull(code.getAccessibleContext().getAccessibleDescription());
            assertNull(code.getClientProperty("JComponent.outline"));
        });
    }

    private static JTextField field(CloudSection section, String name) {
        return EmployeesPanelTest.all(section.form, JTextField.class)
                .filter(each -> name.equals(each.getAccessibleContext().getAccessibleName()))
                .findFirst()
                .orElseThrow();
    }
}
