package com.euphoriapos.ui.register.swing;

import com.euphoriapos.api.approval.Approvals;
import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.checkout.SuspendedSales;
import com.euphoriapos.api.history.SalesHistory;
import com.euphoriapos.api.receipt.Receipts;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.till.TillDrawer;
import com.euphoriapos.ui.kit.input.InputRouter;
import com.euphoriapos.ui.kit.input.KeyMap;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.Messages;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.SerialBackground;
import com.euphoriapos.ui.kit.sound.Sounds;
import com.euphoriapos.ui.kit.sound.Tone;
import com.euphoriapos.ui.register.Scans;
import com.euphoriapos.ui.register.Services;
import com.euphoriapos.ui.register.Tools;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * What the three screens share: the use cases, and the two threads they work on. One thread changes the sale, so the cashier's acts
 * take effect in their order whichever screen they came from; the other looks things up.
 */
@Component(service = RegisterDesk.class)
public final class RegisterDesk {
    /** Scans come one at a time; only a key held down can fill this. */
    private static final int WAITING_MAX = 64;

    private final Edt edt = new Edt();
    private final SerialBackground work = new SerialBackground("pos-register", WAITING_MAX, edt);
    private final SerialBackground lookups = new SerialBackground("pos-register-lookups", WAITING_MAX, edt);
    private final Services services;
    private final Navigator navigator;

    private volatile @Nullable InputRouter router;
    private volatile @Nullable Sounds sounds;

    @Activate
    public RegisterDesk(
            @Reference Checkout checkout,
            @Reference Catalog catalog,
            @Reference SalesHistory history,
            @Reference Receipts receipts,
            @Reference Settings settings,
            @Reference Approvals approvals,
            @Reference TillDrawer drawer,
            @Reference SuspendedSales suspended,
            @Reference Navigator navigator) {
        this.services = new Services(checkout, catalog, history, receipts, settings, approvals, drawer, suspended);
        this.navigator = navigator;
    }

    /** The one way in for scans and keys; without it there are no keys, but fingers still work. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindRouter(InputRouter service) {
        router = service;
    }

    void unbindRouter(InputRouter service) {
        if (service.equals(router)) {
            router = null;
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindSounds(Sounds service) {
        sounds = service;
    }

    void unbindSounds(Sounds service) {
        if (service.equals(sounds)) {
            sounds = null;
        }
    }

    @Deactivate
    void stop() {
        work.close();
        lookups.close();
    }

    Services services() {
        return services;
    }

    Tools tools(Messages messages) {
        return new Tools(edt, work, lookups, navigator, messages, this::play, new RouterScans());
    }

    Caps caps() {
        InputRouter present = router;
        return new Caps(present == null ? RegisterKeys.with(KeyMap.standard()) : RegisterKeys.addTo(present));
    }

    String currencySign() {
        return services.settings().current().map(StoreSettings::currencySymbol).orElse("");
    }

    Edt edt() {
        return edt;
    }

    private void play(Tone tone) {
        Sounds present = sounds;
        if (present != null) {
            present.accept(tone);
        }
    }

    private final class RouterScans implements Scans {
        @Override
        public int waiting() {
            InputRouter present = router;
            return present == null ? 0 : present.waiting();
        }

        @Override
        public void resume() {
            InputRouter present = router;
            if (present != null) {
                present.intakeChanged();
            }
        }
    }
}
