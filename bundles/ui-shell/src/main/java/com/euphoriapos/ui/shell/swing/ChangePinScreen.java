package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.api.employee.Employees;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.present.SerialBackground;
import com.euphoriapos.ui.shell.ChangePinPresenter;
import java.util.Optional;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Under More: whoever is signed in changes their own PIN. */
@Component(service = Screen.class)
public final class ChangePinScreen implements Screen {
    private static final int WAITING_MAX = 2;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Employees employees;

    private final Edt edt = new Edt();
    private final SerialBackground background = new SerialBackground("pos-change-pin", WAITING_MAX, edt);
    private final ChangePinPresenter presenter;
    private @Nullable ChangePinPanel panel;

    @Activate
    public ChangePinScreen(@Reference Navigator navigator) {
        presenter = new ChangePinPresenter(() -> Optional.ofNullable(employees), background, navigator::back);
    }

    @Deactivate
    void stop() {
        edt.later(presenter::detach);
        background.close();
    }

    @Override
    public String id() {
        return "change-pin";
    }

    @Override
    public String title() {
        return "Change my PIN";
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public Menu menu() {
        return Menu.MORE;
    }

    @Override
    public Optional<String> permission() {
        return Optional.of("SELL");
    }

    @Override
    public JComponent component() {
        ChangePinPanel known = panel;
        if (known == null) {
            known = new ChangePinPanel(presenter);
            panel = known;
            presenter.attach(known);
        }
        return known;
    }

    @Override
    public void shown() {
        presenter.anew();
    }

    @Override
    public void hidden() {
        presenter.anew();
    }
}
