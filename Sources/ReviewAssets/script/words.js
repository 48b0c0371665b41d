// The words of the page in two languages, and elements made of text: nothing here ever parses markup.

let all = { vi: {}, en: {} };
let language = "vi";

export const currentLanguage = () => language;

export async function loadWords(fallback) {
  all = await (await fetch("/messages.json")).json();
  language = read("trich-language") || fallback;
}

export function switchLanguage() {
  language = language === "vi" ? "en" : "vi";
  try { localStorage.setItem("trich-language", language); } catch { /* private window: the switch lasts as long as the page */ }
}

function read(key) {
  try { return localStorage.getItem(key); } catch { return null; }
}

/** The word for a key, or null. */
export const lookUp = (key) => all[language][key] ?? null;

/** The word for a key, with {name} filled in. */
export function say(key, values = {}) {
  const text = lookUp(key) ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "…");
}

/** The name of a flag's code; a code without one shows itself. */
export const flagTitle = (code) => lookUp(`flag.${code}`) ?? code.replaceAll("-", " ");

/** The sentence that says why a flag was raised. */
export function flagReason(flag, evidence) {
  // What the record suggests stands last in quotes.
  const said = [...flag.message.matchAll(/“([^”]+)”/g)].at(-1)?.[1];
  const values = said ? { message: flag.message, said } : { message: flag.message };
  for (const piece of evidence) values[piece.n] = piece.text ?? "";
  for (const [key, value] of Object.entries(flag.details ?? {})) {
    if (typeof value === "string" || typeof value === "number") values[key] = String(value).replace(/^\d{4}-\d\d-\d\d/, day);
  }
  // A code may have two sentences: across articles and within one. One about evidence that the flag does not have is passed over.
  const fits = (key) => lookUp(key) && [...lookUp(key).matchAll(/\{(\w+)\}/g)].every(([, name]) => name in values);
  const key = [`why.${flag.code}`, `why.${flag.code}.within`, "why.default"].find(fits);
  return key ? say(key, values) : flag.message;
}

/** 2024-09-27 as 27/9/2024. */
export function day(iso) {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? "");
  return match ? `${Number(match[3])}/${Number(match[2])}/${match[1]}` : iso ?? "";
}

/** A date of the record as people write it: XXXX-09-27T08:00 as 8:00 27/9/?, 2024-09/.. as 9/2024 – nay; other values as they are. */
export function readable(value) {
  const parts = value.split("/").map((part) => {
    if (part === "..") return say("date.open");
    const match = /^(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?(?:T(\d\d):(\d\d))?$/.exec(part);
    if (!match) return null;
    const [, year, month, date, hour, minute] = match;
    const written = [date && Number(date), Number(month), year === "XXXX" ? "?" : year].filter(Boolean).join("/");
    return hour ? `${Number(hour)}:${minute} ${written}` : written;
  });
  return parts.every(Boolean) ? parts.join(" – ") : value;
}

/** 2026-11-20T09:14:03Z in the reader's own time. */
export const moment = (utc) => new Date(utc).toLocaleString(language === "vi" ? "vi-VN" : "en-GB", { dateStyle: "short", timeStyle: "short" });

/** Writes the words of the shell that the server sent. */
export function labelPage(root = document) {
  document.documentElement.lang = language;
  document.title = say("page.title");
  for (const element of root.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
  for (const element of root.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));
  for (const element of root.querySelectorAll("[data-placeholder]")) {
    element.placeholder = say(element.dataset.placeholder);
    element.setAttribute("aria-label", say(element.dataset.placeholder));
  }
}

/** make("p", { class: "why" }, "text", child) */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** A button with its key. */
export function button(key, shortcut, action, attributes = {}) {
  const short = shortcut ? make("kbd", { "aria-hidden": "true" }, shortcut) : null;
  return make("button", { type: "button", onclick: action, "aria-keyshortcuts": shortcut, ...attributes }, short, make("span", {}, say(key)));
}
