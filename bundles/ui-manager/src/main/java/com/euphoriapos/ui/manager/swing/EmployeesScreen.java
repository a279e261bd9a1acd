package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.employee.Employees;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.input.ScanContext;
import com.euphoriapos.ui.kit.input.ScanInput;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.present.SerialBackground;
import com.euphoriapos.ui.manager.EmployeesPresenter;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Under More: the people of the store, for those who may change them. */
@Component(service = Screen.class)
public final class EmployeesScreen implements Screen {
    private static final int WAITING_MAX = 8;

    private final Edt edt = new Edt();
    private final SerialBackground background = new SerialBackground("pos-employees-screen", WAITING_MAX, edt);
    private final Employees people;
    private final EmployeesPresenter presenter;
    private final Employees.Listener listener = () -> edt.later(this::changed);
    private @Nullable EmployeesPanel panel;
    private boolean inFront;

    @Activate
    public EmployeesScreen(@Reference Employees people, @Reference Session session, @Reference Navigator navigator) {
        this(people, session::current, navigator);
    }

    EmployeesScreen(Employees people, Supplier<Optional<Operator>> operator, Navigator navigator) {
        this.people = people;
        this.presenter = new EmployeesPresenter(people, operator, background, navigator::back);
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
        return "manager.employees";
    }

    @Override
    public String title() {
        return "Employees";
    }

    @Override
    public int order() {
        return 200;
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
        EmployeesPanel known = panel;
        if (known == null) {
            known = new EmployeesPanel(presenter);
            presenter.attach(known);
            panel = known;
        }
        return known;
    }

    @Override
    public void shown() {
        inFront = true;
        presenter.read();
        EmployeesPanel known = panel;
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
