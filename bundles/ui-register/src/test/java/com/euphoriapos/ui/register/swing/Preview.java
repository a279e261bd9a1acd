package com.euphoriapos.ui.register.swing;

import com.euphoriapos.api.approval.Approval;
import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.ui.kit.input.InputRouter;
import com.euphoriapos.ui.kit.input.KeyMap;
import com.euphoriapos.ui.kit.input.ScanInput;
import com.euphoriapos.ui.kit.input.WedgeSettings;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.LookSettings;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.TextSize;
import com.euphoriapos.ui.kit.theme.Theme;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.register.testing.Lane;
import com.euphoriapos.ui.register.testing.MemoryCheckout;
import com.euphoriapos.ui.register.testing.MemorySession;
import com.euphoriapos.ui.register.testing.Shop;
import java.awt.BorderLayout;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * The three screens in a window. Arguments: light|dark, width, height, text percent, scale percent, scene; a scene is one of
 * {@code sale}, {@code empty}, {@code change}, {@code picker}, {@code search}, {@code quantity}, {@code cancel}, {@code unknown},
 * {@code tender}, {@code typed}, {@code short}, {@code history}. Keys and a wedge work as in the product.
 */
public final class Preview implements Navigator {
    private final Lane lane = new Lane();
    private final Edt edt = new Edt();
    private final InputRouter router = new InputRouter(WedgeSettings.standard(), KeyMap.standard(), edt, tone -> {});
    private final Map<String, Screen> screens = new HashMap<>();
    private final JPanel stage = new JPanel(new BorderLayout());
    private InputRouter.@Nullable Registration context;
    private @Nullable Screen front;

    public static void main(String[] args) {
        Theme theme = Theme.valueOf(args[0].toUpperCase(Locale.ROOT));
        TextSize text = TextSize.ofPercent(Integer.parseInt(args[3]));
        Look.install(new LookSettings(theme, Integer.parseInt(args[4]), text, true));
        SwingUtilities.invokeLater(() -> {
            JFrame frame = new JFrame("Preview");
            frame.setUndecorated(true);
            frame.setSize(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
            new Preview().open(frame, args[5]);
        });
    }

    /** Shows a scene in the frame, in place of what was there. */
    void open(JFrame frame, String scene) {
        RegisterDesk desk = new RegisterDesk(
                lane.checkout,
                lane.catalog,
                lane.history,
                lane.history,
                lane.settings,
                lane.approvals,
                lane.drawer,
                lane.suspended,
                this);
        desk.bindRouter(router);
        MoreScreens more = new MoreScreens(new MemorySession());
        for (Screen screen :
                new Screen[] {new SaleScreen(desk, more), new TenderScreen(desk), new HistoryScreen(desk)}) {
            screens.put(screen.id(), screen);
        }
        router.install();
        JPanel root = new JPanel(new BorderLayout());
        JPanel bar = new JPanel(new MigLayout("insets 0 14 0 14, fill, h 56!", "[grow]", "[center]"));
        Text.tone(bar, Tone.TEXT, Tone.SURFACE);
        bar.add(Text.of("Main St Spirits", Type.ITEM, Tone.TEXT));
        root.add(bar, BorderLayout.NORTH);
        root.add(stage);
        frame.setContentPane(root);
        prepare(scene);
        show(scene.matches("tender|typed|short|failed") ? "tender" : scene.equals("history") ? "history" : "sale");
        frame.setVisible(true);
        SwingUtilities.invokeLater(() -> play(scene));
    }

    /** Sees no more keys. */
    void close() {
        router.uninstall();
    }

    private void prepare(String scene) {
        if (scene.equals("history")) {
            for (int i = 1; i <= 14; i++) {
                add(i, 1 + i % 3);
                add(20 - i, 1);
                lane.checkout.takeCash(Money.parse("500"));
            }
        } else if (scene.equals("change")) {
            add(13, 3);
            lane.checkout.takeCash(Money.parse("80"));
        } else if (scene.equals("waiting")) {
            add(13, 3);
            lane.suspended.suspend("Blue jacket");
            add(14, 1);
            lane.suspended.suspend("");
            add(1, 2);
            add(9, 4);
            lane.suspended.suspend("Back at six, left the wallet in the car with the dog");
        } else if (!scene.equals("empty") && !scene.equals("none")) {
            add(13, 3);
            add(14, 2);
            add(15, 1);
            add(16, 1);
            add(17, 2);
            add(18, 4);
            lane.checkout.voidLine(4);
            lane.checkout.overridePrice(5, Money.parse("13.50"), "Damaged", Optional.of(new Approval("ruth")));
            add(19, 1);
        }
        if (scene.equals("long")) {
            for (int i = 1; i < 9; i++) {
                add(i, i);
            }
        }
    }

    private void add(int item, int pieces) {
        CatalogMatch match = lane.shop.all().get(item - 1);
        lane.checkout.add(match.product().id(), 1, Quantity.of(pieces), "");
    }

    private void play(String scene) {
        switch (scene) {
            case "picker" -> {
                scan(Shop.SHARED_CODE);
                scan(Shop.code(1));
                scan(Shop.code(2));
            }
            case "unknown" -> {
                key("6*");
                scan("041220576074");
            }
            case "quantity" -> key("*12");
            case "code" -> {
                screen(SalePanel.class).presenter().openCode();
                key("86037");
            }
            case "cancel" -> screen(SalePanel.class).presenter().askCancel();
            case "search" -> {
                screen(SalePanel.class).presenter().openSearch();
                screen(SalePanel.class).search("vod");
            }
            case "price" -> {
                screen(SalePanel.class).presenter().price();
                key("1500");
            }
            case "why" -> {
                screen(SalePanel.class).presenter().price();
                screen(SalePanel.class).presenter().price();
                key("20");
                screen(SalePanel.class).presenter().enter();
            }
            case "no-sale" -> screen(SalePanel.class).presenter().noSale();
            case "leave" -> {
                lane.checkout.leaveNeeded(Optional.of("ruth"));
                screen(SalePanel.class).presenter().voidLine();
            }
            case "suspend" -> screen(SalePanel.class).presenter().suspend();
            case "waiting", "none" -> screen(SalePanel.class).presenter().suspend();
            case "typed" -> key("26000");
            case "short" -> {
                lane.checkout.takeCash(Money.parse("100"));
                key("5000");
            }
            case "failed" -> {
                lane.checkout.nextPayment(new TenderResult.NotCompleted("The disk is full", "INC-7F3A"));
                screen(TenderPanel.class).presenter().take();
            }
            case "held" -> {}
            default -> {}
        }
    }

    private <T> T screen(Class<T> kind) {
        return kind.cast(stage.getComponent(0));
    }

    private void key(String keys) {
        for (char key : keys.toCharArray()) {
            if (stage.getComponent(0) instanceof TenderPanel tender) {
                tender.presenter().digit(key);
            } else if (key == '*') {
                screen(SalePanel.class).presenter().quantity();
            } else {
                screen(SalePanel.class).presenter().digit(key);
            }
        }
    }

    private void scan(String code) {
        router.scan(new ScanInput(code, null, "preview", MemoryCheckout.NOW));
    }

    @Override
    public boolean show(String screenId) {
        Screen next = screens.get(screenId);
        if (next == null) {
            return false;
        }
        Screen before = front;
        if (before != null) {
            before.hidden();
        }
        InputRouter.Registration old = context;
        if (old != null) {
            old.close();
        }
        front = next;
        stage.removeAll();
        stage.add(next.component());
        stage.setMinimumSize(Scale.size(400, 300));
        context = next.scanContext().map(router::pushContext).orElse(null);
        next.shown();
        stage.revalidate();
        stage.repaint();
        return true;
    }

    @Override
    public void back() {
        show("sale");
    }

    @Override
    public Optional<String> current() {
        return Optional.ofNullable(front).map(Screen::id).map(Objects::requireNonNull);
    }
}
