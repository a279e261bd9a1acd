// Everything about one product, in a sheet.

import { change } from "./api.js";
import { banner, button, field, h, sheet, toast } from "./dom.js";
import { cents, money, title } from "./format.js";

/** Opens the sheet for a product, or for a new one where it is null; done(saved) once it is stored. */
export async function edit(context, product, done) {
  let choices;
  try {
    choices = await context.loadChoices();
  } catch (trouble) {
    toast(trouble.message, "trouble");
    return;
  }
  const fields = fieldsOf(choices);
  const barcodes = barcodeList(context.mayChange);
  const message = h("div", {});
  const save = button(context.mayChange ? "Save" : "Close", { kind: "primary", type: "submit" });
  const form = h("form", { noValidate: true, onsubmit: (event) => { event.preventDefault(); store(current?.version); } },
    message, h("div", { className: "fields" }, Object.values(fields).map((one) => one.element)), barcodes.element,
    h("footer", {}, button("Cancel", { onclick: () => dialog.close() }), save));
  const dialog = sheet(product ? title(product.name) : "New product", form);
  let current = product;
  fill(product);

  function fill(from) {
    fields.name.input.value = from?.name ?? "";
    fields.sku.input.value = from?.sku ?? "";
    fields.priceCents.input.value = from ? money(from.priceCents) : "";
    fields.category.input.value = from?.category ?? "";
    fields.sizeMillilitres.input.value = from?.sizeMillilitres || "";
    fields.caseSize.input.value = from?.caseSize ?? 1;
    fields.taxCategory.input.value = from?.taxCategory ?? "standard";
    fields.active.input.checked = from?.active ?? true;
    barcodes.fill(from?.barcodes ?? {});
    for (const one of Object.values(fields)) one.input.disabled = !context.mayChange;
  }

  /** What is different from what the sheet began with: what others change besides is left alone. */
  function changed() {
    const typed = {
      name: fields.name.input.value.trim(), sku: fields.sku.input.value.trim(), priceCents: cents(fields.priceCents.input.value),
      category: fields.category.input.value.trim(), sizeMillilitres: whole(fields.sizeMillilitres.input.value || "0"),
      caseSize: whole(fields.caseSize.input.value), taxCategory: fields.taxCategory.input.value, active: fields.active.input.checked, barcodes: barcodes.read(),
    };
    return Object.fromEntries(Object.entries(typed).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(current?.[name])));
  }

  async function store(version) {
    if (!context.mayChange) return dialog.close();
    Object.values(fields).forEach((one) => one.show(""));
    barcodes.show("");
    message.replaceChildren();
    save.disabled = true;
    try {
      const saved = await change("save_product", context.store.id, product ? { id: product.id, version, fields: changed() } : { fields: changed() });
      dialog.close();
      toast(`${title(saved.name)} is saved. Lanes have it within a minute, mostly at once.`);
      context.choices = null;
      done(product ? saved : null);
    } catch (refused) {
      if (refused.status === 409) conflict(refused);
      else if (fields[refused.about.field]) { fields[refused.about.field].show(refused.message); fields[refused.about.field].input.focus(); }
      else if (refused.about.field === "barcodes") barcodes.show(refused.message);
      else message.replaceChildren(banner("trouble", refused.message));
    } finally {
      save.disabled = false;
    }
  }

  function conflict(refused) {
    const theirs = refused.about.current;
    const names = Object.keys(fields).filter((name) => JSON.stringify(theirs[name]) !== JSON.stringify(current[name]));
    message.replaceChildren(banner("warning", refused.message,
      h("ul", {}, names.map((name) => h("li", {}, `${fields[name].name}: ${words(name, current[name])} is now ${words(name, theirs[name])}`))),
      h("div", { className: "tools" },
        button("Take what is there now", { onclick: () => { current = theirs; fill(theirs); message.replaceChildren(); } }),
        button("Save mine", { kind: "primary", onclick: () => store(theirs.version) }))));
    message.scrollIntoView({ block: "nearest" });
  }
  fields.name.input.focus();
}

function whole(typed) {
  return /^\s*\d{1,9}\s*$/.test(typed) ? Number(typed) : null;
}

function words(name, value) {
  if (name === "priceCents") return money(value);
  if (name === "active") return value ? "on sale" : "not on sale";
  return value === "" ? "nothing" : String(value);
}

function fieldsOf(choices) {
  const categories = h("datalist", { id: "categories" }, choices.categories.map((name) => h("option", { value: name })));
  const make = (name, label, input, hint) => Object.assign(field(label, input, hint), { name: label, key: name });
  const fields = {
    name: make("name", "Name", h("input", { maxLength: 120, autocomplete: "off" })),
    priceCents: make("priceCents", "Price", h("input", { inputMode: "decimal", className: "number", autocomplete: "off" }), choices.currency),
    sku: make("sku", "Item number", h("input", { maxLength: 40, autocomplete: "off" })),
    category: make("category", "Category", h("input", { maxLength: 60, list: "categories", autocomplete: "off" })),
    sizeMillilitres: make("sizeMillilitres", "Size", h("input", { inputMode: "numeric", className: "number", autocomplete: "off" }), "ml"),
    caseSize: make("caseSize", "Pieces in a case", h("input", { inputMode: "numeric", className: "number", autocomplete: "off" })),
    taxCategory: make("taxCategory", "Tax", h("select", {}, choices.taxCategories.map((name) => h("option", { value: name }, title(name.toUpperCase()))))),
    active: make("active", "On sale", h("input", { type: "checkbox", role: "switch" })),
  };
  fields.active.element.classList.add("switch");
  fields.name.element.classList.add("wide");
  fields.category.element.append(categories);
  return fields;
}

function barcodeList(mayChange) {
  const list = h("ul", { className: "barcodes" });
  const message = h("p", { className: "field-error", role: "alert" });
  const add = (code, pack) => {
    const text = h("input", { value: code, aria: { label: "Barcode" }, maxLength: 48, autocomplete: "off", disabled: !mayChange });
    const pieces = h("input", { value: pack, aria: { label: "Pieces that one scan sells" }, inputMode: "numeric", className: "number", disabled: !mayChange });
    const line = h("li", {}, text, h("span", { className: "quiet" }, "sells"), pieces,
      mayChange ? button("", { picture: "trash", kind: "plain", label: `Remove ${code || "the barcode"}`, onclick: () => line.remove() }) : null);
    list.append(line);
    return text;
  };
  const more = mayChange ? button("Add a barcode", { picture: "plus", onclick: () => add("", 1).focus() }) : null;
  return {
    element: h("fieldset", {}, h("legend", {}, "Barcodes"), list, message, more),
    fill: (codes) => { list.replaceChildren(); Object.entries(codes).forEach(([code, pack]) => add(code, pack)); },
    read: () => Object.fromEntries([...list.children].map((line) => line.querySelectorAll("input")).filter(([code]) => code.value.trim())
      .map(([code, pack]) => [code.value.trim(), whole(pack.value)])),
    show: (words) => { message.textContent = words; },
  };
}
