package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.employee.Employees;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.manager.RolesPresenter;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Under More: what the roles may do. Those who may change people see it; changing it needs more. */
@Component(service = Screen.class)
public final class RolesScreen extends ManagerScreen {
    private static final Place PLACE = new Place("roles", "Roles", 205, Permission.MANAGE_EMPLOYEES);
    private static final int WAITING_MAX = 4;

    private final Employees people;
    private final RolesPresenter presenter;
    private final Employees.Listener listener = this::changed;

    @Activate
    public RolesScreen(@Reference Employees people, @Reference Session session, @Reference Navigator navigator) {
        this(people, session::current, navigator);
    }

    RolesScreen(Employees people, Supplier<Optional<Operator>> operator, Navigator navigator) {
        super(PLACE, WAITING_MAX);
        this.people = people;
        this.presenter = new RolesPresenter(people, operator, background(), navigator::back);
        people.addListener(listener);
    }

    @Deactivate
    void stop() {
        people.removeListener(listener);
        end();
    }

    @Override
    Made make() {
        RolesPanel panel = new RolesPanel(presenter);
        presenter.attach(panel);
        return new Made(panel, panel::focusFirst, presenter::read, presenter::hidden, presenter::detach);
    }
}
