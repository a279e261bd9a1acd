package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.input.KeyBindings;
import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.TextSize;
import com.euphoriapos.ui.kit.theme.Theme;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Under More: light or dark, the size of the text, and whether things move. It changes under the open sale. */
@Component(service = Screen.class)
public final class LookScreen implements Screen {
    private final Navigator navigator;
    private final Map<PosButton, BooleanSupplier> choices = new LinkedHashMap<>();
    private @Nullable JPanel panel;

    @Activate
    public LookScreen(@Reference Navigator navigator) {
        this.navigator = navigator;
    }

    @Override
    public String id() {
        return "look";
    }

    @Override
    public String title() {
        return "Light, dark and text size";
    }

    @Override
    public Menu menu() {
        return Menu.MORE;
    }

    @Override
    public JComponent component() {
        JPanel known = panel;
        if (known == null) {
            known = build();
            panel = known;
        }
        return known;
    }

    @Override
    public void shown() {
        refresh();
    }

    private JPanel build() {
        JPanel screen = new JPanel(new MigLayout("insets 12, fill", "push[640!]push", "push[]push"));
        Card card = new Card(new MigLayout("insets 24, gap 8, fillx, wrap 2", "[140!][grow]", "[]2[]16[]"));
        card.add(Text.of(title(), Type.TITLE), "spanx 2");
        card.add(
                Text.of("Until the next start; the lane’s settings say how it starts", Type.BODY, Tone.TEXT2),
                "spanx 2");
        card.add(Text.of("Theme", Type.BODY_STRONG));
        JPanel themes = row(card);
        choice(themes, "Light", () -> Look.switchTo(Theme.LIGHT), () -> Look.theme() == Theme.LIGHT)
                .glyph(Glyph.SUN);
        choice(themes, "Dark", () -> Look.switchTo(Theme.DARK), () -> Look.theme() == Theme.DARK)
                .glyph(Glyph.MOON);
        card.add(Text.of("Text size", Type.BODY_STRONG));
        JPanel sizes = row(card);
        for (TextSize size : TextSize.values()) {
            choice(sizes, size.percent() + " %", () -> Look.textSize(size), () -> Look.textSize() == size);
        }
        card.add(Text.of("Motion", Type.BODY_STRONG));
        JPanel motion = row(card);
        choice(motion, "On", () -> Look.motion(true), Look::motion);
        choice(motion, "Off", () -> Look.motion(false), () -> !Look.motion());
        PosButton back =
                PosButton.secondary("Back").key("Esc").glyph(Glyph.ARROW_LEFT).on(navigator::back);
        card.add(back, "spanx 2, h 48!, gaptop 16");
        screen.add(card, "grow");
        KeyBindings.bind(screen, PosKeys.BACK, navigator::back);
        return screen;
    }

    private static JPanel row(JPanel card) {
        JPanel row = new JPanel(new MigLayout("insets 0, gap 8"));
        row.setOpaque(false);
        card.add(row);
        return row;
    }

    private PosButton choice(JPanel row, String label, Runnable action, BooleanSupplier chosen) {
        PosButton button = PosButton.secondary(label);
        button.on(() -> {
            action.run();
            refresh();
        });
        choices.put(button, chosen);
        row.add(button, "h 48!, wmin 110");
        return button;
    }

    private void refresh() {
        choices.forEach((button, chosen) -> button.setChosen(chosen.getAsBoolean()));
    }
}
