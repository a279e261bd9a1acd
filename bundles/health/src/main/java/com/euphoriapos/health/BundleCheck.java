package com.euphoriapos.health;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Lists bundles that should run and do not, with what they lack. */
@Component(property = {HealthCheck.NAME + "=Bundles", HealthCheck.TAGS + "=system"})
public final class BundleCheck implements HealthCheck {
    private static final String HOME = "pos.home";

    private final BundleContext context;

    @Activate
    public BundleCheck(BundleContext context) {
        this.context = context;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        int fine = 0;
        List<String> jars = dropped(log);
        for (Bundle bundle : context.getBundles()) {
            String name = bundle.getSymbolicName() == null ? bundle.getLocation() : bundle.getSymbolicName();
            if (bundle.getState() == Bundle.INSTALLED) {
                List<String> missing = missing(bundle);
                log.critical(
                        "{} {} can't be used: {}",
                        name,
                        bundle.getVersion(),
                        missing.isEmpty() ? "it is not resolved" : "it needs " + String.join(", ", missing));
            } else if (bundle.getState() == Bundle.RESOLVED && shouldRun(bundle, jars)) {
                log.critical("{} {} did not start; the log says why", name, bundle.getVersion());
            } else {
                fine++;
            }
        }
        untaken(log, jars);
        log.info("{} bundles are fine", fine);
        return new Result(log);
    }

    /** Names of the jars in the watched folder. */
    private List<String> dropped(FormattingResultLog log) {
        String home = context.getProperty(HOME);
        if (home == null || home.isBlank()) {
            return List.of();
        }
        try {
            return ConfigFiles.names(Path.of(home, "plugins"), "*.jar");
        } catch (IOException e) {
            log.critical("The plugins folder can't be read: {}", e.getMessage());
            return List.of();
        }
    }

    /** Jars of the watched folder that are no bundle of this lane: just dropped, or unusable. */
    private void untaken(FormattingResultLog log, List<String> jars) {
        Set<String> taken = new HashSet<>();
        for (Bundle bundle : context.getBundles()) {
            taken.add(ConfigFiles.nameOf(bundle.getLocation()));
        }
        for (String jar : jars) {
            if (!jar.startsWith(".") && !taken.contains(jar)) {
                log.critical("{} in the plugins folder is not used: it is no bundle, or not read yet", jar);
            }
        }
    }

    /** Drop-ins, too, which whoever watches their folder starts anew each time: nothing of that is kept. */
    private static boolean shouldRun(Bundle bundle, List<String> dropped) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        boolean fragment = revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
        BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
        boolean kept = level != null && level.isPersistentlyStarted();
        return !fragment && (kept || dropped.contains(ConfigFiles.nameOf(bundle.getLocation())));
    }

    private List<String> missing(Bundle bundle) {
        List<String> missing = new ArrayList<>();
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        FrameworkWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        if (revision == null || wiring == null) {
            return missing;
        }
        for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
            boolean optional = "optional".equals(requirement.getDirectives().get("resolution"));
            String effective = requirement.getDirectives().getOrDefault("effective", "resolve");
            if (!optional
                    && effective.equals("resolve")
                    && wiring.findProviders(requirement).isEmpty()) {
                missing.add(requirement.getNamespace() + " "
                        + requirement.getDirectives().getOrDefault("filter", ""));
            }
        }
        return missing;
    }
}
