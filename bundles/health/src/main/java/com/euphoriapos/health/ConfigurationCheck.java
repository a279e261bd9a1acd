package com.euphoriapos.health;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Lists cfg files that were not read, and those whose name no component of this lane takes. */
@Component(property = {HealthCheck.NAME + "=Configuration", HealthCheck.TAGS + "=system"})
public final class ConfigurationCheck implements HealthCheck {
    private static final String HOME = "pos.home";

    private final ConfigurationAdmin admin;
    private final ServiceComponentRuntime runtime;
    private final @Nullable Path folder;

    @Activate
    public ConfigurationCheck(
            @Reference ConfigurationAdmin admin, @Reference ServiceComponentRuntime runtime, BundleContext context) {
        this(admin, runtime, folder(context.getProperty(HOME)));
    }

    ConfigurationCheck(ConfigurationAdmin admin, ServiceComponentRuntime runtime, @Nullable Path folder) {
        this.admin = admin;
        this.runtime = runtime;
        this.folder = folder;
    }

    private static @Nullable Path folder(@Nullable String home) {
        return home == null || home.isBlank() ? null : Path.of(home, "config");
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        try {
            Configuration[] found = admin.listConfigurations(null);
            List<Configuration> all = found == null ? List.of() : List.of(found);
            unread(log, all);
            untaken(log, all);
            log.info("{} configurations are read", all.size());
        } catch (IOException | InvalidSyntaxException e) {
            log.critical("The configurations can't be listed: {}", e.getMessage());
        }
        return new Result(log);
    }

    private void unread(FormattingResultLog log, List<Configuration> all) throws IOException {
        Path files = folder;
        if (files == null) {
            return;
        }
        Set<String> read = new HashSet<>();
        for (Configuration one : all) {
            if (one.getProperties() != null) {
                read.add(ConfigFiles.nameOf(one.getProperties().get(ConfigFiles.FILE_PROPERTY)));
            }
        }
        for (String name : ConfigFiles.names(files)) {
            if (!read.contains(name)) {
                String fault = ConfigFiles.fault(files.resolve(name));
                log.critical("{}: it was not read{}", name, fault.isEmpty() ? " (yet)" : ": " + fault);
            }
        }
    }

    private void untaken(FormattingResultLog log, List<Configuration> all) {
        Set<String> taken = new HashSet<>();
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
            if (description.configurationPid != null) {
                taken.addAll(List.of(description.configurationPid));
            }
        }
        for (Configuration one : all) {
            String pid = one.getFactoryPid() == null ? one.getPid() : one.getFactoryPid();
            if (!taken.contains(pid) && !pid.startsWith("org.apache.felix")) {
                Object file =
                        one.getProperties() == null ? null : one.getProperties().get(ConfigFiles.FILE_PROPERTY);
                String name = ConfigFiles.nameOf(file);
                log.warn(
                        "{}: nothing on this lane takes \"{}\"; is its bundle missing, or the name wrong?",
                        name.isEmpty() ? pid : name,
                        pid);
            }
        }
    }
}
