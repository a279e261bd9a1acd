package com.euphoriapos.device.simulator.robot;

import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** {@code robot:ring}: rings random sales on the thread of the shell. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=robot", "osgi.command.function=ring"})
public final class RingCommand implements Function {
    private static final String JSON_VARIABLE = "pos.json";
    private static final String JSON_FLAG = "--json";

    private final Robot robot;

    @Activate
    public RingCommand(
            @Reference Checkout checkout,
            @Reference Session session,
            @Reference Settings settings,
            @Reference Catalog catalog,
            @Reference Store store) {
        this(new Robot(checkout, session, settings, catalog, store, System::nanoTime));
    }

    RingCommand(Robot robot) {
        this.robot = robot;
    }

    @Deactivate
    void stop() {
        robot.stop();
    }

    @Override
    public Object execute(CommandSession session, List<Object> arguments) {
        boolean json = Boolean.TRUE.equals(session.get(JSON_VARIABLE));
        List<String> words = new ArrayList<>();
        for (Object argument : arguments) {
            String word = String.valueOf(argument);
            if (word.equals(JSON_FLAG)) {
                json = true;
            } else {
                words.add(word);
            }
        }
        robot.work(RobotOrder.parse(words), new Report(session.getConsole(), json));
        return "";
    }
}
