package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Department;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import org.jspecify.annotations.Nullable;

/** Round tabs in one row. What does not fit is behind More; nothing scrolls sideways. */
public final class TabPills extends JPanel {
    private static final int GAP = 6;
    private static final int TALL = 44;

    private final transient Consumer<String> listener;
    private final List<Pill> pills = new ArrayList<>();
    private final Pill more = new Pill(new Tab("", "More", null));
    private @Nullable String chosen;

    /** @param listener told the id of the tab that was tapped */
    public TabPills(Consumer<String> listener) {
        super(null);
        this.listener = listener;
        setOpaque(false);
        more.addActionListener(e -> openMore());
    }

    /** Shows these tabs and chooses the first, without telling the listener. */
    public void setTabs(List<Tab> tabs) {
        removeAll();
        pills.clear();
        for (Tab tab : tabs) {
            Pill pill = new Pill(tab);
            pill.addActionListener(e -> choose(tab.id()));
            pills.add(pill);
            add(pill);
        }
        add(more);
        select(tabs.isEmpty() ? null : tabs.get(0).id());
        revalidate();
    }

    /** Chooses a tab as a tap does. */
    public void choose(String id) {
        select(id);
        listener.accept(id);
    }

    /** Shows a tab as chosen without telling the listener. */
    public void select(@Nullable String id) {
        chosen = id;
        pills.forEach(pill -> pill.setChosen(pill.tab.id().equals(id)));
        revalidate();
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        int width = pills.stream()
                .mapToInt(p -> p.getPreferredSize().width + Scale.px(GAP))
                .sum();
        return new Dimension(width, Scale.px(TALL));
    }

    @Override
    public Dimension getMinimumSize() {
        return Scale.size(120, TALL);
    }

    @Override
    public void doLayout() {
        int gap = Scale.px(GAP);
        int moreWidth = more.getPreferredSize().width;
        boolean all = getPreferredSize().width - gap <= getWidth();
        int room = all ? getWidth() : getWidth() - moreWidth - gap;
        int x = 0;
        boolean full = false;
        more.setChosen(false);
        for (Pill pill : pills) {
            int width = pill.getPreferredSize().width;
            full = full || x + width > room;
            pill.setVisible(!full);
            if (full) {
                if (pill.tab.id().equals(chosen)) {
                    more.setChosen(true);
                }
            } else {
                pill.setBounds(x, 0, width, getHeight());
                x += width + gap;
            }
        }
        more.setVisible(full);
        more.setBounds(getWidth() - moreWidth, 0, moreWidth, getHeight());
    }

    private void openMore() {
        JPopupMenu menu = new JPopupMenu();
        for (Pill pill : pills) {
            if (!pill.isVisible()) {
                JMenuItem item = Type.BODY_STRONG.on(new JMenuItem(pill.tab.label()));
                item.addActionListener(e -> choose(pill.tab.id()));
                menu.add(item);
            }
        }
        menu.show(more, 0, more.getHeight());
    }

    /**
     * One tab.
     *
     * @param department gives it a dot, or null
     */
    public record Tab(String id, String label, @Nullable Department department) {}

    private static final class Pill extends CardButton {
        private final transient Tab tab;

        Pill(Tab tab) {
            super(ButtonKind.SECONDARY, tab.label());
            this.tab = tab;
            radius(TALL / 2);
        }

        private boolean isMore() {
            return tab.id().isEmpty();
        }

        @Override
        public Dimension getPreferredSize() {
            int words = getFontMetrics(Type.BODY_STRONG.font()).stringWidth(getText());
            int extra = isMore() ? 22 : tab.department() == null ? 4 : 16;
            return new Dimension(words + Scale.px(28 + extra), Scale.px(TALL));
        }

        @Override
        ButtonColors colors(ButtonState state) {
            ButtonColors usual = super.colors(state);
            return state == ButtonState.CHOSEN
                    ? new ButtonColors(Tone.TEXT.color(), Tone.TEXT.color(), 1, Tone.SURFACE.color(), usual.ring())
                    : usual;
        }

        @Override
        void paintFace(Graphics2D g, ButtonColors colors) {
            Face face = Face.of(this, g);
            int middle = getHeight() / 2;
            if (tab.department() == null && !isMore()) {
                face.centered(getText(), Type.BODY_STRONG.font(), colors.text(), middle);
                return;
            }
            int x = Scale.px(14);
            if (tab.department() != null) {
                int dot = Scale.px(10);
                g.setColor(tab.department().color());
                g.fill(new Ellipse2D.Float(x, middle - dot / 2f, dot, dot));
                x += dot + Scale.px(6);
            }
            x = face.line(getText(), Type.BODY_STRONG.font(), colors.text(), x, middle);
            if (isMore()) {
                face.icon(Glyph.CHEVRON_DOWN.icon(16), colors.text(), x + Scale.px(6), middle);
            }
        }
    }
}
