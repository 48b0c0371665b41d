// The question: why the flag was raised, what the record says, what else it could say, what people said before.
import { make, button, say, flagTitle, flagReason, moment, day, lookUp, readable } from "./words.js";

export function showQuestion(host, view, state, act) {
  const parts = view.flag ? [heading(view), firstAnswer(view)] : [back(state, act), make("h2", {}, view.focus ? say(`kind.${view.focus.kind}`) : say("page.article"))];
  if (view.focus) parts.push(state.editing ? form(view, act) : value(view, act));
  else if (!view.flag) parts.push(make("p", { class: "hint" }, say("page.noneInArticle")));
  if (!state.editing) parts.push(actions(view, state, act));
  if (view.evidence.length > 1 || view.evidence.some((piece) => piece.mention !== view.focus?.mention)) parts.push(evidence(view, act));
  if (view.history.length) parts.push(history(view));
  if (view.flagsHere.length > 1 || !view.flag) parts.push(others(view, state, act));
  host.replaceChildren(...parts.filter(Boolean));
  // What a screen reader says when the next question takes the focus.
  const { flag } = view;
  host.setAttribute("aria-label", flag ? `${say(`severity.${flag.severity}`)}: ${flagTitle(flag.code)}. ${flagReason(flag, view.evidence)}` : say("page.question"));
  if (state.editing) host.querySelector("input")?.select();
}

/** From an article that was only looked at back to the question. */
const back = (state, act) => state.last && make("p", {}, button("page.back", "Esc", act.back, { class: "plain" }));

function heading(view) {
  const { flag } = view;
  return make("div", { class: "why" },
    make("h2", { id: "why-title" }, make("span", { class: `severity ${flag.severity}` }, say(`severity.${flag.severity}`)), " ", flagTitle(flag.code)),
    make("p", { title: flag.message }, flagReason(flag, view.evidence)));
}

function firstAnswer(view) {
  if (!view.answer) return null;
  return make("p", { class: "answered" }, `✓ ${say(`action.${view.answer.action}`)} — ${view.answer.by}, ${moment(view.answer.at)}`);
}

function value(view, act) {
  const { focus } = view;
  const fields = focus.fields.filter((field) => field.value);
  const list = make("dl", { class: "fields" });
  for (const field of fields) list.append(make("dt", {}, say(`field.${field.name}`).replace(/ \(.*/, "")), make("dd", {}, focus.kind === "date" || field.name.endsWith("On") ? readable(field.value) : field.value));
  const state = focus.state === "untouched" ? null
    : make("p", { class: `state s-${focus.state}` }, `${say(`state.${focus.state}`)}${focus.by ? ` — ${focus.by}` : ""}${focus.outcome === "confirmed" ? ` · ${say("outcome.confirmed")}` : ""}`);
  return make("div", { class: `value k-${focus.kind}` },
    make("p", { class: "words" }, make("span", { class: "letter", "aria-hidden": "true" }, say(`letter.${focus.kind}`)), make("q", {}, focus.text), make("span", { class: "kind" }, say(`kind.${focus.kind}`))),
    list, state, alternatives(focus, act), rule(focus));
}

function rule(focus) {
  if (!focus.rule) return null;
  return make("p", { class: "rule" }, `${say("page.rule")} ${focus.rule} · ${say("page.confidence")} ${Math.round(focus.confidence * 100)} %`);
}

function alternatives(focus, act) {
  if (focus.alternatives.length === 0) return null;
  const list = make("ol", { class: "alternatives", "aria-label": say("page.alternatives") });
  focus.alternatives.forEach((alternative, index) => {
    list.append(make("li", {},
      make("button", { type: "button", "aria-keyshortcuts": String(index + 1), onclick: () => act.alternative(index + 1) },
        make("kbd", { "aria-hidden": "true" }, String(index + 1)), make("span", { class: "line" }, readable(alternative.line)), make("small", {}, say(`from.${alternative.from}`)))));
  });
  return list;
}

function actions(view, state, act) {
  if (state.readOnly) return make("p", { class: "hint" }, say("said.readOnly"));
  const bar = make("div", { class: "actions", role: "group", "aria-label": say("page.question") });
  if (view.flag) bar.append(button("do.accept", "a", () => act.accept(), { class: "main", title: say("do.accept.hint") }));
  else if (view.focus) bar.append(button("do.accept", "a", () => act.accept(), { class: "main" }));
  const isMention = view.focus && view.focus.kind !== "article";
  if (view.focus) bar.append(button("do.correct", "c", act.correct));
  if (isMention) bar.append(button("do.reject", "x", () => act.reject()));
  if (view.flag) bar.append(button("do.dismiss", "z", () => act.dismiss()), button("do.skip", "s", act.skip));
  return make("div", { class: "deeds" }, bar, alike(view, state), tools(view, isMention, act));
}

/** What is done now and then. */
function tools(view, isMention, act) {
  const bar = make("div", { class: "actions tools", role: "group", "aria-label": say("page.tools") });
  bar.append(button("do.undo", "u", act.undo), button("do.note", "t", act.note), button("do.bookmark", "b", act.bookmark), button("do.add", "m", act.add));
  if (isMention) bar.append(spanButtons(act));
  return bar;
}

/** Says that one key may answer several questions. */
function alike(view, state) {
  const open = view.flagsHere.filter((flag) => flag.code === view.flag?.code && (!flag.answered || flag.flag === state.flag));
  return open.length > 1 ? make("p", { class: "hint keys-only" }, say("page.alike", { count: open.length })) : null;
}

function spanButtons(act) {
  const one = (key, shortcut, start, end, sign) =>
    make("button", { type: "button", title: say(key), "aria-label": say(key), "aria-keyshortcuts": shortcut, onclick: () => act.moveSpan(start, end) }, sign);
  return make("span", { class: "span", role: "group", "aria-label": say("do.span") }, make("span", { class: "label", "aria-hidden": "true" }, say("do.span")),
    one("do.startBack", "{", -1, 0, "⇤"), one("do.startForth", "}", 1, 0, "↦"), one("do.endBack", "[", 0, -1, "↤"), one("do.endForth", "]", 0, 1, "⇥"));
}

function form(view, act) {
  const { focus } = view;
  const rows = focus.fields.map((field) => {
    const id = `field-${field.name}`;
    const input = field.name === "approximation" ? choice(id, field) : make("input", { id, name: field.name, value: field.value, autocomplete: "off", spellcheck: "false", maxlength: "1000" });
    return make("div", { class: "row" }, make("label", { for: id }, say(`field.${field.name}`)), input);
  });
  const save = make("button", { type: "submit", class: "main" }, make("kbd", { "aria-hidden": "true" }, "Enter"), make("span", {}, say("do.save")));
  const cancel = make("button", { type: "button", onclick: act.cancel }, make("kbd", { "aria-hidden": "true" }, "Esc"), make("span", {}, say("do.cancel")));
  return make("form", { class: `value k-${focus.kind}`, onsubmit: (event) => { event.preventDefault(); act.saveFields(new FormData(event.target)); } },
    make("p", { class: "words" }, make("q", {}, focus.text)), ...rows, make("p", { class: "problem", role: "alert" }), make("div", { class: "actions" }, save, cancel));
}

function choice(id, field) {
  const select = make("select", { id, name: field.name });
  for (const value of ["", "about", "nearly", "over", "under", "atLeast", "atMost"]) select.append(make("option", { value, selected: value === field.value }, value || "–"));
  return select;
}

function evidence(view, act) {
  const list = make("ol", { class: "evidence" });
  for (const piece of view.evidence) {
    const where = piece.here ? null : make("small", {}, `${piece.title ?? piece.article}${piece.published ? ` · ${day(piece.published)}` : ""}`);
    const quote = make("button", { type: "button", class: "quote", onclick: () => piece.mention && act.openEvidence(piece) },
      make("span", { class: "number", "aria-hidden": "true" }, String(piece.n)),
      make("span", { class: "words" }, `${piece.before ? "…" : ""}${piece.before ?? ""}`, make("b", { class: `k-${piece.kind}` }, piece.text ?? ""), `${piece.after ?? ""}${piece.after ? "…" : ""}`), where);
    list.append(make("li", { value: piece.n, class: piece.here ? "" : "elsewhere" }, quote));
  }
  return make("section", { "aria-label": say("page.evidence") }, make("h3", {}, say("page.evidence")), list);
}

function history(view) {
  const list = make("ul", { class: "history" });
  for (const entry of view.history) {
    const what = [say(`action.${entry.action}`), entry.verdict ? say(`verdict.${entry.verdict}`) : null, entry.value && readable(entry.value), entry.note ? `“${entry.note}”` : null];
    const became = [entry.active ? null : say("undone"), entry.outcome !== "holds" ? say(`outcome.${entry.outcome}`) : null, entry.reanchored ? say("reanchored") : null];
    const elsewhere = entry.article !== view.article.record ? entry.article : null;
    list.append(make("li", { class: entry.active ? "" : "undone" }, make("b", {}, entry.by), ` ${what.filter(Boolean).join(" · ")} `,
      make("small", {}, [moment(entry.at), entry.code && lookUp(`flag.${entry.code}`), elsewhere, ...became].filter(Boolean).join(" · "))));
  }
  return make("section", { "aria-label": say("page.history") }, make("h3", {}, say("page.history")), list);
}

const shortened = (text) => (text.length > 24 ? `${text.slice(0, 22)}…` : text);

function others(view, state, act) {
  const list = make("ul", { class: "flags" });
  for (const flag of view.flagsHere) {
    list.append(make("li", {}, make("button", { type: "button", class: `chip ${flag.severity}`, "aria-current": flag.flag === state.flag ? "true" : null, onclick: () => act.open({ flag: flag.flag }) },
      flag.answered ? "✓ " : "", flagTitle(flag.code), flag.text ? make("small", {}, ` ${shortened(flag.text)}`) : "")));
  }
  return view.flagsHere.length ? make("section", { "aria-label": say("page.flagsHere") }, make("h3", {}, say("page.flagsHere")), list) : null;
}
