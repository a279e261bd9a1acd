// Who changed what on this page.

import { look } from "./api.js";
import { banner, button, empty, h } from "./dom.js";
import { moment, money, percent, title } from "./format.js";

const WORDS = {
  priceCents: "price", sku: "item number", name: "name", category: "category", sizeMillilitres: "size", caseSize: "case", taxCategory: "tax",
  active: "on sale", barcodes: "barcodes", scope: "given by", size: "size", percentPpm: "percentage", fixedAmount: "amount",
  employeeApprovalRequired: "approval", role: "role", state: "state", request: "request",
};
const KINDS = { product: "Product", rule: "Discount rule", lane: "Lane", code: "Code for a lane", account: "Account" };

export function show(main, context) {
  let closed = false;
  const list = h("ol", { className: "journal" });
  const more = button("Show more", { kind: "wide", onclick: () => load(true) });
  const none = h("div", {});
  main.append(h("div", { className: "title" }, h("div", {}, h("h1", {}, "Changes"), h("p", { className: "quiet" }, "What was changed on this page, newest first."))),
    h("section", { className: "card flush" }, none, list, more));
  more.hidden = true;

  async function load(further) {
    try {
      const page = await look("changes", { store: context.store.id, before: further ? list.lastElementChild.dataset.id : "" });
      if (closed) return;
      const lines = page.changes.map(line);
      if (further) list.append(...lines);
      else list.replaceChildren(...lines);
      more.hidden = !page.more;
      none.replaceChildren(...(list.childElementCount ? [] : [empty("history", "Nothing was changed here yet")]));
    } catch (trouble) {
      if (!closed) none.replaceChildren(banner("trouble", trouble.message, button("Try again", { picture: "refresh", onclick: () => load(further) })));
    }
  }

  load(false);
  return { refresh: () => { if (list.childElementCount <= 50) load(false); }, close: () => { closed = true; } };
}

function line(one) {
  const created = Object.values(one.before).length > 0 && Object.values(one.before).every((value) => value === null);
  const parts = Object.keys(one.after).sort().map((name) => h("li", {},
    created ? `${WORDS[name] ?? name} ${value(name, one.after[name])}` : `${WORDS[name] ?? name} ${value(name, one.before[name])} → ${value(name, one.after[name])}`));
  return h("li", { data: { id: one.id } },
    h("div", {}, h("strong", {}, `${KINDS[one.what] ?? one.what} ${one.what === "product" ? title(one.thing) : one.what === "rule" ? "" : one.thing}`), created ? " added" : ""),
    h("ul", {}, parts), h("p", { className: "quiet" }, `${one.account} · ${moment(one.at)}`));
}

function value(name, raw) {
  if (raw === null || raw === "") return "nothing";
  if (name === "priceCents" || name === "fixedAmount") return money(raw);
  if (name === "percentPpm") return `${percent(raw)} %`;
  if (name === "sizeMillilitres") return `${raw} ml`;
  if (name === "barcodes") return Object.entries(raw).map(([code, pack]) => (pack === 1 ? code : `${code} ×${pack}`)).join(", ") || "none";
  if (typeof raw === "boolean") return raw ? "yes" : "no";
  return String(raw);
}
