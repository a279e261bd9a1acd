package com.euphoriapos.core.employee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.approval.ApprovalRequest;
import com.euphoriapos.api.approval.ApprovalResult;
import com.euphoriapos.api.employee.Employees.Draft;
import com.euphoriapos.api.employee.Employees.EmployeeResult;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.api.setup.LaneSetup.Answers;
import com.euphoriapos.api.setup.LaneSetup.SetupResult;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.core.approval.ApprovalHarness;
import com.euphoriapos.core.approval.PinApprovals;
import com.euphoriapos.core.pin.BcryptHashing;
import com.euphoriapos.core.pin.PinCheck;
import com.euphoriapos.core.pin.PinChecks;
import com.euphoriapos.core.pin.PinHashing;
import com.euphoriapos.core.session.PinSession;
import com.euphoriapos.core.session.SessionHarness;
import com.euphoriapos.core.settings.LaneSettings;
import com.euphoriapos.core.settings.SettingsHarness;
import com.euphoriapos.core.setup.SetupHarness;
import com.euphoriapos.domain.Act;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Role;
import com.euphoriapos.secrets.file.RealSecrets;
import com.euphoriapos.store.sqlite.RealStores;
import com.euphoriapos.store.sqlite.RealStores.RealStore;
import com.euphoriapos.testkit.ManualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People over the real store and the real secret files. */
class RealPeopleTest {
    // Long, so that no other number in a file is one of them by chance.
    private static final String OWNERS = "817263549021";
    private static final String NEW_ONES = "827364519038";
    private static final String WISHED = "837465920173";
    private static final String WRONG = "847560312948";
    private static final String BADGE = "EMP-857069314725";

    @TempDir
    Path home;

    private final ManualClock clock = new ManualClock(People.START);

    @Test
    void keepsPeopleChainsAndNoPinInAnyFile() throws IOException {
        try (RealStore store = RealStores.open(home, clock)) {
            LaneSettings settings = SettingsHarness.open(store);
            SecretStore secrets = RealSecrets.open(home);
            Answers answers = new Answers("Shop", List.of(), "7", "$", "L1", "Olga", "Novak", OWNERS.toCharArray());
            assertInstanceOf(
                    SetupResult.Done.class,
                    SetupHarness.open(store, settings, secrets, clock, null).setUp(answers));
            PinHashing hashing = new BcryptHashing();
            PinCheck checks = PinChecks.real(store, settings, secrets, clock);
            PinSession session = SessionHarness.over(store, settings, checks, clock);
            Guard guard = new Guard(session, settings);
            StoredEmployees employees =
                    new StoredEmployees(store, guard, settings, settings, session, checks, hashing, clock);
            try {
                session.signIn(OWNERS.toCharArray());
                EmployeeResult added =
                        employees.add(new Draft("Lee", "Marsh", Role.SHIFT_LEAD), NEW_ONES.toCharArray());
                String lee = assertInstanceOf(EmployeeResult.Done.class, added)
                        .employee()
                        .orElseThrow()
                        .id();
                assertInstanceOf(EmployeeResult.Refused.class, employees.setPin(lee, OWNERS.toCharArray()));
                assertInstanceOf(EmployeeResult.Done.class, employees.setBadge(lee, BADGE));
                assertInstanceOf(SignInResult.WrongPin.class, session.signIn(WRONG.toCharArray()));
                session.signIn(NEW_ONES.toCharArray());
                allow(ApprovalHarness.desk(store, checks, session, settings, clock), session);
                assertInstanceOf(
                        EmployeeResult.Done.class,
                        employees.changeOwnPin(NEW_ONES.toCharArray(), WISHED.toCharArray()));
                assertEquals(
                        Optional.empty(), store.read(handle -> handle.outbox().firstBroken()));
                assertEquals(
                        Optional.empty(), store.read(handle -> handle.journal().firstBroken()));
            } finally {
                SessionHarness.stop(session);
            }
            assertNowhere();
        }
        assertNowhere();
    }

    private static void allow(PinApprovals desk, PinSession session) {
        Act act = Act.of(Permission.SELL, Money.ofCents(900_00));
        ApprovalRequest request = desk.ask(session.current().orElseThrow(), act, "Void a line", "sale");
        assertInstanceOf(ApprovalResult.WrongPin.class, desk.approve(request.id(), WRONG.toCharArray(), "broken"));
        assertInstanceOf(ApprovalResult.Approved.class, desk.approve(request.id(), OWNERS.toCharArray(), "broken"));
    }

    private void assertNowhere() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Path.of("target/test.log")));
        try (Stream<Path> all = Files.walk(home)) {
            all.filter(Files::isRegularFile).forEach(files::add);
        }
        assertTrue(files.size() >= 3, "the database was searched");
        for (Path file : files) {
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            for (String planted : List.of(OWNERS, NEW_ONES, WISHED, WRONG, BADGE)) {
                assertFalse(content.contains(planted), planted + " is in " + file);
            }
        }
    }
}
