// The price book: search as one types, prices changed in place, everything else in a sheet.

import { change, look } from "./api.js";
import { banner, button, chip, empty, h, icon } from "./dom.js";
import { cents, count, money, quantity, size, title } from "./format.js";
import { edit } from "./product.js";

const FILTERS = [["all", "All"], ["active", "On sale"], ["inactive", "Not on sale"], ["unpriced", "Without a price"], ["review", "To look at"]];

// What was looked for stays while the page is open.
let kept = { q: "", show: "all" };

export function show(main, context) {
  let closed = false;
  let asking = null;
  const search = h("input", {
    type: "search", value: kept.q, placeholder: "Name, item number or barcode", maxLength: 100, autocomplete: "off", spellcheck: false,
    aria: { label: "Search products" }, oninput: () => later(),
  });
  const filters = FILTERS.map(([name, words]) => h("button", { type: "button", aria: { pressed: String(kept.show === name) }, onclick: () => filter(name) }, words));
  const found = h("p", { className: "quiet", role: "status" }, "\u00a0");
  const rows = h("tbody", {});
  const table = h("table", { className: "products cards" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Product"), h("th", { scope: "col" }, "Size"), h("th", { scope: "col", className: "number" }, "In stock"),
      h("th", { scope: "col" }, "State"), h("th", { scope: "col", className: "number price-head" }, "Price"), h("th", { scope: "col" }, h("span", { className: "hidden" }, "Edit")))), rows);
  const more = button("Show 50 more", { kind: "wide", onclick: () => load(true) });
  const nothing = h("div", {});
  const add = context.mayChange ? button("New product", { picture: "plus", kind: "primary", onclick: () => edit(context, null, () => load(false)) }) : null;
  main.append(h("div", { className: "title" }, h("div", {}, h("h1", {}, "Products"), found), h("div", { className: "tools" }, add)),
    h("section", { className: "card flush" },
      h("div", { className: "search" }, icon("search"), search), h("div", { className: "filters", role: "group", aria: { label: "Which products" } }, filters),
      table, nothing, more));
  more.hidden = true;

  let timer = 0;
  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => load(false), 150);
  }

  function filter(name) {
    kept.show = name;
    filters.forEach((one, at) => one.setAttribute("aria-pressed", String(FILTERS[at][0] === name)));
    load(false);
  }

  async function load(further) {
    kept.q = search.value;
    asking?.abort();
    asking = new AbortController();
    const last = further ? rows.lastElementChild?.product : null;
    try {
      const page = await look("products", { store: context.store.id, ...kept, afterName: last?.name, afterId: last?.id }, asking.signal);
      if (closed) return;
      const lines = page.products.map((product) => line(context, product, () => load(false)));
      if (further) rows.append(...lines);
      else rows.replaceChildren(...lines);
      if (!further) found.textContent = count(page.total, "product");
      more.hidden = !page.more;
      table.hidden = rows.childElementCount === 0;
      nothing.replaceChildren(...(table.hidden ? [none()] : []));
    } catch (trouble) {
      if (closed || trouble.name === "AbortError") return;
      nothing.replaceChildren(banner("trouble", trouble.message, button("Try again", { picture: "refresh", onclick: () => load(further) })));
    }
  }

  function none() {
    if (kept.q || kept.show !== "all") return empty("search", "Nothing found", h("p", {}, "Try fewer words, or all products."));
    return empty("package", "No products yet", h("p", {}, "They come with the first lane that sends its price book, or one by one here."));
  }

  /** Lines that nobody works on show what is new; the list itself stays, so that nothing moves under a finger. */
  async function refresh() {
    const first = [...rows.children].slice(0, 50);
    if (first.length === 0) return load(false);
    try {
      const page = await look("products", { store: context.store.id, ...kept });
      if (closed) return;
      found.textContent = count(page.total, "product");
      const fresh = new Map(page.products.map((product) => [product.id, product]));
      // A line that somebody works on keeps the version that he saw: the save will say that another change came between.
      first.forEach((row) => { if (fresh.has(row.product.id) && !row.isBusy()) row.update(fresh.get(row.product.id)); });
    } catch {
      // The chip in the bar says that there is no line.
    }
  }

  load(false);
  if (matchMedia("(pointer: fine)").matches) search.focus();
  return { refresh, close: () => { closed = true; asking?.abort(); clearTimeout(timer); } };
}

function line(context, product, reload) {
  const name = h("button", { type: "button", className: "link", onclick: () => edit(context, row.product, (saved) => (saved ? row.update(saved) : reload())) });
  const second = h("span", { className: "second" });
  const volume = h("td", { data: { name: "Size" } });
  const stock = h("td", { className: "number", data: { name: "In stock" } });
  const state = h("td", { className: "state" });
  const price = priceCell(context, () => row.product, (saved) => row.update(saved));
  const pencil = button("", { picture: "pencil", kind: "plain", onclick: () => name.click() });
  const row = h("tr", {}, h("th", { scope: "row" }, name, second), volume, stock, state, h("td", { className: "price" }, price.element), h("td", { className: "last" }, pencil));
  row.update = (fresh) => {
    row.product = fresh;
    name.textContent = title(fresh.name);
    second.textContent = [title(fresh.category), fresh.sku].filter((part) => part).join(" · ");
    volume.textContent = size(fresh.sizeMillilitres);
    stock.textContent = fresh.onHand === null || fresh.onHand === undefined ? "" : quantity(fresh.onHand);
    state.replaceChildren(...(fresh.needsReview ? [chip("warning", "To look at")] : fresh.active ? [] : [chip("quiet", "Not on sale")]));
    pencil.setAttribute("aria-label", `Edit ${title(fresh.name)}`);
    row.classList.toggle("off", !fresh.active);
    price.update();
  };
  row.isBusy = () => price.isBusy();
  row.update(product);
  return row;
}

/** A price that is changed where it stands: Enter or leaving the field saves, Escape takes back. */
function priceCell(context, product, saved) {
  const input = h("input", { className: "number", inputMode: "decimal", autocomplete: "off", maxLength: 12, readOnly: !context.mayChange });
  const note = h("span", { className: "note", role: "status" });
  const element = h("div", { className: "price-cell" }, input, note);
  let busy = false;
  const say = (kind, ...words) => { element.dataset.state = kind; note.replaceChildren(...words); };
  const reset = () => { input.value = money(product().priceCents); };

  async function save(version) {
    const wanted = cents(input.value);
    if (busy || (wanted === product().priceCents && element.dataset.state !== "failed")) {
      if (!busy) { reset(); if (element.dataset.state !== "saved") say(""); }
      return;
    }
    if (wanted === null) {
      say("failed", icon("alert-octagon-filled"), "Not an amount");
      return;
    }
    busy = true;
    say("saving", "Saving");
    try {
      const fresh = await change("save_product", context.store.id, { id: product().id, version, fields: { priceCents: wanted } });
      busy = false;
      saved(fresh);
      reset();
      say("saved", icon("circle-check-filled"), "Saved");
    } catch (refused) {
      busy = false;
      if (refused.status === 409) conflict(refused, wanted);
      else say("failed", icon("alert-octagon-filled"), refused.message);
    }
  }

  function conflict(refused, wanted) {
    const theirs = refused.about.current;
    saved(theirs);
    input.value = money(wanted);
    say("failed", h("span", {}, icon("alert-triangle-filled"), ` ${refused.message} It is ${money(theirs.priceCents)} now.`),
      button(`Save ${money(wanted)}`, { kind: "mini", onclick: () => { element.dataset.state = "failed"; save(theirs.version); } }),
      button(`Keep ${money(theirs.priceCents)}`, { kind: "mini", onclick: () => { reset(); say(""); } }));
  }

  input.addEventListener("focus", () => input.select());
  input.addEventListener("input", () => say("changed", "Enter saves"));
  input.addEventListener("change", () => save(product().version));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); save(product().version); }
    if (event.key === "Escape") { reset(); say(""); }
  });
  const update = () => {
    input.setAttribute("aria-label", `Price of ${title(product().name)}`);
    if (!isBusy()) reset();
  };
  const isBusy = () => ["changed", "saving", "failed"].includes(element.dataset.state ?? "");
  return { element, update, isBusy };
}
