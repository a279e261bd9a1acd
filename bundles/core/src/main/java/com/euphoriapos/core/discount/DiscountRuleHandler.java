package com.euphoriapos.core.discount;

import com.euphoriapos.api.replication.TopicHandler;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.VersionRepository;
import com.euphoriapos.api.store.VersionRepository.Part;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.settings.Actors;
import com.euphoriapos.core.sync.Conflicts;
import com.euphoriapos.core.sync.LastEdit;
import com.euphoriapos.core.sync.Payload;
import com.euphoriapos.domain.DiscountRule;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Rate;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Takes over discount rules that other lanes changed: the last edit of a rule wins. Stateless. */
@Component(property = TopicHandler.PROPERTY_TOPICS + "=" + Topics.DISCOUNT_RULE_UPSERT)
public final class DiscountRuleHandler implements TopicHandler {
    @Activate
    public DiscountRuleHandler() {}

    /** A rule is decided by its edits, not by their order. */
    @Override
    public boolean ordered() {
        return false;
    }

    @Override
    public void apply(Event event, StoreHandle handle) {
        Payload payload = Payload.of(event);
        DiscountRule rule = rule(payload);
        Part part = new Part("discount_rule:" + rule.id(), VersionRepository.WHOLE);
        if (!event.aggregate().equals(part.aggregate())) {
            throw payload.refused("id", "is not what the event is about");
        }
        Actors.require(handle, event, payload, Permission.MANAGE_SETTINGS);
        LastEdit.Merge merge = LastEdit.merge(
                handle.versions().of(part.aggregate(), part.name()), LastEdit.edit(event, payload.text("base")));
        Conflicts.keep(
                handle,
                part,
                merge,
                () -> handle.discountRules()
                        .byId(rule.id())
                        .map(DiscountRuleHandler::words)
                        .orElse(Map.of()),
                () -> words(rule));
        if (merge.wins()) {
            handle.discountRules().save(rule, payload.moment("updatedAt"));
        }
    }

    @Override
    public void restore(Event event, StoreHandle handle) {
        Payload payload = Payload.of(event);
        DiscountRule rule = rule(payload);
        if (Conflicts.isShown(handle, new Part("discount_rule:" + rule.id(), VersionRepository.WHOLE), event)) {
            handle.discountRules().save(rule, payload.moment("updatedAt"));
        }
    }

    private static DiscountRule rule(Payload payload) {
        return payload.valid(() -> new DiscountRule(
                payload.key("id"),
                payload.key("scope"),
                payload.text("category"),
                payload.text("size"),
                payload.valid("percentPpm", () -> new Rate(payload.number("percentPpm"))),
                payload.money("fixedAmount"),
                payload.flag("employeeApprovalRequired"),
                payload.flag("active")));
    }

    private static Map<String, String> words(DiscountRule rule) {
        return Map.of(
                "scope", rule.scope(),
                "category", rule.category(),
                "size", rule.size(),
                "percent", rule.percent().percent(),
                "fixedAmount", rule.fixedAmount().toString(),
                "employeeApprovalRequired", Boolean.toString(rule.approvalRequired()),
                "active", Boolean.toString(rule.active()));
    }
}
