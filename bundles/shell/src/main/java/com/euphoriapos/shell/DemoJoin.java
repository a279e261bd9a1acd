package com.euphoriapos.shell;

import com.euphoriapos.api.replication.Pairing;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.setup.LaneSetup.FieldProblem;
import com.euphoriapos.api.setup.LaneSetup.JoinRequest;
import com.euphoriapos.api.setup.LaneSetup.JoinResult;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * On a further demo lane that is new: joins the first one, by the ceremony of all lanes. Its launcher, whose service makes this component
 * active, asks the first lane's for a code; after that it hears that this lane is done.
 */
@Component(
        immediate = true,
        service = {})
public final class DemoJoin {
    /** Framework property: what this lane is called in the demo store, such as L2. */
    static final String LANE = "pos.demo.lane";

    private static final Logger LOG = LoggerFactory.getLogger(DemoJoin.class);

    private final LaneSetup setup;
    private final String label;

    /** The network is what the set-up joins with: before it is there it can't. */
    @Activate
    public DemoJoin(
            BundleContext context,
            @Reference LaneSetup setup,
            @Reference Pairing pairing,
            @Reference(
                            target = "(pos.demo.starter=true)",
                            cardinality = ReferenceCardinality.OPTIONAL,
                            policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    UnaryOperator<String> starter) {
        this.setup = setup;
        this.label = Objects.requireNonNullElse(context.getProperty(LANE), "");
        if (starter == null) {
            // A lane that no demo has started.
            return;
        }
        // A daemon: it waits for another process, and must not hold up the end of the program.
        Thread thread = new Thread(() -> join(starter), "demo-join");
        thread.setDaemon(true);
        thread.start();
    }

    private void join(UnaryOperator<String> starter) {
        if (setup.state() == LaneSetup.State.NEEDED) {
            String[] invite = starter.apply("invite").split(" ", 2);
            if (invite.length == 2) {
                JoinResult result = setup.join(new JoinRequest(invite[0], invite[1], label), progress -> {});
                if (result instanceof JoinResult.Refused refused) {
                    LOG.warn(
                            "The demo lane could not join: {}",
                            refused.problems().stream()
                                    .map(FieldProblem::reason)
                                    .collect(Collectors.joining(" ")));
                }
            }
        }
        String heard = starter.apply("done");
        LOG.debug("The first lane's process says: {}", heard);
    }
}
