package com.euphoriapos.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.euphoriapos.domain.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.junit.jupiter.api.Test;

final class SecretsTest {
    private static BufferedReader input(String text) {
        return new BufferedReader(new StringReader(text));
    }

    /** A session that knows where secrets are read. */
    private static CommandSession session(Secrets secrets) {
        return (CommandSession) Proxy.newProxyInstance(
                SecretsTest.class.getClassLoader(),
                new Class<?>[] {CommandSession.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "get" -> Command.SECRETS_VARIABLE.equals(arguments[0]) ? secrets : null;
                    case "getConsole" -> new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void takesTheNextLineAndLeavesTheOneBehind() throws IOException {
        BufferedReader lines = input("739155\r\npos:status\n");
        Secrets secrets = new Secrets(lines, null);
        char[] pin = secrets.read("PIN");
        assertArrayEquals("739155".toCharArray(), pin);
        assertEquals("pos:status", lines.readLine());
        secrets.wipe();
        assertArrayEquals(new char[6], pin);
    }

    @Test
    void saysWhatIsMissing() {
        CommandException refused = assertThrows(CommandException.class, () -> new Secrets(input(""), null).read("PIN"));
        assertEquals("the next line of standard input has to be the PIN", refused.getMessage());
    }

    @Test
    void aPinIsNeverLeftBehindAsACommand() throws IOException {
        BufferedReader lines = input("739155\npos:status\n");
        SecretCommand failing = new SecretCommand() {
            @Override
            void run(List<String> words, Output output, Secrets secrets) {
                secrets.read("PIN");
                throw new CommandException("say a role");
            }

            @Override
            String usage() {
                return "";
            }
        };
        CommandSession session = session(new Secrets(lines, null));
        assertThrows(CommandException.class, () -> failing.execute(session, List.of()));
        assertEquals("pos:status", lines.readLine());
    }

    @Test
    void rolesAreTakenAsPeopleTypeThem() {
        assertEquals(Role.SHIFT_LEAD, EmployeeAnswers.role("shift-lead"));
        assertEquals(Role.SHIFT_LEAD, EmployeeAnswers.role("SHIFT_LEAD"));
        assertEquals(
                "there is no role \"boss\"; there are cashier, shift-lead, manager, owner",
                assertThrows(CommandException.class, () -> EmployeeAnswers.role("boss"))
                        .getMessage());
    }
}
