package com.euphoriapos.ui.manager.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Role;
import com.euphoriapos.ui.kit.present.testing.DirectBackground;
import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.LookSettings;
import com.euphoriapos.ui.manager.EmployeesPresenter;
import com.euphoriapos.ui.manager.RolesPresenter;
import com.euphoriapos.ui.manager.testing.MemoryEmployees;
import com.euphoriapos.ui.manager.testing.MemorySession;
import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmployeesPanelTest {
    private final MemorySession session = new MemorySession(new Operator("e2", "Ruth", "Kimball", Role.MANAGER));
    private final MemoryEmployees people = BackOfficeGallery.people(session);
    private final EmployeesPresenter presenter =
            new EmployeesPresenter(people, session::current, new DirectBackground(), () -> {});

    @BeforeAll
    static void install() {
        Look.install(LookSettings.standard());
    }

    @Test
    void everythingToTouchIsLargeEnoughAtTheSmallestSize() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            EmployeesPanel panel = open();
            presenter.choose("e1");
            layOut(panel, 1024, 712);
            List<JComponent> touched = all(panel, JComponent.class)
                    .filter(part -> part instanceof AbstractButton || part instanceof JTextField)
                    .filter(part -> !part.getClass().getName().startsWith("javax.swing.plaf"))
                    .filter(EmployeesPanelTest::isSeen)
                    .toList();
            assertTrue(touched.size() > 12, touched.size() + " things to touch");
            for (JComponent part : touched) {
                String name = part.getAccessibleContext().getAccessibleName();
                boolean inField = SwingUtilities.getAncestorOfClass(JTextField.class, part) != null;
                assertTrue(part.getWidth() >= 44 && (part.getHeight() >= 44 || inField), name + " " + part.getSize());
            }
        });
    }

    @Test
    void theStepOverTheHeadingGoesOnInItsDirection() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            EmployeesPanel panel = open();
            JList<?> list = all(panel, JList.class).findFirst().orElseThrow();
            int heading = 6;
            list.setSelectedIndex(heading - 1);
            list.setSelectedIndex(heading);
            assertEquals(heading + 1, list.getSelectedIndex());
            list.setSelectedIndex(heading);
            assertEquals(heading - 1, list.getSelectedIndex());
        });
    }

    @Test
    void theArrowDownLeadsFromTheSearchIntoTheList() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            EmployeesPanel panel = open();
            JTextField search = all(panel, JTextField.class).findFirst().orElseThrow();
            Object key = search.getInputMap().get(KeyStroke.getKeyStroke("DOWN"));
            search.getActionMap().get(key).actionPerformed(null);
            assertEquals(0, all(panel, JList.class).findFirst().orElseThrow().getSelectedIndex());
        });
    }

    @Test
    void enterInTheListSavesWhatWasChangedBesideIt() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            EmployeesPanel panel = open();
            presenter.choose("e1");
            presenter.lastName("Changed");
            assertTrue(button(panel, "Save").isEnabled());
            panel.accept();
            assertFalse(button(panel, "Save").isEnabled());
            assertTrue(people.all().stream().anyMatch(one -> "Changed".equals(one.lastName())));
        });
    }

    @Test
    void thePinFieldsAreEmptyForTheNextPerson() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            EmployeesPanel panel = open();
            presenter.choose("e1");
            List<JPasswordField> pins = all(panel, JPasswordField.class).toList();
            pins.forEach(pin -> pin.setText("8642"));
            presenter.choose("e5");
            presenter.discard();
            pins.forEach(pin -> assertEquals(0, pin.getDocument().getLength()));
            pins.forEach(pin -> pin.setText("8642"));
            presenter.hidden();
            pins.forEach(pin -> assertEquals(0, pin.getDocument().getLength()));
        });
    }

    @Test
    void whoMayOnlyLookCanTypeNothing() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            EmployeesPanel panel = open();
            presenter.choose("e3");
            all(panel, JPasswordField.class).forEach(pin -> assertFalse(pin.isEditable()));
            AbstractButton save = button(panel, "Save");
            assertFalse(save.isEnabled());
            assertEquals("Only an owner may change an owner.", save.getToolTipText());
        });
    }

    @Test
    void theMatrixTurnsACellBySpace() throws Exception {
        session.become(new Operator("e3", "Olive", "West", Role.OWNER));
        SwingUtilities.invokeAndWait(() -> {
            RolesPresenter roles = new RolesPresenter(people, session::current, new DirectBackground(), () -> {});
            RolesPanel panel = new RolesPanel(roles);
            roles.attach(panel);
            JTable table = all(panel, JTable.class).findFirst().orElseThrow();
            assertEquals("yes", table.getValueAt(1, 1).toString());
            table.changeSelection(1, 1, false, false);
            table.getActionMap().get("turn").actionPerformed(null);
            assertEquals("no", table.getValueAt(1, 1).toString());
            assertEquals(1, table.getSelectedRow());
            assertTrue(button(panel, "Save").isEnabled());
        });
    }

    private EmployeesPanel open() {
        EmployeesPanel panel = new EmployeesPanel(presenter);
        presenter.attach(panel);
        presenter.read();
        return panel;
    }

    private static AbstractButton button(Container container, String label) {
        return all(container, AbstractButton.class)
                .filter(button -> label.equals(button.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isSeen(Component part) {
        for (Component each = part; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    static <T> Stream<T> all(Container container, Class<T> type) {
        List<T> found = new ArrayList<>();
        collect(container, type, found);
        return found.stream();
    }

    private static <T> void collect(Container container, Class<T> type, List<T> found) {
        for (Component each : container.getComponents()) {
            if (type.isInstance(each)) {
                found.add(type.cast(each));
            }
            if (each instanceof Container inner) {
                collect(inner, type, found);
            }
        }
    }

    static void layOut(JPanel panel, int width, int height) {
        panel.setSize(width, height);
        doLayout(panel);
        // Wrapped labels know their height only when they have a width.
        doLayout(panel);
    }

    private static void doLayout(Container container) {
        container.doLayout();
        for (Component each : container.getComponents()) {
            if (each instanceof Container inner) {
                doLayout(inner);
            }
        }
    }
}
