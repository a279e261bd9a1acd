package com.euphoriapos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.ManualClock;
import com.euphoriapos.ui.kit.input.ScanInput;
import com.euphoriapos.ui.kit.present.testing.DirectBackground;
import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import com.euphoriapos.ui.kit.present.testing.RecordingMessages;
import com.euphoriapos.ui.kit.sound.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which scans of the first start are text for a field, and which a code or a mistake. */
class LockedScansTest {
    private static final String SCANNED = "EPL1/" + PlayedLane.INVITE + "/10.0.0.5:7450";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-06T12:41:00Z"));
    private final PlayedLane played = PlayedLane.fresh();
    private final Lane lane = new Lane(new DirectUiThread());
    private final WizardPresenter wizard =
            new WizardPresenter(lane, new DirectBackground(), new DirectUiThread(), () -> {});
    private final SignInPresenter signIn =
            new SignInPresenter(lane, new DirectBackground(), clock, new RecordingMessages(), "");
    private final List<Tone> tones = new ArrayList<>();
    private boolean asking;
    private final LockedScans scans = new LockedScans(new SignInScans(signIn, () -> asking, tones::add), wizard);
    private final Map<String, String> texts = new HashMap<>();

    @BeforeEach
    void show() {
        played.bindTo(lane);
        wizard.attach(new WizardView() {
            @Override
            public void render(WizardState state) {}

            @Override
            public void fill(String field, String text) {
                texts.put(field, text);
            }
        });
    }

    @Test
    void leavesWhatComesFastToTheFieldsOfANewStore() {
        wizard.newStore();
        assertTrue(scans.leavesToField(input("Corner Shop on Main")));
        assertTrue(scans.leavesToField(input(SCANNED)), "there is no question for a code here");
    }

    @Test
    void soundsDullWhereNoFieldTookIt() {
        wizard.newStore();
        scan("Corner Shop on Main");
        assertEquals(List.of(Tone.HELD), tones);
        assertEquals(Map.of(), texts);
    }

    @Test
    void keepsTheCodeOfAStoreForItsFieldWhereverTheFocusIs() {
        wizard.joinStore();
        for (String code : List.of(SCANNED, PlayedLane.INVITE, "7KQ2-M9XA-44TD-PLZW-CC")) {
            assertFalse(scans.leavesToField(input(code)), code);
            scan(code);
            assertEquals(code, texts.get(WizardInput.JOIN_CODE));
        }
        assertEquals(List.of(), tones);
    }

    @Test
    void leavesAnAddressAndAPartOfACodeToTheFieldThatHasTheFocus() {
        wizard.joinStore();
        for (String typed : List.of("192.168.101.120:8123", "back-room.corner-shop.lan", "7KQ2-M9XA")) {
            assertTrue(scans.leavesToField(input(typed)), typed);
            scan(typed);
        }
        assertEquals(Map.of(), texts, "where no field has the focus it is no code either");
        assertEquals(3, tones.size());
    }

    @Test
    void typesNothingBehindTheSignIn() {
        asking = true;
        assertFalse(scans.leavesToField(input("Corner Shop on Main")));
    }

    private void scan(String data) {
        scans.scan(input(data), () -> {});
    }

    private ScanInput input(String data) {
        return new ScanInput(data, null, "wedge", clock.instant());
    }
}
