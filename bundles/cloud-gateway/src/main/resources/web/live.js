// Waits at the gateway until something is new in the store, and says so. One request waits at a time, and none while the page is hidden.

import { look } from "./api.js";

const PAUSE_MAX = 15000;
const AT_ONCE = 500;
const FULL_PAUSE = 5000;

/** Starts; the answer ends it. told(): something is new. state(true|false): whether the line is up. */
export function follow(store, told, state) {
  const end = new AbortController();
  run(store, told, state, end.signal);
  return () => end.abort();
}

async function run(store, told, state, signal) {
  let pulse = "";
  let pause = 1000;
  while (!signal.aborted) {
    try {
      await visible(signal);
      const asked = Date.now();
      const answer = await look("live", { store, pulse }, signal);
      if (signal.aborted) return;
      state(true);
      pause = 1000;
      const fresh = pulse !== "" && answer.pulse !== pulse;
      // The gateway lets nobody wait who has too many pages open: then the page waits here.
      const full = answer.pulse === pulse && Date.now() - asked < AT_ONCE;
      pulse = answer.pulse;
      if (fresh) await told();
      if (full) await new Promise((resolve) => setTimeout(resolve, FULL_PAUSE));
    } catch (trouble) {
      if (signal.aborted || trouble.status === 401) return;
      state(false);
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(PAUSE_MAX, pause * 2);
    }
  }
}

function visible(signal) {
  if (!document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener("visibilitychange", resolve, { once: true, signal });
    signal.addEventListener("abort", resolve, { once: true });
  });
}
