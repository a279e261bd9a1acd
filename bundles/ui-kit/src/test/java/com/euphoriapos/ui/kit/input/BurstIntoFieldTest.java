package com.euphoriapos.ui.kit.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import java.awt.Component;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JButton;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes as fast as a scanner's keys while a form is in front that wants text. */
class BurstIntoFieldTest {
    private static final String CODE = "012345678905";

    private final JTextField field = new ShownField("");
    private final AtomicReference<@Nullable Component> focus = new AtomicReference<>(field);
    private final InputRouter router =
            new InputRouter(WedgeSettings.standard(), KeyMap.standard(), new DirectUiThread(), tone -> {}, focus::get);
    private final List<String> scans = new ArrayList<>();
    private final List<String> entered = new ArrayList<>();
    private final List<Character> passed = new ArrayList<>();
    private final Hand hand = new Hand();
    private boolean text = true;

    @BeforeEach
    void showTheForm() {
        field.addKeyListener(new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent e) {
                if (e.getKeyCode() == KeyEvent.VK_ENTER) {
                    entered.add(field.getText());
                }
            }
        });
        router.pushContext(new ScanContext() {
            @Override
            public String name() {
                return "form";
            }

            @Override
            public boolean leavesToField(ScanInput input) {
                return text;
            }

            @Override
            public void scan(ScanInput input, Runnable done) {
                scans.add(input.data());
                done.run();
            }
        });
    }

    /** Hands the keys over; the field gets what the router lets through. Then nothing follows. */
    private void type() {
        for (Stroke each : hand.inOrder()) {
            int id =
                    switch (each.phase()) {
                        case PRESSED -> KeyEvent.KEY_PRESSED;
                        case TYPED -> KeyEvent.KEY_TYPED;
                        case RELEASED -> KeyEvent.KEY_RELEASED;
                    };
            int code = each.symbol() == '\n' ? KeyEvent.VK_ENTER : each.code();
            int known = each.phase() == Stroke.Phase.TYPED ? KeyEvent.VK_UNDEFINED : code;
            KeyEvent event = new KeyEvent(field, id, each.when(), 0, known, each.symbol());
            if (!router.dispatch(event)) {
                passed.add(each.symbol());
                field.dispatchEvent(event);
            }
        }
        router.configure(WedgeSettings.standard());
    }

    @Test
    void entersItAtTheCaretInPlaceOfWhatIsSelected() {
        field.setText("Old Store Inc.");
        field.select(0, 9);
        hand.scan("Corner Shop", 1000, 10, false);
        type();
        assertEquals("Corner Shop Inc.", field.getText());
        assertEquals(List.of(), scans);
        assertTrue(router.idle(), "nobody gets it later");
    }

    @Test
    void entersNothingTwiceAndNothingOutOfTurn() {
        hand.key('A', 1000, 60).key('t', 1200, 60);
        hand.scan(" the Corner", 1400, 10, false);
        // Too few to be a scan, and then one that pauses longer than a scanner does.
        hand.scan(" of ", 1800, 10, false);
        hand.scan("Mai", 2100, 10, false);
        hand.scan("n Street", 2168, 10, false);
        hand.key('!', 2600, 60);
        type();
        assertEquals("At the Corner of Main Street!", field.getText());
        assertEquals(List.of(), scans);
    }

    @Test
    void keepsTheOrderOfAHandThatRollsOverItsKeys() {
        String text = "the quick brown fox";
        for (int i = 0; i < text.length(); i++) {
            hand.key(text.charAt(i), 1000 + 20 * i, i % 5 == 2 ? 210 : 90);
        }
        type();
        assertEquals(text, field.getText());
    }

    @Test
    void pressesNothingByTheEnterBehindIt() {
        hand.scan(CODE, 1000, 5, true);
        type();
        assertEquals(CODE, field.getText());
        assertEquals(List.of(), entered);
    }

    @Test
    void pressesNothingByALineEndWithinIt() {
        hand.scan("@corner\nshop", 1000, 5, true);
        type();
        assertEquals("@cornershop", field.getText());
        assertEquals(List.of(), entered);
    }

    @Test
    void leadsToTheNextFieldByATabBehindIt() {
        long end = hand.scan("Corner Shop", 1000, 10, false);
        hand.key('\t', end + 10, 2);
        end = hand.scan("Main Street", 2000, 10, false);
        hand.key('\t', end + 200, 60);
        type();
        assertEquals("Corner ShopMain Street", field.getText());
        assertEquals(List.of('\t', '\t', '\t', '\t', '\t', '\t'), passed, "pressed, typed and let go");
    }

    @Test
    void leadsNowhereByTheTabOfAScanThatIsNoText() {
        text = false;
        long end = hand.scan(CODE, 1000, 10, false);
        hand.key('\t', end + 10, 2);
        type();
        assertEquals(List.of(CODE), scans);
        assertEquals(List.of(), passed);
    }

    @Test
    void leavesAwayThePrefix() {
        router.configure(WedgeSettings.standard().withPrefix(WedgeSettings.Mark.symbol('~')));
        hand.scan("~~" + CODE, 1000, 5, true);
        type();
        assertEquals("~" + CODE, field.getText());
    }

    @Test
    void entersADevicesScanWithoutSeparators() {
        field.setText("No. ");
        router.scan(new ScanInput("0109501\u001d21X\r\n", null, "scanner-1", Instant.EPOCH));
        assertEquals("No. 010950121X", field.getText());
        assertEquals(List.of(), scans);
    }

    @Test
    void givesTheContextWhatComesWhileASecretIsTyped() {
        JPasswordField pin = new JPasswordField();
        focus.set(pin);
        hand.scan(CODE, 1000, 5, true);
        type();
        router.scan(new ScanInput(CODE, null, "scanner-1", Instant.EPOCH));
        assertEquals(0, pin.getDocument().getLength());
        assertEquals(List.of(CODE, CODE), scans);
    }

    @Test
    void givesTheContextWhatComesWhileNoFieldHasTheFocus() {
        focus.set(new JButton());
        hand.scan(CODE, 1000, 5, true);
        type();
        assertEquals(List.of(CODE), scans);
        assertEquals("", field.getText());
    }
}
