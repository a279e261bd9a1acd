package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.employee.Employees;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.input.ScanContext;
import com.euphoriapos.ui.kit.input.ScanInput;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.manager.EmployeesPresenter;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Under More: the people of the store, for those who may change them. */
@Component(service = Screen.class)
public final class EmployeesScreen extends ManagerScreen {
    private static final Place PLACE = new Place("employees", "Employees", 200, Permission.MANAGE_EMPLOYEES);
    private static final int WAITING_MAX = 8;

    private final Employees people;
    private final EmployeesPresenter presenter;
    private final Employees.Listener listener = this::changed;

    @Activate
    public EmployeesScreen(@Reference Employees people, @Reference Session session, @Reference Navigator navigator) {
        this(people, session::current, navigator);
    }

    EmployeesScreen(Employees people, Supplier<Optional<Operator>> operator, Navigator navigator) {
        super(PLACE, WAITING_MAX);
        this.people = people;
        this.presenter = new EmployeesPresenter(people, operator, background(), navigator::back);
        people.addListener(listener);
    }

    @Deactivate
    void stop() {
        people.removeListener(listener);
        end();
    }

    @Override
    Made make() {
        EmployeesPanel panel = new EmployeesPanel(presenter);
        presenter.attach(panel);
        return new Made(panel, panel::focusFirst, presenter::read, presenter::hidden, presenter::detach);
    }

    @Override
    public Optional<ScanContext> scanContext() {
        return Optional.of(scans);
    }

    /** Scans are taken here at once: one that waited could become the badge of whoever is changed next. */
    private final ScanContext scans = new ScanContext() {
        @Override
        public String name() {
            return "employees";
        }

        @Override
        public void scan(ScanInput input, Runnable done) {
            presenter.scanned(input.data());
            done.run();
        }
    };
}
