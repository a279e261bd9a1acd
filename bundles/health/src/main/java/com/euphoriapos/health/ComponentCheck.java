package com.euphoriapos.health;

import java.util.Arrays;
import java.util.Map;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/**
 * Lists the components that failed to start, with the file and the reason, and those that wait for a service that is missing.
 * A component that only waits for a configuration is no problem: it is a device that this lane does not have.
 */
@Component(property = {HealthCheck.NAME + "=Components", HealthCheck.TAGS + "=system"})
public final class ComponentCheck implements HealthCheck {
    private final ServiceComponentRuntime runtime;

    @Activate
    public ComponentCheck(@Reference ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        int active = 0;
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
            for (ComponentConfigurationDTO configured : runtime.getComponentConfigurationDTOs(description)) {
                switch (configured.state) {
                    case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                        log.critical("{}: {}", place(configured), Failures.reason(configured.failure));
                    case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                        log.warn("{} waits for {}", place(configured), missing(configured.unsatisfiedReferences));
                    case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                        log.debug("{} has no configuration", description.name);
                    default -> active++;
                }
            }
        }
        log.info("{} components are ready", active);
        return new Result(log);
    }

    /** The file that configures it, where there is one; else its name. */
    private static String place(ComponentConfigurationDTO configured) {
        Map<String, Object> properties = configured.properties == null ? Map.of() : configured.properties;
        String file = ConfigFiles.nameOf(properties.get(ConfigFiles.FILE_PROPERTY));
        return file.isEmpty() ? configured.description.name : file + " (" + configured.description.name + ")";
    }

    private static String missing(UnsatisfiedReferenceDTO[] references) {
        return references == null
                ? "a service"
                : String.join(
                                ", ",
                                Arrays.stream(references)
                                        .map(r -> r.name + " " + r.target)
                                        .toList())
                        .replace(" null", "");
    }
}
