// Small windows: keys, a note, words to add, the answer of somebody who was first.
import { make, say, labelPage } from "./words.js";
import { keyList } from "./keys.js";

const dialog = () => document.getElementById("dialog");

function open(title, ...content) {
  const box = dialog();
  box.replaceChildren(make("h2", { id: "dialog-title" }, title), ...content);
  box.setAttribute("aria-labelledby", "dialog-title");
  if (!box.open) box.showModal();
  labelPage(box);
}

export const close = () => dialog().close();

export function showKeys() {
  const list = make("dl", { class: "keys" });
  for (const [keys, word] of keyList) {
    list.append(make("dt", {}, ...keys.split(" ").map((key) => (/^[/+–]$/.test(key) && keys !== "/" ? ` ${key} ` : make("kbd", {}, key)))), make("dd", {}, say(`keys.${word}`)));
  }
  open(say("keys.title"), list, make("p", { class: "hint" }, say("keys.inFields")), make("form", { method: "dialog" }, make("button", { class: "main", autofocus: true }, "OK")));
}

export function askNote(save) {
  const field = make("textarea", { rows: "4", maxlength: "4000", "aria-label": say("do.note"), autofocus: true });
  open(say("do.note"), ask([field], () => save(field.value)));
}

/** What the rules cannot read in words that a person marked. */
export function askValue(words, field, save) {
  const input = make("input", { type: "text", maxlength: "300", "aria-label": say(`field.${field}`), autofocus: true, autocomplete: "off", spellcheck: "false" });
  open(`“${words.trim()}”`, make("p", {}, say("page.sayWhat", { field: say(`field.${field}`).toLowerCase() })), ask([input], () => save(input.value.trim())));
}

export function askWords(kind, save) {
  const field = make("input", { type: "text", maxlength: "300", "aria-label": say("do.add"), autofocus: true, autocomplete: "off", spellcheck: "false" });
  const kinds = make("select", { "aria-label": say("page.question") });
  for (const name of ["date", "rank", "name", "count", "decree", "duration", "position"]) {
    kinds.append(make("option", { value: name, selected: name === kind }, say(`kind.${name}`)));
  }
  open(say("do.add"), ask([field, kinds], () => save(field.value.trim(), kinds.value)));
}

export function showFirst(first, what, answer) {
  const leave = make("button", { type: "button", class: "main", onclick: close, autofocus: true }, say("do.keepFirst"));
  const insist = make("button", { type: "button", onclick: () => { close(); answer(); } }, say("do.answerAnyway"));
  open(say("said.first", { by: first.by, what }), make("div", { class: "actions" }, leave, insist));
}

function ask(fields, save) {
  // In a field of several lines Enter ends a line.
  const keys = fields[0].tagName === "TEXTAREA" ? ["Ctrl", "Enter"] : ["Enter"];
  const submit = make("button", { class: "main", type: "submit" }, ...keys.map((key) => make("kbd", { "aria-hidden": "true" }, key)), make("span", {}, say("do.save")));
  const cancel = make("button", { type: "button", onclick: close }, say("do.cancel"));
  return make("form", { onsubmit: (event) => { event.preventDefault(); close(); save(); }, onkeydown: (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.target.tagName === "INPUT")) { event.preventDefault(); close(); save(); }
  } }, ...fields, make("div", { class: "actions" }, submit, cancel));
}
