// The lanes of the store: when each was last heard, what it sent and what it did not, what of it is parked; letting one in, cutting one off,
// and deciding on what another lane asked for.

import { change, look } from "./api.js";
import { banner, button, chip, confirm, empty, h, icon, sheet, toast } from "./dom.js";
import { ago, count, moment } from "./format.js";

const QUIET_MILLIS = 10 * 60000;
const BEHIND_MILLIS = 5 * 60000;
/** More than that the cloud does not count. */
const BACKLOG_MAX = 1000000;

export function show(main, context) {
  let closed = false;
  const body = h("div", { className: "stack" });
  const add = context.mayChange ? button("Let a lane in", { picture: "plus", kind: "primary", onclick: () => code(context) }) : null;
  main.append(h("div", { className: "title" }, h("div", {}, h("h1", {}, "Lanes"), h("p", { className: "quiet" }, "Every register that sends its sales here.")), h("div", { className: "tools" }, add)), body);

  async function refresh() {
    try {
      const { lanes, now } = await look("lanes", { store: context.store.id });
      if (closed) return;
      const open = new Set([...body.querySelectorAll("details[open]")].map((one) => one.dataset.node));
      const focused = body.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
      body.replaceChildren(...(lanes.length === 0 ? [none()] : lanes.map((lane) => card(context, lane, now, open.has(lane.node), refresh))));
      if (focused) body.querySelector(`[data-key="${focused}"]`)?.focus();
    } catch (trouble) {
      if (!closed) body.replaceChildren(banner("trouble", trouble.message, button("Try again", { picture: "refresh", onclick: refresh })));
    }
  }

  function none() {
    return h("section", { className: "card" }, empty("devices", "No lanes yet",
      h("ol", {}, h("li", {}, "Get a code here: ", h("strong", {}, "Let a lane in"), ". It is good for one lane, for an hour."),
        h("li", {}, "Give it to the register, with the address of this page: in its set-up, or by the command ", h("code", {}, `cloud:enrol ${location.origin} CODE`), "."),
        h("li", {}, "Its sales follow by themselves, and it stands here.")),
      context.mayChange ? button("Let a lane in", { picture: "plus", kind: "primary", onclick: () => code(context) }) : null));
  }

  const minute = setInterval(refresh, 30000);
  refresh();
  return { refresh, close: () => { closed = true; clearInterval(minute); } };
}

function state(lane, now) {
  if (lane.state === "revoked") return chip("trouble", "Cut off");
  if (lane.state === "retired") return chip("quiet", "Retired");
  if (!lane.enrolledAt) return chip("quiet", "Known from other lanes");
  if (!lane.shownAt) return chip("warning", "Let in, not heard yet");
  if (now - lane.shownAt > QUIET_MILLIS) return chip("warning", `Not heard for ${ago(lane.shownAt, now).replace(" ago", "")}`);
  if (lane.waitingSince && now - lane.waitingSince > BEHIND_MILLIS) return chip("warning", `Behind by ${ago(lane.waitingSince, now).replace(" ago", "")}`);
  return chip("fine", "In touch");
}

function card(context, lane, now, open, refresh) {
  const name = lane.label || `Lane ${lane.node.slice(0, 8)}`;
  const facts = [
    ["Last in touch", lane.enrolledAt ? ago(lane.shownAt, now) : "through others only"],
    ["Not sent yet", backlog(lane, now)],
    ["Last event", lane.lastEventAt ? `${ago(lane.lastEventAt, now)}${lane.broughtBy ? `, brought by ${lane.broughtBy}` : ""}` : "none yet"],
    ["Arrived", delay(lane)],
    ["Events here", lane.events.toLocaleString("en-US")],
    ["Let in", lane.enrolledAt ? moment(lane.enrolledAt) : "not here"],
  ];
  return h("section", { className: "card lane", aria: { label: name } },
    h("header", {}, h("h2", { className: "grow" }, icon("devices"), name),
      context.mayChange && lane.state !== "revoked" && !lane.askedAt
        ? button("Cut off", { picture: "trash", kind: "danger-text", label: `Cut off ${name}`, onclick: () => revoke(context, lane, name, refresh) }) : null), state(lane, now),
    h("dl", {}, facts.map(([term, value]) => h("div", {}, h("dt", {}, term), h("dd", {}, value)))),
    lane.askedAt ? request(context, lane, name, now, refresh) : null,
    lane.parkedCount > 0 ? parked(context, lane, open, refresh) : null);
}

/** What the lane has and the cloud has not, by what the lane told last: while it is away, it may have sold more. */
function backlog(lane, now) {
  if (lane.waiting === null) return "not told yet";
  const events = lane.waiting === 0 ? "nothing" : `${lane.waiting === BACKLOG_MAX ? "more than " : ""}${count(lane.waiting, "event")}`;
  const age = lane.waitingSince && now - lane.waitingSince > 90000 ? `, for ${ago(lane.waitingSince, now).replace(" ago", "")}` : "";
  return `${events}${age}${now - lane.toldAt > QUIET_MILLIS ? `, as of ${ago(lane.toldAt, now)}` : ""}`;
}

/** A lane that its store revoked trades with nobody there any more; here somebody has to say so, because whoever has one lane's token could ask for it. */
function request(context, lane, name, now, refresh) {
  return h("div", { className: "request" },
    banner("warning", `${lane.askedBy} asked to cut off ${name}`,
      h("p", {}, `It was revoked there ${ago(lane.askedAt, now)}. Cut it off here, too, when that was meant; dismiss it when nobody of the store knows why.`),
      context.mayChange ? h("div", { className: "tools" },
        button("Cut off", { picture: "trash", kind: "danger", label: `Cut off ${name} as asked`, onclick: () => revoke(context, lane, name, refresh) }),
        button("Dismiss", { label: `Dismiss the request to cut off ${name}`, onclick: () => keep(context, lane, name, refresh) }))
        : h("p", {}, "A manager or an owner decides.")));
}

async function keep(context, lane, name, refresh) {
  try {
    await change("keep_lane", context.store.id, { node: lane.node });
    toast(`${name} stays.`);
    refresh();
  } catch (trouble) {
    toast(trouble.message, "trouble");
  }
}

/** How long the newest event was under way: what a lane kept while there was no line comes late. */
function delay(lane) {
  if (!lane.arrivedAt) return "nothing yet";
  const seconds = Math.max(0, Math.round((lane.arrivedAt - lane.lastEventAt) / 1000));
  if (seconds < 90) return `after ${seconds} s`;
  return seconds < 5400 ? `after ${Math.round(seconds / 60)} min` : seconds < 129600 ? `after ${Math.round(seconds / 3600)} h` : `after ${Math.round(seconds / 86400)} days`;
}

function parked(context, lane, open, refresh) {
  return h("details", { className: "parked", open, data: { node: lane.node } },
    h("summary", { data: { key: `parked-${lane.node}` } }, icon("alert-triangle-filled"), `${count(lane.parkedCount, "event")} parked`),
    h("p", { className: "quiet" }, "They are kept, and in no report. Most can be applied after an upgrade of the cloud."),
    h("ul", {}, lane.parked.map((one) => h("li", {}, h("strong", {}, `${one.type} ${one.seq}`), ` · ${one.reason}`, h("span", { className: "quiet" }, ` · ${moment(one.at)}`)))),
    context.mayChange ? button("Try again", { picture: "refresh", onclick: async () => {
      try {
        const { applied } = await change("retry_parked", context.store.id);
        toast(applied ? `${count(applied, "event")} applied.` : "None can be applied yet.", applied ? "fine" : "trouble");
        refresh();
      } catch (trouble) {
        toast(trouble.message, "trouble");
      }
    } }) : null);
}

async function revoke(context, lane, name, refresh) {
  if (!await confirm(`Cut off ${name}?`, "It can't send or fetch anything here any more, for good: to come back it needs a new identity. The other lanes still trust it until it is revoked on one of them, too.", "Cut off")) return;
  try {
    await change("revoke_lane", context.store.id, { node: lane.node });
    toast(`${name} is cut off.`);
    refresh();
  } catch (trouble) {
    toast(trouble.message, "trouble");
  }
}

async function code(context) {
  try {
    const made = await change("make_code", context.store.id);
    const until = new Date(Date.now() + made.minutes * 60000);
    const copy = button("Copy", { picture: "copy", onclick: async () => {
      try {
        await navigator.clipboard.writeText(made.code);
        copy.lastChild.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(text);
      }
    } });
    const text = h("output", { className: "code", aria: { label: "Code" } }, made.code);
    const dialog = sheet("Code for one lane", text,
      h("p", {}, "Give it to the register with the address ", h("strong", {}, location.origin), ": in its set-up, or by ",
        h("code", {}, `cloud:enrol ${location.origin} ${made.code}`), ". It is good for one lane until ",
        h("strong", {}, until.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })), ", and is not shown again."),
      h("footer", {}, copy, button("Done", { kind: "primary", onclick: () => dialog.close() })));
    dialog.classList.add("small");
  } catch (trouble) {
    toast(trouble.message, "trouble");
  }
}
