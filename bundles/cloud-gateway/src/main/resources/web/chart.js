// Bars of an hour each, stacked by lane. Every lane has a pattern besides its colour, every bar its sum in figures; a bar that is pointed
// at or reached by the keys is told in words below, and all of it is there as a table.

import { h } from "./dom.js";
import { count, money, short } from "./format.js";

const SVG = "http://www.w3.org/2000/svg";
const COLOURS = 6;
const HEIGHT = 220;
const TOP = 22;
const FOOT = 24;
let charts = 0;

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function hourName(hour) {
  return `${String(((hour % 24) + 24) % 24).padStart(2, "0")}:00`;
}

/** The hours that are shown: a shop's day, and whatever was sold outside of it. */
function hours(lanes) {
  const sold = lanes.flatMap((lane) => lane.hours.map((one) => one.hour));
  const first = Math.min(9, ...sold);
  const last = Math.max(20, ...sold);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** The chart of a day's sales; open says whether the table is shown. */
export function chart(sales, open) {
  const all = hours(sales.lanes).map((hour) => {
    const parts = sales.lanes.map((lane, at) => ({ lane: lane.lane, at, ...(lane.hours.find((one) => one.hour === hour) ?? { count: 0, totalCents: 0 }) }));
    return { hour, parts, total: parts.reduce((sum, part) => sum + part.totalCents, 0), count: parts.reduce((sum, part) => sum + part.count, 0) };
  });
  const words = h("p", { className: "chart-words", aria: { live: "polite" } }, "Choose an hour to read it.");
  const frame = h("div", { className: "chart" });
  const tell = (one) => {
    words.replaceChildren(h("strong", {}, `${hourName(one.hour)}–${hourName(one.hour + 1)} `), one.count === 0 ? "nothing" : `${money(one.total)} in ${count(one.count, "sale")}`,
      ...one.parts.filter((part) => part.count > 0).map((part) => ` · ${part.lane} ${money(part.totalCents)}`));
  };
  const resize = new ResizeObserver(([entry]) => {
    if (!frame.isConnected) resize.disconnect();
    else paint(frame, all, Math.floor(entry.contentRect.width), tell);
  });
  resize.observe(frame);
  return h("div", {}, legend(sales), frame, words, table(all, sales, open));
}

function legend(sales) {
  return h("ul", { className: "legend" }, sales.lanes.map((lane, at) => {
    const sample = svg("svg", { width: 18, height: 18, "aria-hidden": "true" }, patterns(`legend${at}-${++charts}`, [at]), svg("rect", { width: 18, height: 18, rx: 4, fill: `url(#legend${at}-${charts}-${at})` }));
    return h("li", {}, sample, h("span", {}, lane.lane), h("strong", {}, money(lane.totalCents)));
  }));
}

/** The first lane is plain; the others are hatched, dotted, crossed … in the colour of the surface. */
function patterns(id, lanes) {
  const marks = [[], ["M0 8L8 0M-2 2L2 -2M6 10L10 6"], ["M0 4H8"], ["M0 0L8 8M-2 6L2 10M6 -2L10 2"], ["M4 0V8"], ["M0 4H8M4 0V8"]];
  return svg("defs", {}, ...lanes.map((at) => svg("pattern", { id: `${id}-${at}`, width: 8, height: 8, patternUnits: "userSpaceOnUse" },
    svg("rect", { width: 8, height: 8, class: `fill-lane${(at % COLOURS) + 1}` }),
    ...marks[at % COLOURS].map((d) => svg("path", { d, class: "mark" })))));
}

function paint(frame, all, width, tell) {
  const id = `chart${++charts}`;
  const most = Math.max(...all.map((one) => one.total), 1);
  const room = HEIGHT - TOP - FOOT;
  const step = width / all.length;
  const bar = Math.min(56, step * 0.72);
  const lanes = [...new Set(all.flatMap((one) => one.parts.map((part) => part.at)))];
  const picture = svg("svg", { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: "group", "aria-label": "Sales by the hour" }, patterns(id, lanes),
    svg("line", { x1: 0, x2: width, y1: HEIGHT - FOOT + 0.5, y2: HEIGHT - FOOT + 0.5, class: "axis" }));
  const focused = frame.querySelector("g:focus")?.dataset.hour;
  all.forEach((one, at) => {
    const x = at * step + (step - bar) / 2;
    let y = HEIGHT - FOOT;
    const group = svg("g", { tabindex: at === 0 ? 0 : -1, role: "img", "data-hour": one.hour, "aria-label": `${hourName(one.hour)}: ${money(one.total)} in ${count(one.count, "sale")}` },
      svg("rect", { x: at * step, y: 0, width: step, height: HEIGHT, class: "hit" }));
    for (const part of one.parts.filter((each) => each.totalCents > 0)) {
      const height = Math.max(2, (room * part.totalCents) / most);
      y -= height;
      group.append(svg("rect", { x, y: y + 0.5, width: bar, height: Math.max(1, height - 1), rx: 2, fill: `url(#${id}-${part.at})` }));
    }
    if (one.total !== 0) group.append(svg("text", { x: x + bar / 2, y: y - 6, class: "value" }, step < 44 ? short(one.total) : Math.round(one.total / 100).toLocaleString("en-US")));
    if (step >= 30 || at % 2 === 0) group.append(svg("text", { x: x + bar / 2, y: HEIGHT - 7, class: "hour" }, step >= 44 ? hourName(one.hour) : String(one.hour % 24)));
    group.addEventListener("pointerenter", () => tell(one));
    group.addEventListener("focus", () => tell(one));
    group.addEventListener("click", () => tell(one));
    picture.append(group);
  });
  picture.addEventListener("keydown", (event) => move(event, [...picture.querySelectorAll("g")]));
  frame.replaceChildren(picture);
  if (focused) frame.querySelector(`g[data-hour="${focused}"]`)?.focus();
}

function move(event, bars) {
  const from = bars.indexOf(document.activeElement);
  const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: bars.length - 1 }[event.key];
  if (to === undefined || !bars[to]) return;
  event.preventDefault();
  bars.forEach((one) => one.setAttribute("tabindex", -1));
  bars[to].setAttribute("tabindex", 0);
  bars[to].focus();
}

function table(all, sales, open) {
  return h("details", { open }, h("summary", {}, "As a table"),
    h("div", { className: "scroll" }, h("table", {},
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Hour"), sales.lanes.map((lane) => h("th", { scope: "col", className: "number" }, lane.lane)), h("th", { scope: "col", className: "number" }, "Sum"))),
      h("tbody", {}, all.filter((one) => one.count > 0).map((one) => h("tr", {}, h("th", { scope: "row" }, hourName(one.hour)),
        one.parts.map((part) => h("td", { className: "number" }, part.count ? money(part.totalCents) : "–")), h("td", { className: "number strong" }, money(one.total))))))));
}
