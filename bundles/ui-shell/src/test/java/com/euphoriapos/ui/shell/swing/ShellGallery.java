package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.api.replication.Pairing.Nearby;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Role;
import com.euphoriapos.ui.kit.input.InputRouter;
import com.euphoriapos.ui.kit.input.KeyMap;
import com.euphoriapos.ui.kit.input.WedgeSettings;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.SerialBackground;
import com.euphoriapos.ui.shell.Lane;
import com.euphoriapos.ui.shell.LookChoice;
import com.euphoriapos.ui.shell.PlayedLane;
import java.time.Clock;
import java.util.List;

/** Opens the real window on a played lane: {@code ready}, {@code demo}, {@code fresh}, {@code lost} or {@code trouble}. */
public final class ShellGallery {
    private ShellGallery() {}

    public static void main(String[] arguments) {
        String scene = arguments.length == 0 ? "ready" : arguments[0];
        Edt edt = new Edt();
        SerialBackground background = new SerialBackground("gallery", 16, edt);
        Lane lane = new Lane(edt);
        LookChoice look = LookChoice.read(System::getProperty, System.getenv());
        InputRouter router = new InputRouter(WedgeSettings.standard(), KeyMap.standard(), edt, tone -> {});
        Desktop desktop = new Desktop(
                new Desktop.Parts(lane, background, Clock.systemDefaultZone(), router, tone -> {}, WindowPlace.WHOLE),
                look,
                () -> System.exit(0));
        edt.later(desktop::open);
        PlayedLane played = scene.equals("fresh") ? PlayedLane.fresh() : PlayedLane.ready();
        if (scene.equals("fresh")) {
            played.nearby = List.of(
                    new Nearby("Main St Spirits", "L1", "192.168.1.20:7450"),
                    new Nearby("Main St Spirits", "L2", "192.168.1.21:7450"));
        }
        if (scene.equals("lost")) {
            played.state = com.euphoriapos.api.setup.LaneSetup.State.SECRETS_LOST;
        }
        if (scene.equals("demo")) {
            played.demo();
        } else {
            played.staff(List.of(
                    PlayedLane.DANA,
                    PlayedLane.RUTH,
                    new Operator("e3", "Marcus", "Abel", Role.CASHIER),
                    new Operator("e4", "Jo", "Sand", Role.CASHIER),
                    new Operator("e5", "Tomas", "Pol", Role.CASHIER),
                    new Operator("e6", "Olive", "West", Role.OWNER)));
        }
        chips(played, scene.equals("trouble"));
        played.bindTo(lane);
    }

    private static void chips(PlayedLane played, boolean trouble) {
        if (trouble) {
            played.items(
                    new StatusItem(
                            "printer", Level.DANGER, "Printer absent, 2 waiting", "Receipts wait; check the cable."),
                    new StatusItem("scanner", Level.WARN, "Scanner away", "Plug it in again."),
                    new StatusItem("disk", Level.WARN, "Disk nearly full", "Free some space on this machine."),
                    new StatusItem("store", Level.OK, "Database", ""));
        } else {
            played.items(
                    new StatusItem("printer", Level.OK, "Printer", ""),
                    new StatusItem("scanner", Level.OK, "Scanner", ""),
                    new StatusItem("paper", Level.WARN, "Paper low", "About 40 receipts are left on the roll."));
        }
    }
}
