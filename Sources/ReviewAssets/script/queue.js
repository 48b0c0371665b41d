// The queue: codes with their counts, and the flags or articles that wait.
import { make, say, flagTitle } from "./words.js";

export function showQueue(host, queue, state, act) {
  const scrolled = host.querySelector(".sorts")?.scrollTop ?? 0;
  const sorts = make("div", { class: "sorts" }, codes(queue, state, act), marks(queue, state, act));
  host.replaceChildren(tabs(state, act), sorts, list(queue, state, act));
  sorts.scrollTop = scrolled;
  sorts.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}

function tabs(state, act) {
  const tab = (byArticle, key) =>
    make("button", { type: "button", "aria-pressed": String(state.byArticle === byArticle), onclick: () => act.group(byArticle) }, say(key));
  return make("div", { class: "tabs", role: "group" }, tab(false, "page.byCode"), tab(true, "page.byArticle"));
}

function codes(queue, state, act) {
  const list = make("ul", { class: "codes" });
  const all = queue.codes.filter((code) => code.severity !== "info");
  list.append(codeRow(say("page.all"), sum(all, "open"), sum(all, "total"), !state.filter.code && !state.filter.severity && !state.filter.mark, () => act.filter({})));
  for (const severity of ["error", "review", "info"]) {
    const rows = queue.codes.filter((code) => code.severity === severity);
    if (rows.length === 0) continue;
    const chosen = state.filter.severity === severity && !state.filter.code;
    list.append(codeRow(say(`severity.${severity}`), sum(rows, "open"), sum(rows, "total"), chosen, () => act.filter({ severity }), `head ${severity}`));
    for (const row of rows) {
      const isChosen = state.filter.code === row.code && state.filter.severity === severity;
      list.append(codeRow(flagTitle(row.code), row.open, row.total, isChosen, () => act.filter({ severity, code: row.code }), "code", row.code));
    }
  }
  return list;
}

/** What the reviewer put aside, marked or answered: nothing of it is out of reach. */
function marks(queue, state, act) {
  const list = make("ul", { class: "codes marks" });
  for (const [mark, count] of Object.entries(queue.marks)) {
    if (count) list.append(codeRow(say(`mark.${mark}`), count, count, state.filter.mark === mark, () => act.filter({ mark })));
  }
  return list.childElementCount ? list : "";
}

const sum = (rows, key) => rows.reduce((total, row) => total + row[key], 0);

function codeRow(title, open, total, isChosen, action, style = "", hint = null) {
  const done = total - open;
  return make("li", { class: open ? style : `${style} over` },
    make("button", { type: "button", "aria-current": isChosen ? "true" : null, title: hint, onclick: action },
      make("span", { class: "name" }, title), make("span", { class: "open" }, String(open)), make("span", { class: "done" }, done ? `✓${done}` : "")));
}

function list(queue, state, act) {
  const rows = make("ol", { class: "waiting" });
  if (state.filter.article) {
    rows.append(make("li", {}, make("button", { type: "button", class: "back", onclick: () => act.filter({ ...state.filter, article: null }) }, `← ${state.filter.article}`)));
  }
  for (const item of queue.items) rows.append(queue.byArticle ? articleRow(item, act) : flagRow(item, state, act));
  const left = queue.byArticle ? 0 : waiting(queue, state.filter) - queue.items.length;
  if (left > 0) rows.append(make("li", { class: "empty" }, say("page.more", { count: left })));
  if (queue.items.length === 0) rows.append(make("li", { class: "empty" }, say("page.empty")));
  return rows;
}

/** How many flags wait in the filter; 0 where that is not known. */
function waiting(queue, { severity, code, article, mark }) {
  if (article || mark) return 0;
  return sum(queue.codes.filter((row) => (severity ? row.severity === severity : row.severity !== "info") && (!code || row.code === code)), "open");
}

function articleRow(item, act) {
  return make("li", {},
    make("button", { type: "button", onclick: () => act.filterArticle(item.article) },
      make("span", { class: "name" }, item.title ?? item.article), make("span", { class: "open" }, String(item.open)),
      make("small", {}, item.title ? item.article : "")));
}

function flagRow(item, state, act) {
  return make("li", { class: item.severity },
    make("button", { type: "button", "data-flag": item.flag, "aria-current": item.flag === state.flag ? "true" : null, onclick: () => act.open({ flag: item.flag }) },
      make("span", { class: "name" }, item.text ?? item.title ?? item.article),
      make("small", {}, item.text ? `${flagTitle(item.code)} · ${item.title ?? item.article}` : flagTitle(item.code))));
}

/** Marks the flag in hand without building the list again. */
export function markQueue(host, flag) {
  for (const row of host.querySelectorAll("[data-flag]")) {
    if (row.dataset.flag === flag) {
      row.setAttribute("aria-current", "true");
      row.scrollIntoView({ block: "nearest" });
    } else {
      row.removeAttribute("aria-current");
    }
  }
}
