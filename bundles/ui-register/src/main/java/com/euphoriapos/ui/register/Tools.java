package com.euphoriapos.ui.register;

import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.Messages;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.UiThread;
import com.euphoriapos.ui.kit.sound.Tone;
import java.util.function.Consumer;

/**
 * What every presenter works with.
 *
 * @param ui the screen's thread
 * @param work changes of the sale, one at a time in the order of the cashier's acts; shared by all screens
 * @param lookups searches and lists, beside the sale, so that a slow one never delays a scan
 * @param sounds what the cashier hears
 * @param scans the scans that wait
 */
public record Tools(
        UiThread ui,
        Background work,
        Background lookups,
        Navigator navigator,
        Messages messages,
        Consumer<Tone> sounds,
        Scans scans) {}
