package com.euphoriapos.core.cloud;

import com.euphoriapos.api.access.LocalConsole;
import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.replication.TopicHandler;
import com.euphoriapos.api.store.FeedRepository.Change;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.VersionRepository;
import com.euphoriapos.api.store.VersionRepository.Version;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.catalog.CloudProducts;
import com.euphoriapos.core.catalog.ProductHandler;
import com.euphoriapos.core.discount.DiscountRuleHandler;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.settings.ConfigHandler;
import com.euphoriapos.core.sync.Derived;
import com.euphoriapos.core.sync.LastEdit;
import com.euphoriapos.core.sync.Payload;
import java.util.Map;
import java.util.Optional;

/**
 * A change of the cloud as the edit that it is: it has its stamp, and the rule of the lanes decides whether it is shown. It is read by
 * the same handlers as the edits of other lanes, so that all come to the same in whatever order they arrive, and from wherever.
 */
final class Changes {
    /** Topics by kinds. */
    private static final Map<String, String> TOPICS = Map.of(
            "product", Topics.PRODUCT_UPSERT,
            "discount_rule", Topics.DISCOUNT_RULE_UPSERT,
            "pos_config", Topics.POS_CONFIG_UPDATE);

    private static final String ROLE = "OWNER";

    private final TopicHandler products = new ProductHandler();
    private final TopicHandler rules = new DiscountRuleHandler();
    private final TopicHandler settings = new ConfigHandler();

    /** What a change says beside the thing itself. */
    private record Head(Change change, Payload body, boolean deleted, String base, String rival) {}

    /** The topic of the messages about such things; empty for a kind that this version does not know. */
    static Optional<String> topic(String kind) {
        return Optional.ofNullable(TOPICS.get(kind));
    }

    /** @throws EventRejectedException when it is none, or breaks a rule */
    void apply(Change change, Payload body, StoreHandle handle) {
        String topic = topic(change.kind())
                .orElseThrow(() -> new EventRejectedException(
                        "This version does not know " + change.kind() + "; it waits for an upgrade."));
        String stamp = body.text("stamp", "");
        if (stamp.isEmpty()) {
            // Made before anybody counted edits: whatever is here is newer or the same.
            stamp = "000000000000-0000 cloud";
        }
        if (!LastEdit.isStampOrEmpty(stamp)) {
            throw body.refused("stamp", "names no edit");
        }
        Head head = new Head(
                change,
                body,
                body.has("deleted") && body.flag("deleted"),
                body.text("base", ""),
                body.text("rival", ""));
        String about = change.kind() + ":" + change.id();
        Optional<Version> before = handle.versions().of(about, VersionRepository.WHOLE);
        String named = stamp;
        if (before.filter(version -> version.stamp().equals(named)).isEmpty()) {
            Optional<String> payload = payload(head, handle);
            if (payload.isEmpty()) {
                return;
            }
            int space = stamp.indexOf(' ');
            Event event = new Event(
                    Derived.id("cloud", about, stamp),
                    topic,
                    author(stamp.substring(space + 1)),
                    1,
                    1,
                    about,
                    stamp.substring(0, space),
                    body.has("updatedAt") ? body.number("updatedAt") : 0,
                    LocalConsole.ACTOR,
                    1,
                    payload.get(),
                    "");
            handler(topic).apply(event, handle);
        }
        takeRival(handle, about, head.rival());
    }

    private TopicHandler handler(String topic) {
        return switch (topic) {
            case Topics.PRODUCT_UPSERT -> products;
            case Topics.DISCOUNT_RULE_UPSERT -> rules;
            default -> settings;
        };
    }

    /** The stream in which an edit was made, as far as its stamp says; the cloud's own edits are in none. */
    private static StreamId author(String node) {
        int colon = node.indexOf(':');
        return colon < 0 ? new StreamId(node, "") : new StreamId(node.substring(0, colon), node.substring(colon + 1));
    }

    /** What lost against it centrally, and was seen there: a lane that never heard of that comes to the same version as one that did. */
    private static void takeRival(StoreHandle handle, String about, String rival) {
        if (rival.isEmpty()) {
            return;
        }
        Optional<Version> now = handle.versions().of(about, VersionRepository.WHOLE);
        now.filter(version -> rival.compareTo(version.rival()) > 0
                        && rival.compareTo(version.base()) <= 0
                        && rival.compareTo(version.stamp()) < 0)
                .ifPresent(version -> handle.versions()
                        .put(
                                about,
                                VersionRepository.WHOLE,
                                new Version(version.hlc(), version.node(), version.base(), rival)));
    }

    /** As a message of a lane has it. Empty where there is nothing to change. */
    private static Optional<String> payload(Head head, StoreHandle handle) {
        Payload body = head.body();
        return switch (head.change().kind()) {
            case "product" ->
                (head.deleted()
                                ? CloudProducts.inactive(handle, head.change().id(), head.base())
                                : Optional.of(head.change().body()))
                        .map(product -> Json.object(json -> {
                            json.writeNumberField("updatedAt", body.has("updatedAt") ? body.number("updatedAt") : 0);
                            json.writeStringField("actorRole", ROLE);
                            json.writeFieldName("products");
                            json.writeRawValue("[" + product + "]");
                        }));
            case "discount_rule" -> rule(head, handle);
            default -> config(head);
        };
    }

    private static Optional<String> rule(Head head, StoreHandle handle) {
        if (!head.deleted()) {
            String body = head.change().body().strip();
            return Optional.of(body.substring(0, body.length() - 1) + ",\"actorRole\":\"" + ROLE + "\"}");
        }
        return handle.discountRules()
                .byId(head.change().id())
                .map(rule -> Json.object(json -> {
                    json.writeStringField("id", rule.id());
                    json.writeStringField("scope", rule.scope());
                    json.writeStringField("category", rule.category());
                    json.writeStringField("size", rule.size());
                    json.writeNumberField("percentPpm", rule.percent().partsPerMillion());
                    json.writeNumberField("fixedAmount", rule.fixedAmount().cents());
                    json.writeBooleanField("employeeApprovalRequired", rule.approvalRequired());
                    json.writeBooleanField("active", false);
                    json.writeStringField("base", head.base());
                    json.writeStringField("actorRole", ROLE);
                    json.writeNumberField("updatedAt", 0);
                }));
    }

    /** A lane needs its settings: one that was deleted stays as it is. */
    private static Optional<String> config(Head head) {
        if (head.deleted()) {
            return Optional.empty();
        }
        Payload body = head.body();
        String value = body.text("value");
        body.valid("value", () -> Json.parse(value));
        return Optional.of(Json.object(json -> {
            json.writeStringField("key", body.text("key"));
            json.writeFieldName("value");
            json.writeRawValue(value);
            json.writeStringField("base", head.base());
            json.writeStringField("actorRole", ROLE);
            json.writeNumberField("updatedAt", body.number("updatedAt"));
        }));
    }
}
