package com.euphoriapos.testkit.printer;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The emulator as a program: {@code --port N --columns N --out FILE}. Prints {@code port N}, appends each receipt, drawer pulse
 * and problem to the file as it happens, and takes faults from standard input, one a line. Ends when it is ended.
 */
public final class EscPosEmulatorProgram {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final EscPosEmulator printer;
    private final Path out;
    private int receipts;
    private int pulses;
    private int problems;

    private EscPosEmulatorProgram(EscPosEmulator printer, Path out) {
        this.printer = printer;
        this.out = out;
    }

    /** Runs until the process is ended. */
    public static void main(String[] args) throws IOException {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        int columns = Integer.parseInt(options.getOrDefault("--columns", "48"));
        int port = Integer.parseInt(options.getOrDefault("--port", "0"));
        Path out = Path.of(options.getOrDefault("--out", "receipts.txt"));
        EscPosEmulator printer = EscPosEmulator.start(columns, port);
        PrintStream terminal = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        terminal.println("port " + printer.port());
        Thread commands = new Thread(() -> obey(printer, terminal), "escpos-emulator-commands");
        commands.setDaemon(true);
        commands.start();
        new EscPosEmulatorProgram(printer, out).record();
    }

    private void record() throws IOException {
        Files.writeString(out, "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        while (!Thread.currentThread().isInterrupted()) {
            printer.await(this::changed, LOOK);
            StringBuilder text = new StringBuilder();
            List<Integer> opened = printer.pulses();
            for (; pulses < opened.size(); pulses++) {
                text.append("=== drawer pin ").append(opened.get(pulses)).append('\n');
            }
            List<PrintedReceipt> cut = printer.receipts();
            for (; receipts < cut.size(); receipts++) {
                text.append(cut.get(receipts).text()).append("=== cut\n");
            }
            List<String> wrong = printer.problems();
            for (; problems < wrong.size(); problems++) {
                text.append("=== problem ").append(wrong.get(problems)).append('\n');
            }
            Files.writeString(out, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private boolean changed(EscPosEmulator now) {
        return now.pulses().size() > pulses
                || now.receipts().size() > receipts
                || now.problems().size() > problems;
    }

    private static void obey(EscPosEmulator printer, PrintStream terminal) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                terminal.println(obey(printer, line.strip()) ? "ok" : "unknown: " + line);
            }
        } catch (IOException e) {
            terminal.println("standard input failed: " + e.getMessage());
        }
    }

    private static boolean obey(EscPosEmulator printer, String command) {
        switch (command) {
            case "paper out" -> printer.paperOutAfter(0);
            case "paper load" -> printer.loadPaper();
            case "paper low" -> printer.nearEnd(true);
            case "paper enough" -> printer.nearEnd(false);
            case "cover open" -> printer.cover(true);
            case "cover close" -> printer.cover(false);
            case "drawer close" -> printer.drawerSwitch(false);
            case "silent" -> printer.silent(true);
            case "answer" -> printer.silent(false);
            case "unplug" -> printer.unplug();
            case "plug" -> printer.plug();
            case "jam" -> printer.jamCutter();
            default -> {
                return obeyNumber(printer, command);
            }
        }
        return true;
    }

    private static boolean obeyNumber(EscPosEmulator printer, String command) {
        if (!command.matches("paper out [0-9]{1,9}")) {
            return false;
        }
        printer.paperOutAfter(Long.parseLong(command.substring("paper out ".length())));
        return true;
    }
}
