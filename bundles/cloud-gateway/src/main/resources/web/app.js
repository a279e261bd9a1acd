// The frame around the views: who is signed in, which store, where one is. The address after # says where, so that Back works.

import * as accounts from "./accounts.js";
import { form, look, me as whoIsIn, onSignedOut } from "./api.js";
import * as changes from "./changes.js";
import { banner, button, h, icon, toast } from "./dom.js";
import * as lanes from "./lanes.js";
import { follow } from "./live.js";
import * as products from "./products.js";
import * as rules from "./rules.js";
import * as sales from "./sales.js";
import { signIn } from "./signin.js";

const VIEWS = [
  { name: "sales", words: "Sales", picture: "chart-bar", view: sales },
  { name: "products", words: "Products", picture: "tags", view: products },
  { name: "discounts", words: "Discounts", picture: "discount", view: rules },
  { name: "lanes", words: "Lanes", picture: "devices", view: lanes },
  { name: "changes", words: "Changes", picture: "history", view: changes },
  { name: "accounts", words: "Accounts", picture: "users", view: accounts, role: "owner" },
];

const root = document.getElementById("app");
let leave = () => {};

async function start() {
  try {
    const me = await whoIsIn();
    if (me) enter(me);
    else signIn(root, enter);
  } catch (trouble) {
    root.replaceChildren(h("main", { className: "signin" }, h("div", { className: "card" },
      banner("trouble", trouble.message), button("Try again", { picture: "refresh", onclick: start }))));
  }
}

onSignedOut(() => {
  leave();
  signIn(root, enter, "You were signed out. Sign in again to go on.");
});

/** Somebody is in: the frame, for the store that was looked at last. */
function enter(me) {
  leave();
  if (me.stores.length === 0) {
    root.replaceChildren(h("main", { className: "signin" }, h("div", { className: "card" },
      banner("warning", "This account is for no store.", h("p", {}, "An owner can give it one.")), signOutButton())));
    return;
  }
  const store = me.stores.find((one) => one.id === localStorage.getItem("store")) ?? me.stores[0];
  localStorage.setItem("store", store.id);
  const context = { me, store, mayChange: store.role !== "viewer", choices: null };
  context.loadChoices = async () => (context.choices ??= await look("choices", { store: store.id }));
  leave = frame(context);
}

function frame(context) {
  const state = h("span", { className: "chip quiet live", role: "status" }, icon("plug"), h("span", {}, "Connecting"));
  const main = h("main", { id: "main", tabIndex: -1 });
  const shown = VIEWS.filter((view) => !view.role || view.role === context.store.role);
  const links = shown.map((view) => h("a", { href: `#${view.name}` }, icon(view.picture), h("span", {}, view.words)));
  root.replaceChildren(
    h("a", { className: "skip", href: "#main", onclick: (event) => { event.preventDefault(); main.focus(); } }, "Skip to the content"),
    h("header", { className: "bar" }, h("span", { className: "logo" }, icon("cash-register")), storeName(context), h("span", { className: "grow" }),
      state, accountMenu(context)),
    h("div", { className: "columns" }, h("nav", { aria: { label: "Parts of the page" } }, links), main));

  let view = null;
  const show = () => {
    const wanted = location.hash.slice(1).split("?")[0];
    const chosen = shown.find((one) => one.name === wanted) ?? shown[0];
    links.forEach((link, at) => {
      if (shown[at] === chosen) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
    view?.close?.();
    main.replaceChildren();
    view = chosen.view.show(main, context);
    document.title = `${chosen.words} · ${context.store.name}`;
    window.scrollTo(0, 0);
  };
  const online = (up) => {
    state.className = `chip live ${up ? "fine" : "warning"}`;
    state.replaceChildren(icon(up ? "circle-check-filled" : "alert-triangle-filled"), h("span", {}, up ? "Live" : "No line, trying again"));
  };
  window.addEventListener("hashchange", show);
  const stop = follow(context.store.id, () => view?.refresh?.(), online);
  show();
  return () => {
    stop();
    view?.close?.();
    window.removeEventListener("hashchange", show);
    document.querySelectorAll("dialog").forEach((dialog) => dialog.close());
    leave = () => {};
  };
}

function storeName(context) {
  if (context.me.stores.length === 1) return h("span", { className: "store" }, context.store.name);
  return h("select", {
    className: "store", aria: { label: "Store" },
    onchange: (event) => { localStorage.setItem("store", event.target.value); enter(context.me); },
  }, context.me.stores.map((one) => h("option", { value: one.id, selected: one.id === context.store.id }, one.name)));
}

function accountMenu(context) {
  const menu = h("details", { className: "menu" },
    h("summary", { aria: { label: `Account ${context.me.name}` } }, icon("user"), h("span", { className: "name" }, context.me.name)),
    h("div", { className: "card" },
      h("p", {}, h("strong", {}, context.me.name), h("span", { className: "quiet" }, context.store.role)),
      context.store.role === "owner" ? h("a", { className: "phone-only", href: "#accounts", onclick: () => { menu.open = false; } }, icon("users"), "Accounts") : null,
      button("Change password", { picture: "lock", kind: "row", onclick: () => { menu.open = false; accounts.changePassword(context); } }),
      signOutButton(), signOutButton(true)));
  menu.addEventListener("focusout", (event) => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false; });
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape") { menu.open = false; menu.firstChild.focus(); } });
  return menu;
}

function signOutButton(everywhere = false) {
  return button(everywhere ? "Sign out everywhere" : "Sign out", {
    picture: "logout", kind: "row",
    onclick: async () => {
      try {
        await form("sign_out", { everywhere }, true);
        leave();
        signIn(root, enter);
      } catch (trouble) {
        toast(trouble.message, "trouble");
      }
    },
  });
}

start();
