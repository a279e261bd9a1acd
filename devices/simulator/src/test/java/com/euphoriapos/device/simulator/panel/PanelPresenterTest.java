package com.euphoriapos.device.simulator.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.device.api.DeviceScan;
import com.euphoriapos.device.api.ReceiptDocument;
import com.euphoriapos.device.api.ReceiptDocument.Rule;
import com.euphoriapos.device.api.ReceiptText;
import com.euphoriapos.device.simulator.PrinterSwitch;
import com.euphoriapos.device.simulator.SimulatedDrawer;
import com.euphoriapos.device.simulator.SimulatedPrinter;
import com.euphoriapos.device.simulator.SimulatedScanner;
import com.euphoriapos.testkit.Await;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PanelPresenterTest {
    private final SimulatedScanner scanner = new SimulatedScanner();
    private final SimulatedPrinter printer = new SimulatedPrinter();
    private final SimulatedDrawer drawer = new SimulatedDrawer(printer);
    private final RecordedView view = new RecordedView();
    private final Queue<Runnable> eventQueue = new ConcurrentLinkedQueue<>();
    private final PanelPresenter presenter =
            new PanelPresenter(new PanelPresenter.Devices(scanner, printer, drawer), view, eventQueue::add);

    private static final class RecordedView implements PanelView {
        private final List<PanelState> states = new ArrayList<>();
        private List<ReceiptText.Line> paper = List.of();
        private List<DemoItem> items = List.of();
        private String scan = "";

        @Override
        public void showState(PanelState state) {
            states.add(state);
        }

        @Override
        public void showPaper(List<ReceiptText.Line> lines) {
            paper = lines;
        }

        @Override
        public void showItems(List<DemoItem> newItems) {
            items = newItems;
        }

        @Override
        public void showScan(String words) {
            scan = words;
        }

        private PanelState last() {
            return states.get(states.size() - 1);
        }
    }

    @BeforeEach
    void begin() {
        presenter.begin();
        runEvents();
    }

    private void runEvents() {
        for (Runnable event = eventQueue.poll(); event != null; event = eventQueue.poll()) {
            event.run();
        }
    }

    @Test
    void showsEverythingReadyAtFirst() {
        assertEquals(1, view.states.size(), "three devices, one repaint");
        assertEquals(new PanelState(true, "ready", Set.of(), "ready", false, "all ready"), view.last());
    }

    @Test
    void saysWhatEachDeviceHas() {
        presenter.plug(false);
        presenter.turn(PrinterSwitch.PAPER_OUT, true);
        presenter.turn(PrinterSwitch.SLOW, true);
        drawer.open();
        awaitShown("scanner not connected, printer out of paper, drawer open");

        PanelState state = view.last();
        assertFalse(state.plugged());
        assertEquals("out of paper", state.printerWords());
        assertEquals(Set.of(PrinterSwitch.PAPER_OUT, PrinterSwitch.SLOW), state.switches());
        assertTrue(state.drawerOpen());

        presenter.closeDrawer();
        awaitShown("scanner not connected, printer out of paper");
        assertFalse(view.last().drawerOpen());
    }

    /** A device may be about to ask for the repaint from its own thread: then nobody else does. */
    private void awaitShown(String summary) {
        Await.until("\"" + summary + "\" on the panel", () -> {
            runEvents();
            return view.last().summary().equals(summary);
        });
    }

    @Test
    void followsTheDrawerThatASaleOpened() {
        drawer.open();

        awaitShown("drawer open");
        assertTrue(view.last().drawerOpen());
    }

    @Test
    void saysWhetherAScanWasRead() {
        List<DeviceScan> scans = Collections.synchronizedList(new ArrayList<>());
        scanner.addScanListener(scans::add);

        presenter.scan("  4000000000001 ");
        assertEquals("Scanned 4000000000001", view.scan);
        presenter.scanUnknown();
        Await.until("both arrived", () -> scans.size() == 2);
        assertEquals(PanelPresenter.UNKNOWN_CODE, scans.get(1).data());

        presenter.plug(false);
        presenter.scan("4000000000001");
        assertEquals("Unplugged: not read", view.scan);
    }

    @Test
    void showsThePaperUntilItIsTornOff() {
        printer.print(new ReceiptDocument(List.of(new Rule(), new Rule())));
        assertEquals(1, eventQueue.size(), "many lines, one repaint");
        runEvents();
        assertEquals(2, view.paper.size());

        presenter.tearOff();
        runEvents();
        assertEquals(List.of(), view.paper);
    }

    @Test
    void showsNothingAfterItsEnd() {
        presenter.end();
        presenter.itemsLoaded(List.of(new DemoItem("Beer", "1.00", "1")));
        presenter.plug(false);
        printer.print(new ReceiptDocument(List.of(new Rule())));
        runEvents();

        assertEquals(List.of(), view.items);
        assertEquals(1, view.states.size());
        assertEquals(List.of(), view.paper);
    }
}
