// Discount rules: a list, and a sheet for one of them.

import { change, look } from "./api.js";
import { banner, button, chip, empty, field, h, sheet, toast } from "./dom.js";
import { cents, money, percent, ppm, title } from "./format.js";

export function show(main, context) {
  let closed = false;
  const body = h("section", { className: "card flush" });
  const add = context.mayChange ? button("New rule", { picture: "plus", kind: "primary", onclick: () => edit(context, null, refresh) }) : null;
  main.append(h("div", { className: "title" }, h("div", {}, h("h1", {}, "Discounts"), h("p", { className: "quiet" }, "Rules that the lanes give by themselves or after an approval.")),
    h("div", { className: "tools" }, add)), body);

  async function refresh() {
    try {
      const { rules } = await look("rules", { store: context.store.id });
      if (closed || body.contains(document.activeElement) && rules.length === 0) return;
      body.replaceChildren(rules.length === 0
        ? empty("discount", "No rules yet", h("p", {}, "A rule takes off a percentage or an amount, on a category or a size."))
        : table(rules));
    } catch (trouble) {
      if (!closed) body.replaceChildren(banner("trouble", trouble.message, button("Try again", { picture: "refresh", onclick: refresh })));
    }
  }

  function table(rules) {
    return h("table", { className: "cards" },
      h("thead", {}, h("tr", {}, ["Rule", "Given on", "Approval", "State"].map((name) => h("th", { scope: "col" }, name)), h("th", { scope: "col" }, h("span", { className: "hidden" }, "Edit")))),
      h("tbody", {}, rules.map((rule) => h("tr", { className: rule.active ? "" : "off" },
        h("th", { scope: "row" }, h("button", { type: "button", className: "link", onclick: () => edit(context, rule, refresh) }, off(rule))),
        h("td", { data: { name: "Given on" } }, on(rule)),
        h("td", { data: { name: "Approval" } }, rule.employeeApprovalRequired ? "Each use is approved" : "Given by itself"),
        h("td", { className: "state" }, rule.needsReview ? chip("warning", "To look at") : rule.active ? chip("fine", "Given") : chip("quiet", "Not given")),
        h("td", { className: "last" }, button("", { picture: "pencil", kind: "plain", label: `Edit ${off(rule)} ${on(rule)}`, onclick: () => edit(context, rule, refresh) }))))));
  }

  refresh();
  return { refresh, close: () => { closed = true; } };
}

function off(rule) {
  return rule.percentPpm ? `${percent(rule.percentPpm)} % off` : `${money(rule.fixedAmount)} off`;
}

function on(rule) {
  const what = rule.category ? title(rule.category) : "all categories";
  return `${rule.size ? `${rule.size} of ${what}` : what} (by ${rule.scope})`;
}

async function edit(context, rule, done) {
  let choices;
  try {
    choices = await context.loadChoices();
  } catch (trouble) {
    toast(trouble.message, "trouble");
    return;
  }
  const scopes = [...new Set(["category", "item", rule?.scope ?? "category"])];
  const fields = {
    scope: field("Given by", h("select", {}, scopes.map((name) => h("option", { value: name }, title(name.toUpperCase()))))),
    category: field("Category", h("input", { list: "rule-categories", maxLength: 60, autocomplete: "off" }), "empty: all"),
    size: field("Size", h("input", { maxLength: 40, autocomplete: "off" }), "as on the label, such as 750 ml; empty: all"),
    percentPpm: field("Percentage off", h("input", { inputMode: "decimal", className: "number", autocomplete: "off" }), "%"),
    fixedAmount: field("or amount off", h("input", { inputMode: "decimal", className: "number", autocomplete: "off" }), choices.currency),
    employeeApprovalRequired: field("Each use needs an approval", h("input", { type: "checkbox", role: "switch" })),
    active: field("Given", h("input", { type: "checkbox", role: "switch" })),
  };
  fields.category.element.append(h("datalist", { id: "rule-categories" }, choices.categories.map((name) => h("option", { value: name }))));
  fields.employeeApprovalRequired.element.classList.add("switch");
  fields.active.element.classList.add("switch");
  const message = h("div", {});
  const save = button(context.mayChange ? "Save" : "Close", { kind: "primary", type: "submit" });
  const dialog = sheet(rule ? off(rule) : "New rule", h("form", { noValidate: true, onsubmit: (event) => { event.preventDefault(); store(rule?.version); } },
    message, h("div", { className: "fields" }, Object.values(fields).map((one) => one.element)), h("footer", {}, button("Cancel", { onclick: () => dialog.close() }), save)));
  fill(rule ?? { scope: "category", category: "", size: "", percentPpm: 0, fixedAmount: 0, employeeApprovalRequired: true, active: true });

  function fill(from) {
    for (const name of ["scope", "category", "size"]) fields[name].input.value = from[name];
    fields.percentPpm.input.value = from.percentPpm ? percent(from.percentPpm) : "";
    fields.fixedAmount.input.value = from.fixedAmount ? money(from.fixedAmount) : "";
    for (const name of ["employeeApprovalRequired", "active"]) fields[name].input.checked = from[name];
    for (const one of Object.values(fields)) one.input.disabled = !context.mayChange;
  }

  async function store(version) {
    if (!context.mayChange) return dialog.close();
    Object.values(fields).forEach((one) => one.show(""));
    const typed = {
      scope: fields.scope.input.value, category: fields.category.input.value.trim(), size: fields.size.input.value.trim(),
      percentPpm: ppm(fields.percentPpm.input.value || "0"), fixedAmount: cents(fields.fixedAmount.input.value || "0"),
      employeeApprovalRequired: fields.employeeApprovalRequired.input.checked, active: fields.active.input.checked,
    };
    save.disabled = true;
    try {
      await change("save_rule", context.store.id, rule ? { id: rule.id, version, fields: typed } : { fields: typed });
      dialog.close();
      toast("The rule is saved. Lanes have it within a minute, mostly at once.");
      done();
    } catch (refused) {
      if (fields[refused.about.field]) { fields[refused.about.field].show(refused.message); fields[refused.about.field].input.focus(); }
      else if (refused.status === 409) {
        message.replaceChildren(banner("warning", refused.message, h("p", {}, `It is ${off(refused.about.current)} ${on(refused.about.current)} now.`), h("div", { className: "tools" },
          button("Take what is there now", { onclick: () => { rule = refused.about.current; fill(rule); message.replaceChildren(); } }),
          button("Save mine", { kind: "primary", onclick: () => store(refused.about.current.version) }))));
      } else message.replaceChildren(banner("trouble", refused.message));
    } finally {
      save.disabled = false;
    }
  }
}
