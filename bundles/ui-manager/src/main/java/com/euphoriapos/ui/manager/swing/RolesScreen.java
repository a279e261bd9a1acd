package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.employee.Employees;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.present.SerialBackground;
import com.euphoriapos.ui.manager.RolesPresenter;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Under More: what the roles may do. Those who may change people see it; changing it needs more. */
@Component(service = Screen.class)
public final class RolesScreen implements Screen {
    private static final int WAITING_MAX = 4;

    private final Edt edt = new Edt();
    private final SerialBackground background = new SerialBackground("pos-roles-screen", WAITING_MAX, edt);
    private final Employees people;
    private final RolesPresenter presenter;
    private final Employees.Listener listener = () -> edt.later(this::changed);
    private @Nullable RolesPanel panel;
    private boolean inFront;

    @Activate
    public RolesScreen(@Reference Employees people, @Reference Session session, @Reference Navigator navigator) {
        this(people, session::current, navigator);
    }

    RolesScreen(Employees people, Supplier<Optional<Operator>> operator, Navigator navigator) {
        this.people = people;
        this.presenter = new RolesPresenter(people, operator, background, navigator::back);
        people.addListener(listener);
    }

    @Deactivate
    void stop() {
        people.removeListener(listener);
        edt.later(presenter::detach);
        background.close();
    }

    @Override
    public String id() {
        return "manager.roles";
    }

    @Override
    public String title() {
        return "Roles";
    }

    @Override
    public int order() {
        return 205;
    }

    @Override
    public Menu menu() {
        return Menu.MORE;
    }

    @Override
    public Optional<String> permission() {
        return Optional.of(Permission.MANAGE_EMPLOYEES.name());
    }

    @Override
    public JComponent component() {
        RolesPanel known = panel;
        if (known == null) {
            known = new RolesPanel(presenter);
            presenter.attach(known);
            panel = known;
        }
        return known;
    }

    @Override
    public void shown() {
        inFront = true;
        presenter.read();
        RolesPanel known = panel;
        if (known != null) {
            edt.later(known::focusFirst);
        }
    }

    @Override
    public void hidden() {
        inFront = false;
        presenter.hidden();
    }

    private void changed() {
        if (inFront) {
            presenter.read();
        }
    }
}
