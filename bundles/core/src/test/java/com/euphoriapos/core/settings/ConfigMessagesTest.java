package com.euphoriapos.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.core.fixture.Events;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.testkit.store.Samples;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConfigMessagesTest {
    private static final ConfigMessages.By BY = new ConfigMessages.By("ruth", "OWNER", Samples.NOON);

    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> texts =
                Arbitraries.strings().ofMaxLength(40).map(text -> Json.text(json -> json.writeString(text)));
        Arbitrary<String> plain = Arbitraries.of(
                "0", "-17", "2.50", "1e3", "true", "null", "[]", "{}", "[1, 2 ,[3]]", "{\"a\": {\"value\":[\"}\"]}}");
        return Arbitraries.oneOf(texts, plain);
    }

    @Property(tries = 300)
    void keepsAValueCharacterByCharacter(@ForAll("values") String json) {
        ConfigMessages.Edit edit = ConfigMessages.read(Events.of(ConfigMessages.update("row", json, BY)));
        assertEquals(new ConfigMessages.Edit("row", json, "", Samples.NOON), edit);
    }

    @Example
    void namesTheFieldThatItRefuses() {
        refuses("{\"key\":\"row\",\"base\":\"\",\"updatedAt\":1}", "value is missing.");
        refuses("{\"key\":\"other\",\"value\":1,\"base\":\"\",\"updatedAt\":1}", "key is not what the event is about.");
        refuses("{\"key\":\"row\",\"value\":1,\"base\":7,\"updatedAt\":1}", "base is not a text.");
        refuses("{\"key\":\"row\",\"value\":1,\"base\":\"x\",\"updatedAt\":1}", "base names no edit.");
        refuses("{\"key\":\"row\",\"value\":1,\"base\":\"\"}", "updatedAt is missing.");
    }

    private static void refuses(String payload, String sentence) {
        EventRejectedException refusal = assertThrows(
                EventRejectedException.class,
                () -> ConfigMessages.read(Events.of("pos_config:update", "pos_config:row", payload, "ruth")));
        assertEquals(sentence, refusal.getMessage());
    }
}
