// What the page asks of the gateway. A refusal is an ApiError with the reason in words.

export class ApiError extends Error {
  constructor(status, message, about) {
    super(message);
    this.status = status;
    this.about = about;
  }
}

let signedOut = () => {};

/** Is called whenever the session turns out to be over. */
export function onSignedOut(listener) {
  signedOut = listener;
}

async function answer(response, quiet) {
  let body = {};
  try {
    body = await response.json();
  } catch {
    throw new ApiError(response.status, "The answer can't be read. Is the line all right?", {});
  }
  if (!response.ok) {
    if (response.status === 401 && !quiet) signedOut();
    throw new ApiError(response.status, body.error ?? `The cloud answered ${response.status}.`, body.about ?? {});
  }
  return body;
}

async function send(path, options, quiet) {
  let response;
  try {
    response = await fetch(`/web/api/${path}`, { credentials: "same-origin", redirect: "error", ...options });
  } catch (trouble) {
    if (trouble.name === "AbortError") throw trouble;
    throw new ApiError(0, "The cloud can't be reached.", {});
  }
  return answer(response, quiet);
}

/** Looks something up. */
export function look(name, query = {}, signal = undefined) {
  const filled = Object.entries(query).filter(([, value]) => value !== "" && value !== undefined && value !== null);
  return send(`${name}?${new URLSearchParams(filled)}`, { signal }, false);
}

/** Changes something in a store. */
export function change(name, store, asked = {}) {
  return send(`${name}?store=${store}`, {
    method: "POST", body: JSON.stringify(asked), headers: { "X-Pos-Page": "1", "Content-Type": "application/json" },
  }, false);
}

/** Sends a form: signing in and out, passwords. */
export function form(name, values, quiet = false) {
  return send(name, { method: "POST", body: new URLSearchParams(values), headers: { "X-Pos-Page": "1" } }, quiet);
}

/** Who is signed in; null where nobody is. */
export async function me() {
  try {
    const who = await send("me", {}, true);
    return who.name ? who : null;
  } catch (refused) {
    if (refused.status === 401) return null;
    throw refused;
  }
}
