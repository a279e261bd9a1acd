package com.euphoriapos.ui.register.testing;

import com.euphoriapos.api.checkout.SuspendedSales;
import com.euphoriapos.domain.PricedTransaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Suspended sales in memory; what other lanes would answer can be set. */
public final class MemorySuspended implements SuspendedSales {
    private final MemoryCheckout checkout;
    private final Map<String, PricedTransaction> bodies = new LinkedHashMap<>();
    private final List<Waiting> sales = new ArrayList<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private Optional<ResumeResult> answer = Optional.empty();
    private List<String> apart = List.of();

    public MemorySuspended(MemoryCheckout checkout) {
        this.checkout = checkout;
    }

    /** The next sale is not resumed, for this reason. */
    public void nextAnswer(ResumeResult result) {
        answer = Optional.of(result);
    }

    /** These lanes are away. */
    public void apartFrom(String... labels) {
        apart = List.of(labels);
    }

    /** Another lane resumes one. */
    public void takenElsewhere(String number) {
        sales.removeIf(sale -> sale.number().equals(number));
        tell();
    }

    @Override
    public SuspendResult suspend(String note) {
        if (!checkout.state().tenders().isEmpty()) {
            return new SuspendResult.Refused("A payment was taken. Give it back first, then suspend the sale.");
        }
        Optional<PricedTransaction> sale = checkout.putAside();
        if (sale.isEmpty()) {
            return new SuspendResult.Refused("There is no open sale.");
        }
        String number = String.format(Locale.ROOT, "S-L1-%03d", bodies.size() + 1);
        bodies.put(number, sale.get());
        Waiting waiting = new Waiting(
                number,
                number,
                "L1",
                "Dana R.",
                sale.get().total(),
                sale.get().itemCount(),
                note.strip(),
                MemoryCheckout.NOW);
        sales.add(0, waiting);
        tell();
        return new SuspendResult.Suspended(waiting);
    }

    @Override
    public List<Waiting> waiting() {
        return List.copyOf(sales);
    }

    @Override
    public ResumeResult resume(String id) {
        if (checkout.state().sale().isPresent()) {
            return new ResumeResult.Refused("There is a sale in progress. Complete it or suspend it first.");
        }
        Optional<ResumeResult> planned = answer;
        answer = Optional.empty();
        Optional<Waiting> found =
                sales.stream().filter(sale -> sale.id().equals(id)).findFirst();
        if (planned.isPresent() || found.isEmpty()) {
            return planned.orElse(new ResumeResult.Refused("This sale is not among those that wait."));
        }
        sales.remove(found.get());
        checkout.takeUp(Optional.ofNullable(bodies.get(id)).orElseThrow());
        tell();
        return new ResumeResult.Resumed(found.get(), apart);
    }

    @Override
    public ResumeResult resumeByNumber(String number) {
        return resume(number);
    }

    @Override
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    /** How many listen now. */
    public int listeners() {
        return listeners.size();
    }

    private void tell() {
        listeners.forEach(Listener::suspendedChanged);
    }
}
