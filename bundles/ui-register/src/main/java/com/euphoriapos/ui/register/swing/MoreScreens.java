package com.euphoriapos.ui.register.swing;

import com.euphoriapos.api.session.Session;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.register.MoreEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The screens that other bundles list under More. Thread-safe; {@link #entries} on the event thread. */
@Component(service = MoreScreens.class)
public final class MoreScreens {
    private final List<Screen> screens = new CopyOnWriteArrayList<>();
    private final Session session;

    @Activate
    public MoreScreens(@Reference Session session) {
        this.session = session;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindScreen(Screen screen) {
        screens.add(screen);
    }

    void unbindScreen(Screen screen) {
        screens.remove(screen);
    }

    /** In the order of the menu. */
    List<MoreEntry> entries() {
        return screens.stream()
                .filter(screen -> screen.menu() == Screen.Menu.MORE)
                .sorted(Comparator.comparingInt(Screen::order).thenComparing(Screen::title))
                .map(screen -> new MoreEntry(screen.id(), screen.title(), allowed(screen.permission())))
                .toList();
    }

    private boolean allowed(Optional<String> permission) {
        return permission.isEmpty()
                || session.current()
                        .filter(operator -> operator.may(Permission.valueOf(permission.get())))
                        .isPresent();
    }
}
