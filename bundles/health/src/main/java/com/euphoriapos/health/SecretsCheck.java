package com.euphoriapos.health;

import com.euphoriapos.api.secret.SecretStore;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Where the secrets are kept, and whether that is the best this machine could do. Never looks at a secret. */
@Component(property = {HealthCheck.NAME + "=Secrets", HealthCheck.TAGS + "=store"})
public final class SecretsCheck implements HealthCheck {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable SecretStore secrets;

    @Activate
    public SecretsCheck() {}

    SecretsCheck(SecretStore secrets) {
        this.secrets = secrets;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        SecretStore now = secrets;
        if (now == null) {
            log.critical("There is no secret store: nobody can sign in");
            return new Result(log);
        }
        String degraded = now.degradedReason();
        if (degraded.isEmpty()) {
            log.info("Secrets are in the keychain of the operating system");
        } else {
            log.warn("Secrets: {}", degraded);
        }
        return new Result(log);
    }
}
