// The sales of a day by lane and hour.

import { look } from "./api.js";
import { chart } from "./chart.js";
import { banner, button, empty, h, icon } from "./dom.js";
import { clock, count, day, money, quantity, shiftDay, title } from "./format.js";

export function show(main, context) {
  let shown = "";
  let closed = false;
  let last = null;
  let asked = 0;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const heading = h("p", { className: "quiet" }, "\u00a0");
  const picker = h("input", { type: "date", aria: { label: "Day" }, onchange: () => { shown = picker.value; refresh(); } });
  const before = button("", { picture: "chevron-left", label: "The day before", onclick: () => go(-1) });
  const after = button("", { picture: "chevron-right", label: "The day after", onclick: () => go(1) });
  const today = button("Today", { onclick: () => { shown = ""; refresh(); } });
  const body = h("div", { className: "stack", aria: { busy: "true" } }, h("div", { className: "card tall" }));
  main.append(h("div", { className: "title" }, h("div", {}, h("h1", {}, "Sales"), heading), h("div", { className: "tools" }, before, picker, after, today)), body);

  function go(days) {
    shown = shiftDay(picker.value || new Date().toISOString().slice(0, 10), days);
    refresh();
  }

  async function refresh() {
    const mine = ++asked;
    try {
      const sales = await look("sales", { store: context.store.id, day: shown, zone });
      // The answer to an earlier question may come after that to a later one.
      if (closed || mine !== asked) return;
      picker.value = sales.day;
      picker.max = sales.today;
      after.disabled = sales.day >= sales.today;
      today.disabled = sales.day === sales.today;
      heading.textContent = `${day(sales.day)} · ${sales.zone.replaceAll("_", " ")}`;
      const said = JSON.stringify({ ...sales, weekAgoCents: 0 });
      if (said !== last) draw(body, sales);
      last = said;
    } catch (trouble) {
      if (closed || mine !== asked) return;
      body.replaceChildren(banner("trouble", trouble.message, button("Try again", { picture: "refresh", onclick: refresh })));
      last = null;
    } finally {
      body.setAttribute("aria-busy", "false");
    }
  }

  const minute = setInterval(refresh, 300000);
  refresh();
  return { refresh, close: () => { closed = true; clearInterval(minute); } };
}

function draw(body, sales) {
  const open = body.querySelector("details[open]") !== null;
  if (sales.count === 0) {
    body.replaceChildren(h("div", { className: "card" }, empty("chart-bar", sales.day === sales.today ? "No sales yet today" : "No sales on this day",
      h("p", {}, "A sale stands here as soon as its lane has sent it, mostly within seconds."))));
    return;
  }
  body.replaceChildren(
    h("div", { className: "figures" },
      figure("Total", h("span", { className: "total" }, h("sup", {}, sales.currency), money(sales.totalCents)), compared(sales), "wide"),
      figure("Sales", sales.count.toLocaleString("en-US"), `${quantity(sales.items)} pieces`),
      figure("Average sale", money(Math.round(sales.totalCents / sales.count)), `${money(sales.taxCents)} tax in all`)),
    h("section", { className: "card" }, h("h2", {}, "By the hour"), chart(sales, open)),
    h("section", { className: "card" }, h("h2", {}, "By lane"), laneTable(sales)),
    h("div", { className: "halves" },
      h("section", { className: "card" }, h("h2", {}, "Sold most"), list(sales.top.map((one) => [title(one.name), `${quantity(one.quantity)} ×`, money(one.cents)]))),
      h("section", { className: "card" }, h("h2", {}, "Paid by"), list(sales.tenders.map((one) => [title(one.type), "", money(one.cents)])))));
}

function figure(name, value, more, kind = "") {
  return h("div", { className: `card figure ${kind}` }, h("h2", {}, name), h("p", { className: "value" }, value), h("p", { className: "quiet" }, more));
}

function compared(sales) {
  const until = sales.day === sales.today ? " until this hour" : "";
  if (!sales.weekAgoCents) return `nothing a week before${until}`;
  const difference = sales.totalCents - sales.weekAgoCents;
  return `${money(Math.abs(difference))} ${difference < 0 ? "less" : "more"} than a week before${until}`;
}

function laneTable(sales) {
  return h("table", { className: "cards" },
    h("thead", {}, h("tr", {}, ["Lane", "Sales", "Average", "Last sale", "Total"].map((name, at) => h("th", { scope: "col", className: at ? "number" : "" }, name)))),
    h("tbody", {}, sales.lanes.map((lane) => h("tr", {},
      h("th", { scope: "row" }, h("span", { className: "lane-name" }, icon("devices"), lane.lane)),
      h("td", { className: "number", data: { name: "Sales" } }, lane.count.toLocaleString("en-US")),
      h("td", { className: "number", data: { name: "Average" } }, money(Math.round(lane.totalCents / lane.count))),
      h("td", { className: "number", data: { name: "Last sale" } }, clock(lane.lastAt, sales.zone)),
      h("td", { className: "number strong", data: { name: "Total" } }, money(lane.totalCents))))));
}

function list(rows) {
  return h("ul", { className: "plain-list" }, rows.map(([name, middle, amount]) => h("li", {},
    h("span", { className: "grow" }, name), h("span", { className: "quiet" }, middle), h("strong", { className: "number" }, amount))));
}
