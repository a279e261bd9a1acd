package com.euphoriapos.ui.register.swing;

import com.euphoriapos.api.session.Session;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.register.MoreEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The screens that other bundles list under More. Thread-safe; {@link #entries} on the event thread. */
@Component(service = MoreScreens.class)
public final class MoreScreens {
    private final Map<ServiceReference<Screen>, Optional<Screen>> screens = new ConcurrentHashMap<>();
    private final @Nullable BundleContext context;
    private final Session session;

    @Activate
    public MoreScreens(BundleContext context, @Reference Session session) {
        this.context = context;
        this.session = session;
    }

    /** Lists nothing: a desk outside of any framework. */
    MoreScreens(Session session) {
        this.context = null;
        this.session = session;
    }

    /** The sale screen is one of them and needs this component first, so none is made before the menu is asked for. */
    @Reference(service = Screen.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindScreen(ServiceReference<Screen> screen) {
        screens.put(screen, Optional.empty());
    }

    void unbindScreen(ServiceReference<Screen> screen) {
        Optional<Screen> gone = screens.remove(screen);
        if (context != null && gone != null && gone.isPresent()) {
            context.ungetService(screen);
        }
    }

    /** In the order of the menu; on the event thread. */
    List<MoreEntry> entries() {
        screens.replaceAll((reference, known) -> known.isPresent() ? known : service(reference));
        return screens.values().stream()
                .flatMap(Optional::stream)
                .filter(screen -> screen.menu() == Screen.Menu.MORE)
                .sorted(Comparator.comparingInt(Screen::order).thenComparing(Screen::title))
                .map(screen -> new MoreEntry(screen.id(), screen.title(), allowed(screen.permission())))
                .toList();
    }

    private Optional<Screen> service(ServiceReference<Screen> reference) {
        return context == null ? Optional.empty() : Optional.ofNullable(context.getService(reference));
    }

    private boolean allowed(Optional<String> permission) {
        return permission.isEmpty()
                || session.current()
                        .filter(operator -> operator.may(Permission.valueOf(permission.get())))
                        .isPresent();
    }
}
