// Small parts that every view is made of. Text always goes in as text, so nothing that somebody typed becomes markup.

/** An element: h("button", {class: "primary", onclick: f, aria: {label: "…"}}, "words", other). */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "aria") for (const [key, text] of Object.entries(value)) element.setAttribute(`aria-${key}`, text);
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name in element && !["list", "form", "role", "for"].includes(name)) setProperty(element, name, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function setProperty(element, name, value) {
  if (name === "class") element.className = value;
  else element[name] = value;
}

/** A picture that says nothing by itself. */
export function icon(name) {
  return h("span", { className: `icon i-${name}`, aria: { hidden: "true" } });
}

/** A state in words, with a shape of its own: fine, warning, trouble, quiet. */
export function chip(kind, words) {
  const pictures = { fine: "circle-check-filled", warning: "alert-triangle-filled", trouble: "alert-octagon-filled", quiet: "info-circle-filled" };
  return h("span", { className: `chip ${kind}` }, icon(pictures[kind]), words);
}

/** What stands where a list would be empty. */
export function empty(picture, title, ...more) {
  return h("div", { className: "empty" }, icon(picture), h("h2", {}, title), ...more);
}

/** A message within a view; kind is warning, trouble or quiet. */
export function banner(kind, title, ...more) {
  const pictures = { warning: "alert-triangle-filled", trouble: "alert-octagon-filled", quiet: "info-circle-filled" };
  return h("div", { className: `banner ${kind}`, role: kind === "quiet" ? "note" : "alert" },
    icon(pictures[kind]), h("div", {}, h("strong", {}, title), ...more));
}

export function button(words, { picture, kind = "", onclick, type = "button", label, disabled } = {}) {
  return h("button", { type, className: kind, onclick, disabled, aria: label ? { label } : undefined }, picture ? icon(picture) : null,
    words ? h("span", {}, words) : null);
}

let fields = 0;

/** A labelled field with room for what is wrong with it. show(message) marks it; show("") clears. */
export function field(label, input, hint = "") {
  const id = `field${++fields}`;
  input.id = id;
  const message = h("p", { className: "field-error", id: `${id}-error` });
  input.setAttribute("aria-describedby", message.id);
  const element = h("div", { className: "field" }, h("label", { htmlFor: id }, label, hint ? h("small", {}, hint) : null), input, message);
  const show = (words) => {
    element.classList.toggle("wrong", words !== "");
    input.setAttribute("aria-invalid", words !== "");
    message.replaceChildren(...(words ? [icon("alert-octagon-filled"), words] : []));
  };
  return { element, input, show };
}

/** Says something for a few seconds at the foot of the page. */
export function toast(words, kind = "fine") {
  const picture = kind === "fine" ? "circle-check-filled" : "alert-octagon-filled";
  const element = h("div", { className: `toast ${kind}` }, icon(picture), words);
  document.getElementById("toasts").append(element);
  setTimeout(() => element.remove(), 5000);
}

/** A sheet over the page; Escape closes it, and the focus goes back. */
export function sheet(title, ...content) {
  const heading = h("h2", { id: `sheet${++fields}` }, title);
  const dialog = h("dialog", { className: "sheet", aria: { labelledby: heading.id } },
    h("header", {}, heading, button("", { picture: "x", kind: "plain", label: "Close", onclick: () => dialog.close() })), ...content);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Asks before something that can't be undone. Resolves to true or false. */
export function confirm(title, words, action) {
  return new Promise((resolve) => {
    let answer = false;
    const yes = button(action, { kind: "danger", onclick: () => { answer = true; dialog.close(); } });
    const no = button("Cancel", { onclick: () => dialog.close() });
    const dialog = sheet(title, h("p", {}, words), h("footer", {}, no, yes));
    dialog.classList.add("small");
    dialog.addEventListener("close", () => resolve(answer));
    no.focus();
  });
}
