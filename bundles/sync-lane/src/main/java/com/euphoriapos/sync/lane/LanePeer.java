package com.euphoriapos.sync.lane;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** An address from {@code sync.lane.peer-NAME.cfg} at which another lane may be. Who answers there is found out by its key. */
@Component(
        service = LanePeer.class,
        configurationPid = "sync.lane.peer",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = LanePeer.Config.class, factory = true)
public final class LanePeer {
    private final HostPort where;

    /** Settings in {@code sync.lane.peer-NAME.cfg}. */
    @ObjectClassDefinition(name = "Other lane", description = "Where another lane may be, for networks without mDNS.")
    public @interface Config {
        @AttributeDefinition(name = "Address", description = "Such as wss://192.168.1.42:8123 or 192.168.1.42.")
        String uri();
    }

    @Activate
    public LanePeer(Config config) {
        where = HostPort.parse(config.uri(), LaneNetSettings.PORT)
                .orElseThrow(() -> new IllegalArgumentException("uri is no address: " + config.uri()));
    }

    HostPort where() {
        return where;
    }
}
