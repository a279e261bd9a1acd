package com.euphoriapos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.setup.LaneSetup.State;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.present.testing.DirectBackground;
import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import com.euphoriapos.ui.kit.present.testing.RecordingMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import org.junit.jupiter.api.Test;

class ShellPresenterTest {
    private final PlayedLane played = PlayedLane.ready();
    private final Lane lane = new Lane(new DirectUiThread());
    private final RecordingMessages messages = new RecordingMessages();
    private final ShellPresenter shell = new ShellPresenter(lane, new DirectBackground(), messages);
    private final RecordingView view = new RecordingView();
    private final PlainScreen sale = new PlainScreen("sale", Optional.empty());
    private final PlainScreen history = new PlainScreen("history", Optional.empty());
    private final PlainScreen products = new PlainScreen("manager.import", Optional.of("MANAGE_CATALOG"));

    @Test
    void opensBeforeTheStoreIsThereAndThenAsksForThePin() {
        shell.attach(view);
        assertEquals(List.of("opening"), view.pages);
        played.bindTo(lane);
        assertEquals(List.of("opening", "sign-in"), view.pages);
        played.items();
        assertEquals(2, view.pages.size(), "a change of the chips rebuilds nothing");
    }

    @Test
    void asksForTheSetUpFirstAndForTheCodeWhenTheSecretsAreLost() {
        played.state = State.NEEDED;
        open();
        assertEquals("wizard", view.last());
        played.become(State.SECRETS_LOST);
        assertEquals("recovery", view.last());
        played.become(State.READY);
        assertEquals("sign-in", view.last());
    }

    @Test
    void keepsTheWizardUntilTheCodeIsWrittenDown() {
        boolean[] holds = {true};
        shell.wizardHolds(() -> holds[0]);
        open();
        assertEquals("wizard", view.last());
        holds[0] = false;
        shell.refresh();
        assertEquals("sign-in", view.last());
    }

    @Test
    void waitsForADemoToSetItselfUp() {
        played.state = State.NEEDED;
        shell.demo(true);
        open();
        assertEquals("opening", view.last());
    }

    @Test
    void showsTheSaleAfterSignInAndHidesItWhenTheLaneLocks() {
        shell.add(sale);
        open();
        signIn("1111");
        assertEquals("screen sale", view.last());
        assertEquals("shown", sale.calls());
        shell.lock();
        assertEquals("sign-in", view.last());
        assertEquals("shown hidden", sale.calls());
        assertTrue(shell.front().isEmpty());
        assertTrue(shell.current().isEmpty());
    }

    @Test
    void showsACalmCardWhileTheSaleScreenIsReplacedAndThenTheNewOne() {
        shell.add(sale);
        open();
        signIn("1111");
        shell.remove(sale);
        assertEquals("missing The sale screen is being replaced", view.last());
        PlainScreen successor = new PlainScreen("sale", Optional.empty());
        shell.add(successor);
        assertEquals("screen sale", view.last());
        assertEquals("shown", successor.calls());
    }

    @Test
    void changesToTheNewerOfTwoScreensWithOneName() {
        shell.add(sale);
        open();
        signIn("1111");
        PlainScreen newer = new PlainScreen("sale", Optional.empty());
        shell.add(newer);
        assertEquals(Optional.of(newer), shell.front());
        shell.remove(sale);
        assertEquals(Optional.of(newer), shell.front());
    }

    @Test
    void goesBackTheWayItCame() {
        shell.add(sale);
        shell.add(history);
        open();
        signIn("1111");
        assertTrue(shell.show("history"));
        assertEquals(Optional.of("history"), shell.current());
        shell.back();
        assertEquals(Optional.of("sale"), shell.current());
        shell.back();
        assertEquals(Optional.of("sale"), shell.current());
        assertFalse(shell.show("nothing"));
    }

    @Test
    void saysWhoMayOpenAScreenThatACashierMayNot() {
        shell.add(sale);
        shell.add(products);
        open();
        signIn("1111");
        assertFalse(shell.show("manager.import"));
        assertEquals(List.of("Only the manager or the owner may open “manager.import”"), messages.titles());
        signIn("222222");
        assertTrue(shell.show("manager.import"));
    }

    @Test
    void opensDiagnosticsOnALockedLaneAndNothingElse() {
        shell.add(sale);
        shell.add(new PlainScreen("diagnostics", Optional.empty()));
        open();
        assertFalse(shell.show("sale"));
        assertEquals("sign-in", view.last());
        assertTrue(shell.show("diagnostics"));
        assertEquals("screen diagnostics", view.last());
        shell.back();
        assertEquals("sign-in", view.last());
    }

    @Test
    void survivesAScreenThatFails() {
        PlainScreen broken = new PlainScreen("sale", Optional.empty()) {
            @Override
            public void shown() {
                throw new IllegalStateException("broken on purpose");
            }
        };
        shell.add(broken);
        open();
        signIn("1111");
        shell.lock();
        assertEquals("sign-in", view.last());
    }

    private void open() {
        played.bindTo(lane);
        shell.attach(view);
    }

    private void signIn(String pin) {
        played.signIn(pin.toCharArray());
    }

    private static class PlainScreen implements Screen {
        private final String id;
        private final Optional<String> permission;
        private final List<String> calls = new ArrayList<>();

        PlainScreen(String id, Optional<String> permission) {
            this.id = id;
            this.permission = permission;
        }

        String calls() {
            return String.join(" ", calls);
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String title() {
            return id;
        }

        @Override
        public JComponent component() {
            throw new UnsupportedOperationException("the presenter needs no component");
        }

        @Override
        public Optional<String> permission() {
            return permission;
        }

        @Override
        public void shown() {
            calls.add("shown");
        }

        @Override
        public void hidden() {
            calls.add("hidden");
        }
    }

    private static final class RecordingView implements ShellView {
        private final List<String> pages = new ArrayList<>();

        String last() {
            return pages.get(pages.size() - 1);
        }

        @Override
        public void showOpening(String what) {
            pages.add("opening");
        }

        @Override
        public void showWizard() {
            pages.add("wizard");
        }

        @Override
        public void showRecovery() {
            pages.add("recovery");
        }

        @Override
        public void showSignIn() {
            pages.add("sign-in");
        }

        @Override
        public void showScreen(Screen screen) {
            pages.add("screen " + screen.id());
        }

        @Override
        public void showMissing(String title, String detail) {
            pages.add("missing " + title);
        }
    }
}
