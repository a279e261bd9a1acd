package com.euphoriapos.launcher.robot;

import com.euphoriapos.domain.CompletedTransaction;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Makes a drop-in of the robot: sells as soon as it is started, and prints a line of JSON for every sale that is completed. PIN,
 * codes and seed come from the system properties {@code robot.pin}, {@code robot.codes} and {@code robot.seed}.
 */
public final class RobotActivator implements BundleActivator {
    // Not System.out: the command shell puts a stream of its own there.
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private @Nullable SellingRobot robot;

    @Override
    public void start(BundleContext context) {
        SellingRobot fresh = new SellingRobot(
                context,
                System.getProperty("robot.pin", ""),
                List.of(System.getProperty("robot.codes", "").split(",")),
                Long.getLong("robot.seed", 0),
                this::print);
        fresh.start();
        robot = fresh;
    }

    private void print(CompletedTransaction sale) {
        out.println("{\"sold\":\"" + sale.id() + "\",\"receiptNumber\":\"" + sale.receiptNumber() + "\",\"totalCents\":"
                + sale.priced().total().cents() + "}");
    }

    @Override
    public void stop(BundleContext context) {
        SellingRobot running = robot;
        if (running != null) {
            running.close();
        }
    }
}
