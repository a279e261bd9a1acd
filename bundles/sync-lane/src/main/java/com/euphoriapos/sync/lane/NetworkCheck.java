package com.euphoriapos.sync.lane;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says where the lane listens, how many links stand, and who was turned away. Counts only. */
@Component(
        service = HealthCheck.class,
        property = {HealthCheck.NAME + "=Lane network", HealthCheck.TAGS + "=sync"})
public final class NetworkCheck implements HealthCheck {
    private final LaneNetwork network;

    @Activate
    public NetworkCheck(@Reference LaneNetwork network) {
        this.network = network;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        LaneNet net = network.net();
        if (!net.trouble().isEmpty()) {
            log.warn("{}", net.trouble());
        }
        if (net.port() == 0) {
            log.info("Not listening: there is no other lane and no invite.");
        } else {
            log.info("Listening on port {}, {} links", net.port(), net.links());
        }
        if (!net.neighbourhood().trouble().isEmpty()) {
            log.info("{}", net.neighbourhood().trouble());
        }
        String refused = net.refusals().words();
        if (!refused.isEmpty()) {
            log.info("Turned away since the start: {}", refused);
        }
        return new Result(log);
    }
}
