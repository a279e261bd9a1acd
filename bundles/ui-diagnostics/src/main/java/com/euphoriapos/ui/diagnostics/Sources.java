package com.euphoriapos.ui.diagnostics;

import com.euphoriapos.api.status.HealthReport;
import com.euphoriapos.api.status.StatusBoard;
import com.euphoriapos.device.api.Device;
import com.euphoriapos.ui.diagnostics.DiagnosticsState.Plugin;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the support pages look; each is asked anew every time, because all of it comes and goes.
 *
 * @param log the diary's file
 * @param version of the product
 * @param startedAt when the lane was started
 */
public record Sources(
        Supplier<List<Device>> devices,
        Supplier<Optional<HealthReport>> health,
        Supplier<Optional<StatusBoard>> status,
        Supplier<List<Plugin>> plugins,
        Path log,
        String version,
        Instant startedAt) {}
