package com.euphoriapos.shell;

import com.euphoriapos.device.api.CashDrawer;
import com.euphoriapos.device.api.Device;
import com.euphoriapos.device.api.DeviceInfo;
import com.euphoriapos.device.api.DeviceStatus;
import com.euphoriapos.device.api.PosPrinter;
import com.euphoriapos.device.api.Scanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code dev:list}: the devices that drivers offer now. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=dev", "osgi.command.function=list"})
public final class DeviceListCommand extends Command {
    private final BundleContext context;

    @Activate
    public DeviceListCommand(BundleContext context) {
        this.context = context;
    }

    @Override
    String usage() {
        return "dev:list  the devices, their state and counters";
    }

    @Override
    void run(List<String> words, Output output) {
        Arguments.of(words, Set.of(), Set.of());
        int count = 0;
        for (ServiceReference<? extends Device> reference : references()) {
            Device device = context.getService(reference);
            if (device != null) {
                print(device, output);
                context.ungetService(reference);
                count++;
            }
        }
        output.note(count + " devices");
    }

    private List<ServiceReference<? extends Device>> references() {
        try {
            List<ServiceReference<? extends Device>> all = new ArrayList<>();
            all.addAll(context.getServiceReferences(Scanner.class, null));
            all.addAll(context.getServiceReferences(PosPrinter.class, null));
            all.addAll(context.getServiceReferences(CashDrawer.class, null));
            return all;
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void print(Device device, Output output) {
        DeviceInfo info = device.info();
        DeviceStatus status = device.status();
        String conditions =
                status.conditions().stream().map(c -> c.words()).sorted().collect(Collectors.joining(", "));
        String state = conditions.isEmpty() ? "ready" : conditions;
        output.row(
                info.id() + "  " + info.category().unifiedPosName() + "  " + info.role() + "  " + info.model() + "  "
                        + info.connection() + "  " + state + "  " + device.counters(),
                Output.fields(
                        "id", info.id(),
                        "category", info.category().unifiedPosName(),
                        "role", info.role(),
                        "model", info.model(),
                        "connection", info.connection(),
                        "driver", info.driver(),
                        "canServe", status.canServe(),
                        "state", state,
                        "detail", status.detail(),
                        "counters", device.counters()));
    }
}
