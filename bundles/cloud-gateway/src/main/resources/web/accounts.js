// Who may sign in for this store; an owner's view. And one's own password.

import { form, look } from "./api.js";
import { banner, button, confirm, field, h, sheet, toast } from "./dom.js";
import { ago, count, moment } from "./format.js";

const ROLES = { owner: "Owner: everything", manager: "Manager: changes and lanes", viewer: "Viewer: looks only" };

export function show(main, context) {
  let closed = false;
  const body = h("section", { className: "card flush" });
  main.append(h("div", { className: "title" }, h("div", {}, h("h1", {}, "Accounts"), h("p", { className: "quiet" }, "Who may sign in here for this store.")),
    h("div", { className: "tools" }, button("New account", { picture: "plus", kind: "primary", onclick: () => add(context, refresh) }))), body);

  async function refresh() {
    try {
      const { accounts } = await look("accounts", { store: context.store.id });
      if (closed || body.contains(document.activeElement) && document.activeElement.tagName === "SELECT") return;
      body.replaceChildren(h("table", { className: "cards" },
        h("thead", {}, h("tr", {}, ["Name", "Role", "Signed in", "Since"].map((name) => h("th", { scope: "col" }, name)), h("th", { scope: "col" }, h("span", { className: "hidden" }, "Remove")))),
        h("tbody", {}, accounts.map((one) => line(context, one, refresh)))));
    } catch (trouble) {
      if (!closed) body.replaceChildren(banner("trouble", trouble.message, button("Try again", { picture: "refresh", onclick: refresh })));
    }
  }

  refresh();
  return { close: () => { closed = true; } };
}

function line(context, one, refresh) {
  const own = one.name === context.me.name;
  const role = h("select", { aria: { label: `Role of ${one.name}` }, onchange: () => save(context, { name: one.name, role: role.value }, refresh) },
    Object.entries(ROLES).map(([value, words]) => h("option", { value, selected: value === one.role }, words)));
  return h("tr", {},
    h("th", { scope: "row" }, one.name),
    h("td", { data: { name: "Role" } }, own ? ROLES[one.role] : role),
    h("td", { data: { name: "Signed in" } }, one.sessions ? `${count(one.sessions, "time")}, ${ago(one.lastUsedAt, Date.now())}` : "not now"),
    h("td", { data: { name: "Since" } }, moment(one.since)),
    h("td", { className: "last" }, own ? null : button("", {
      picture: "trash", kind: "plain", label: `Remove ${one.name}`,
      onclick: async () => {
        if (await confirm(`Remove ${one.name}?`, "The account can't look at this store any more, and is signed out at once.", "Remove")) save(context, { name: one.name, role: "none" }, refresh);
      },
    })));
}

async function save(context, values, done) {
  try {
    await form("save_account", { store: context.store.id, ...values });
    toast("Saved.");
  } catch (refused) {
    toast(refused.message, "trouble");
  }
  document.activeElement?.blur();
  done();
}

function add(context, done) {
  const fields = {
    name: field("Name", h("input", { maxLength: 60, autocomplete: "off", autocapitalize: "none" })),
    password: field("First password", h("input", { type: "password", autocomplete: "new-password" }), "10 characters or more"),
    role: field("Role", h("select", {}, Object.entries(ROLES).map(([value, words]) => h("option", { value, selected: value === "manager" }, words)))),
  };
  ask("New account", fields, "Add", "save_account", { store: context.store.id }, () => { toast("The account is there."); done(); });
}

/** Changes the password of whoever is signed in. */
export function changePassword(context) {
  const fields = {
    old: field("Old password", h("input", { type: "password", autocomplete: "current-password" })),
    new: field("New password", h("input", { type: "password", autocomplete: "new-password" }), "10 characters or more"),
  };
  ask("Change password", fields, "Change", "change_password", { name: context.me.name }, () => toast("The password is changed, and all other devices are signed out."));
}

function ask(title, fields, action, what, more, done) {
  const message = h("div", {});
  const submit = button(action, { kind: "primary", type: "submit" });
  const dialog = sheet(title, h("form", { noValidate: true, onsubmit: async (event) => {
    event.preventDefault();
    Object.values(fields).forEach((one) => one.show(""));
    submit.disabled = true;
    try {
      await form(what, { ...more, ...Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, one.input.value])) });
      dialog.close();
      done();
    } catch (refused) {
      if (fields[refused.about.field]) { fields[refused.about.field].show(refused.message); fields[refused.about.field].input.focus(); }
      else message.replaceChildren(banner("trouble", refused.message));
    } finally {
      submit.disabled = false;
    }
  } }, message, Object.values(fields).map((one) => one.element), h("footer", {}, button("Cancel", { onclick: () => dialog.close() }), submit)));
  dialog.classList.add("small");
  Object.values(fields)[0].input.focus();
}
