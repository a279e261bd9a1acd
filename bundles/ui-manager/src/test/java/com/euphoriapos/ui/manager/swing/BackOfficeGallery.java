package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.replication.CloudLink;
import com.euphoriapos.api.replication.Replication.Peer;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.PairedLane.State;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Role;
import com.euphoriapos.ui.kit.input.InputRouter;
import com.euphoriapos.ui.kit.input.KeyMap;
import com.euphoriapos.ui.kit.input.WedgeSettings;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.present.testing.RecordingNavigator;
import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.LookSettings;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.TextSize;
import com.euphoriapos.ui.kit.theme.Theme;
import com.euphoriapos.ui.manager.testing.MemoryEmployees;
import com.euphoriapos.ui.manager.testing.MemorySession;
import com.euphoriapos.ui.manager.testing.PlayedCloud;
import com.euphoriapos.ui.manager.testing.PlayedLanes;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Toolkit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;

/** A back-office screen over the whole display, on people in memory. Arguments: light|dark, text percent, role, touch|keys, people|roles|lanes, state of a cloud. */
public final class BackOfficeGallery {
    private BackOfficeGallery() {}

    public static void main(String[] args) {
        Theme theme = args.length > 0 && args[0].equals("dark") ? Theme.DARK : Theme.LIGHT;
        TextSize text = TextSize.ofPercent(args.length > 1 ? Integer.parseInt(args[1]) : 100);
        Role role = args.length > 2 ? Role.of(args[2]) : Role.MANAGER;
        Dimension display = Toolkit.getDefaultToolkit().getScreenSize();
        Look.install(new LookSettings(theme, Scale.suggestedPercent(display.width, display.height), text, true));
        Look.touchOnly(args.length > 3 && args[3].equals("touch"));
        MemorySession session = new MemorySession(new Operator("e2", "Ruth", "Kimball", role));
        String which = args.length > 4 ? args[4] : "people";
        MemoryEmployees people = people(session);
        RecordingNavigator navigator = new RecordingNavigator();
        SwingUtilities.invokeLater(() -> open(
                switch (which) {
                    case "roles" -> new RolesScreen(people, session::current, navigator);
                    case "lanes" -> new LanesScreen(lanes(), cloud(args.length > 5 ? args[5] : ""), navigator);
                    default -> new EmployeesScreen(people, session::current, navigator);
                }));
    }

    private static PlayedCloud cloud(String state) {
        PlayedCloud cloud = new PlayedCloud();
        if (!state.isEmpty()) {
            String parked = "Sale L1-7KQ-000012 is parked in the cloud: it has no lines that add up to its total.";
            cloud.status = state.equals("FINE")
                    ? PlayedCloud.status(CloudLink.State.FINE, 0, Instant.now(), parked)
                    : PlayedCloud.status(CloudLink.State.valueOf(state), 1_204, Instant.now());
        }
        return cloud;
    }

    /** Twenty of them, in every state that there is. */
    static PlayedLanes lanes() {
        PlayedLanes lanes = new PlayedLanes();
        Instant now = Instant.now();
        for (String id : List.of("01975b0a-4ac1-7d3e-8f2b-5c1e0a9d7b11", "01975b0a-4ac1-7d3e-8f2b-5c1e0a9d7b12")) {
            lanes.parked.add(PlayedLanes.event(id));
        }
        for (int i = 2; i <= 20; i++) {
            State state = i < 18
                    ? State.ACTIVE
                    : List.of(State.STALE, State.RETIRED, State.REVOKED).get(i - 18);
            boolean connected = state == State.ACTIVE && i % 5 != 0;
            String address = "192.168.1." + i + ":8123";
            String away = "It can't be reached; what it lacks waits here. Is it switched on, and its network cable in?"
                    + " Last attempt: " + address + ": nobody listens there.";
            String clock = i == 6 ? "Its clock is 7 min ahead of this lane's; set the one that is wrong." : "";
            lanes.peers.add(new Peer(
                    new PairedLane(("0" + i).repeat(32), "L" + i, state, address),
                    connected,
                    i == 10 ? Optional.empty() : Optional.of(now.minusSeconds(connected ? 2 : i * i * i * 97L)),
                    connected ? (i == 4 ? 12_345 : 0) : i * 31,
                    connected ? 0 : i,
                    i == 6 ? 7 * 60_000 : 0,
                    connected ? clock : away));
        }
        return lanes;
    }

    static MemoryEmployees people(MemorySession session) {
        return new MemoryEmployees(session)
                .with(new MemoryEmployees.Employee("e1", "Dana", "Reyes", Role.CASHIER, true, false, true), "4711")
                .with(MemoryEmployees.person("e2", "Ruth", "Kimball", Role.MANAGER), "222222")
                .with(MemoryEmployees.person("e3", "Olive", "West", Role.OWNER), "739155")
                .with(new MemoryEmployees.Employee("e4", "Marcus", "Abel", Role.SHIFT_LEAD, true, true, false), "5512")
                .with(MemoryEmployees.person("e5", "José", "Álvarez-Montoya de la Cruz", Role.CASHIER), "8042")
                .with(MemoryEmployees.person("e6", "Jo", "", Role.CASHIER), "6390")
                .with(new MemoryEmployees.Employee("e7", "Tomas", "Pol", Role.CASHIER, false, false, false), "1799");
    }

    private static void open(Screen screen) {
        Edt edt = new Edt();
        InputRouter router = new InputRouter(WedgeSettings.standard(), KeyMap.standard(), edt, tone -> {});
        router.install();
        JFrame frame = new JFrame("Back office");
        frame.setUndecorated(true);
        JPanel content = new JPanel(new BorderLayout());
        JPanel bar = new JPanel();
        bar.setPreferredSize(Scale.size(100, 56));
        content.add(bar, BorderLayout.NORTH);
        content.add(screen.component());
        frame.setContentPane(content);
        frame.setBounds(new java.awt.Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
        frame.setVisible(true);
        screen.scanContext().ifPresent(router::pushContext);
        screen.shown();
    }
}
