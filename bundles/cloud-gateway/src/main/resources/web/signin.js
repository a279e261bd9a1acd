// The first screen. It says no more than that name or password is wrong.

import { form } from "./api.js";
import { button, field, h, icon } from "./dom.js";

/** Shows the screen; done(me) once somebody is in. reason is why it is shown again. */
export function signIn(root, done, reason = "") {
  const name = field("Name", h("input", { name: "name", autocomplete: "username", autocapitalize: "none", required: true, maxLength: 60 }));
  const password = field("Password", h("input", { name: "password", type: "password", autocomplete: "current-password", required: true }));
  const submit = button("Sign in", { kind: "primary wide", type: "submit" });
  const message = h("p", { className: "field-error form-error", role: "alert" }, reason);
  const start = async (event) => {
    event.preventDefault();
    message.replaceChildren();
    submit.disabled = true;
    submit.lastChild.textContent = "Signing in";
    try {
      done(await form("sign_in", { name: name.input.value, password: password.input.value }, true));
    } catch (refused) {
      message.replaceChildren(icon("alert-octagon-filled"), refused.message);
      password.input.select();
      password.input.focus();
    } finally {
      submit.disabled = false;
      submit.lastChild.textContent = "Sign in";
    }
  };
  root.replaceChildren(h("main", { className: "signin" },
    h("form", { className: "card", onsubmit: start },
      h("div", { className: "brand" }, h("span", { className: "logo" }, icon("cash-register")), h("h1", {}, "Euphoria POS")),
      h("p", { className: "quiet" }, "Prices, sales and lanes of your stores."),
      name.element, password.element, message, submit)));
  (reason ? password.input : name.input).focus();
}
