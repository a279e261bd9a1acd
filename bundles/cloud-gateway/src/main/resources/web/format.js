// Amounts, moments and names as people read them. Money is whole cents everywhere: it is never a fraction in here.

/** 123456 → "1,234.56"; a minus is a true one. */
export function money(cents) {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${cents < 0 ? "−" : ""}${whole}.${digits.slice(-2)}`;
}

/** Cents of what somebody typed, or null where it is no amount: 12, 12.5, 12,50, 1,234.50. */
export function cents(typed) {
  const found = /^\s*\D?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:[.,](\d{1,2}))?\s*$/.exec(typed);
  return found ? Number(found[1].replaceAll(",", "")) * 100 + Number((found[2] ?? "0").padEnd(2, "0")) : null;
}

/** Short, for a chart: 84, 1.2k, 15k. */
export function short(amount) {
  const whole = Math.round(amount / 100);
  if (Math.abs(whole) < 1000) return String(whole);
  return Math.abs(whole) < 10000 ? `${(whole / 1000).toFixed(1)}k` : `${Math.round(whole / 1000)}k`;
}

export function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;
}

/** Thousandths of a piece. */
export function quantity(thousandths) {
  return (thousandths / 1000).toLocaleString("en-US", { maximumFractionDigits: 3 }).replace("-", "−");
}

export function size(millilitres) {
  if (!millilitres) return "";
  return millilitres >= 1000 ? `${(millilitres / 1000).toLocaleString("en-US")} L` : `${millilitres} ml`;
}

/** Parts per million as a percentage: 75000 → "7.5". */
export function percent(ppm) {
  return (ppm / 10000).toLocaleString("en-US", { maximumFractionDigits: 4, useGrouping: false });
}

/** Parts per million of a percentage that somebody typed, or null. */
export function ppm(typed) {
  const found = /^\s*(\d{1,3})(?:[.,](\d{1,4}))?\s*%?\s*$/.exec(typed);
  return found ? Number(found[1]) * 10000 + Number((found[2] ?? "").padEnd(4, "0")) : null;
}

const KEPT = new Set(["VSOP", "VS", "XO", "IPA", "USA", "II", "III", "IV", "VI", "ML", "L", "DC", "NV"]);

/** Names that are stored in capitals are shown in title case. */
export function title(name) {
  if (name !== name.toUpperCase()) return name;
  return name.replace(/[^\s\-/&(]+/g, (word) => (KEPT.has(word) ? word : word[0] + word.slice(1).toLowerCase()));
}

/** How long ago, in words that do not change every second. */
export function ago(then, now) {
  if (!then) return "never";
  const seconds = Math.max(0, Math.round((now - then) / 1000));
  if (seconds < 90) return "just now";
  if (seconds < 5400) return `${Math.round(seconds / 60)} min ago`;
  if (seconds < 129600) return `${Math.round(seconds / 3600)} h ago`;
  return `${Math.round(seconds / 86400)} days ago`;
}

export function moment(millis) {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" })
    .format(new Date(millis));
}

export function clock(millis, zone) {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(new Date(millis));
}

/** "Wednesday, 4 March 2026" of "2026-03-04". */
export function day(text) {
  return new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })
    .format(new Date(`${text}T00:00:00Z`));
}

export function shiftDay(text, days) {
  return new Date(Date.parse(`${text}T00:00:00Z`) + days * 86400000).toISOString().slice(0, 10);
}
