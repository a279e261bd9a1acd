package com.euphoriapos.launcher.robot;

import com.euphoriapos.domain.CompletedTransaction;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Makes a drop-in of the robots: one sells as soon as it is started, and prints a line of JSON for every sale that is completed; where
 * {@code robot.races} is set, the other one races for suspended sales and suspends so many. PIN, codes and seed come from the system
 * properties {@code robot.pin}, {@code robot.codes} and {@code robot.seed}, where they tell each other things from {@code robot.meeting}, the milliseconds between two sales from {@code robot.pause}.
 */
public final class RobotActivator implements BundleActivator {
    // Not System.out: the command shell puts a stream of its own there.
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private @Nullable Robot robot;

    @Override
    public void start(BundleContext context) {
        String pin = System.getProperty("robot.pin", "");
        List<String> codes = List.of(System.getProperty("robot.codes", "").split(","));
        long seed = Long.getLong("robot.seed", 0);
        Path meeting = Path.of(System.getProperty("robot.meeting", ""));
        Integer races = Integer.getInteger("robot.races");
        Robot fresh = races == null
                ? new SellingRobot(context, pin, codes, seed, this::print)
                : new RacingRobot(context, new RacingRobot.Part(pin, codes.get(0), races, seed, meeting), out::println);
        fresh.start();
        robot = fresh;
    }

    private void print(CompletedTransaction sale) {
        out.println("{\"sold\":\"" + sale.id() + "\",\"receiptNumber\":\"" + sale.receiptNumber() + "\",\"totalCents\":"
                + sale.priced().total().cents() + "}");
    }

    @Override
    public void stop(BundleContext context) {
        Robot running = robot;
        if (running != null) {
            running.close();
            out.println("{\"robot\":\"ended\"}");
        }
    }
}
