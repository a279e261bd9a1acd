package com.euphoriapos.core.cloud;

import com.euphoriapos.api.lane.Cloud;
import com.euphoriapos.api.replication.CloudLink;
import com.euphoriapos.api.replication.CloudLink.EnrolResult;
import com.euphoriapos.api.replication.CloudLink.Status;
import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.core.Arrival;
import com.euphoriapos.core.Listeners;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.domain.Permission;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The line to the cloud, for whoever may. Thread-safe. */
@Component(service = Cloud.class)
public final class StoreCloud implements Cloud {
    private static final String ALONE = "The part that talks to the cloud is not running; the diagnostics say why.";

    private final Guard guard;
    private final Listeners<Listener> listeners = new Listeners<>("the cloud");
    private final CloudLink.Listener told = () -> listeners.tell(Listener::cloudChanged);
    private volatile @Nullable CloudLink link;

    @Activate
    public StoreCloud(@Reference Guard guard) {
        this.guard = guard;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindLink(CloudLink now) {
        link = now;
        now.addListener(told);
        told.cloudChanged();
    }

    void unbindLink(CloudLink gone) {
        gone.removeListener(told);
        if (gone.equals(link)) {
            link = null;
            told.cloudChanged();
        }
    }

    @Override
    public Status status() {
        CloudLink now = link;
        return now == null ? Status.NONE : now.status();
    }

    @Override
    public EnrolResult enrol(String address, String code) {
        Optional<String> problem = guard.problem(Permission.MANAGE_LANES);
        if (problem.isPresent()) {
            return new EnrolResult.Refused(problem.get());
        }
        CloudLink now = awaitLink();
        return now == null ? new EnrolResult.Refused(ALONE) : now.enrol(address, code);
    }

    @Override
    public Optional<String> push() {
        guard.require(Permission.DIAGNOSTICS);
        CloudLink now = awaitLink();
        return now == null ? Optional.of(ALONE) : now.push();
    }

    @Override
    public Optional<String> pull() {
        guard.require(Permission.DIAGNOSTICS);
        CloudLink now = awaitLink();
        return now == null ? Optional.of(ALONE) : now.pull();
    }

    @Override
    public List<Finding> reconcile() {
        guard.require(Permission.DIAGNOSTICS);
        CloudLink now = awaitLink();
        return now == null ? List.of(new Finding("cloud", false, ALONE)) : now.reconcile();
    }

    private @Nullable CloudLink awaitLink() {
        return Arrival.await(() -> link, Arrival.SWAP);
    }

    @Override
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }
}
