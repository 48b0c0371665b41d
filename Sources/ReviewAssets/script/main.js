// The desk in the browser: keeps what is shown, sends what is said, shows what comes back.
import { loadWords, labelPage, switchLanguage, say } from "./words.js";
import * as server from "./server.js";
import { showArticle, selectedWords, findWords } from "./article.js";
import { showQuestion } from "./panel.js";
import { showQueue, markQueue } from "./queue.js";
import { listen } from "./keys.js";
import { showKeys, askNote, askValue, askWords, showFirst } from "./dialogs.js";

const at = (id) => document.getElementById(id);
const state = { flag: null, last: null, view: null, queue: null, filter: {}, byArticle: false, editing: false, busy: false, readOnly: document.body.dataset.readOnly === "true" };

// Showing

function show(view, { moveFocus = true } = {}) {
  state.view = view;
  state.flag = view.flag?.id ?? null;
  state.last = state.flag ?? state.last;
  state.editing = false;
  draw();
  history.replaceState(null, "", link());
  if (moveFocus) at("question").focus({ preventScroll: true });
}

function draw() {
  showArticle(at("article"), state.view, act);
  showQuestion(at("question"), state.view, state, act);
  at("question").scrollTop = 0;
  markQueue(at("queue"), state.flag);
}

function progress(counts) {
  at("bar").max = Math.max(counts.total, 1);
  at("bar").value = counts.answered;
  const pace = counts.medianSeconds === null ? "" : ` ${say("page.pace", { seconds: counts.medianSeconds })}`;
  at("progress").textContent = say("page.progress", counts) + pace;
}

function empty() {
  state.view = null;
  state.flag = null;
  at("article").replaceChildren();
  const note = document.createElement("p");
  note.className = "hint";
  note.textContent = say("page.empty");
  at("question").replaceChildren(note);
}

const link = () => {
  const { flag, view } = state;
  if (flag) return `#flag=${flag}`;
  return view ? `#article=${encodeURIComponent(view.article.record)}${view.focus ? `&mention=${encodeURIComponent(view.focus.mention)}` : ""}` : "#";
};

let saidTimer;
function tell(text, isProblem = false) {
  at("said").textContent = text;
  if (!text) {
    at("said").className = "";
    return;
  }
  at("said").className = isProblem ? "problem shown" : "shown";
  clearTimeout(saidTimer);
  saidTimer = setTimeout(() => { at("said").className = ""; }, isProblem ? 8000 : 2500);
}

// Going places

let going = Promise.resolve();

/** One thing after the other. While an answer that goes on is under way all else is dropped: nobody has seen what it would be about. */
function guarded(work, goesOn = false) {
  if (state.busy) return going;
  state.busy = goesOn;
  going = going.then(work).catch(explain).finally(() => { if (goesOn) state.busy = false; });
  return going;
}

function explain(error) {
  if (!(error instanceof server.Refusal)) throw error;
  const { body, status } = error;
  if (status === 0) return tell(say("said.offline"), true);
  if (body.error === "bad-value") return problem(body);
  const known = { "nothing-to-undo": "said.nothingToUndo", "nothing-to-redo": "said.nothingToRedo", "read-only": "said.readOnly", gone: "said.gone" };
  tell(known[body.error] ? say(known[body.error]) : body.reason ?? body.error ?? String(status), true);
  if (body.error === "gone") refreshQueue();
}

function problem(body) {
  const text = say("said.badValue", { field: say(`field.${body.field}`), reason: body.reason });
  const place = at("question").querySelector(".problem");
  if (place) place.textContent = text;
  tell(text, true);
}

const open = (place, options) => guarded(async () => {
  closeMenu();
  show(await server.getView(place, state.filter), options);
});

async function refreshQueue() {
  state.queue = await server.getQueue(state.filter, state.byArticle);
  showQueue(at("queue"), state.queue, state, act);
  markQueue(at("queue"), state.flag);
  progress(state.queue.progress);
}

const step = (way, onlyOpen) => guarded(async () => {
  const { flag } = await server.getStep(way, state.flag ?? state.last, state.filter, onlyOpen);
  if (flag === "0") return tell(say("said.end"));
  const view = await server.getView({ flag }, state.filter);
  show(view);
  if (!state.filter.article || state.filter.article === view.article.record) return;
  state.filter = { ...state.filter, article: view.article.record };
  await refreshQueue();
});

// Answering

/** What every answer says about where it was given. */
const place = () => ({
  flag: state.flag, article: state.view.article.record, mention: state.view.focus?.mention ?? null, filter: state.filter,
});

/** @param needs what must be in hand when its turn comes: `flag`, `focus`, `either` or `view` */
const answer = (what, needs, stays = false) => guarded(async () => {
  tell("");
  const { view, flag } = state;
  const has = { flag, focus: view?.focus, either: flag || view?.focus, view };
  if (!has[needs] || state.readOnly) return;
  const then = flag && !stays ? "next" : "stay";
  try {
    saved(await server.postAnswer({ ...place(), ...what, then }), then);
  } catch (error) {
    if (what.action === "add" && error.body?.error === "bad-value") {
      const { field } = error.body;
      return askValue(what.selection.text, field, (value) => answer({ ...what, fields: { [field]: value } }, needs, stays));
    }
    if (error.body?.error !== "answered-before") throw error;
    showFirst(error.body.first, say(`action.${error.body.first.action}`), () => answer({ ...what, seen: error.body.first.id }, needs, stays));
  }
}, !stays);

function saved(reply, then) {
  tell(reply.count > 1 ? say("said.savedAlong", { count: reply.count }) : say("said.saved"));
  if (reply.view) {
    // An article that is done hands over to the next one.
    if (then === "next" && state.filter.article) state.filter = { ...state.filter, article: reply.view.article.record };
    show(reply.view, { moveFocus: then === "next" });
  } else {
    empty();
    tell(say("said.end"));
  }
  scheduleQueue();
}

/** The counts follow after the answer, so that the answer never waits for them. */
let queueTimer;
function scheduleQueue() {
  clearTimeout(queueTimer);
  queueTimer = setTimeout(() => refreshQueue().catch(() => {}), 150);
}

const turn = (post, word) => guarded(async () => {
  const reply = await post({ flag: state.flag, article: state.view?.article.record, filter: state.filter });
  if (reply.view) show(reply.view);
  tell(say(word, { what: say(`action.${reply.action}`) + (reply.count > 1 ? ` ×${reply.count}` : "") }));
  scheduleQueue();
});

// What keys and buttons do

const closeMenu = () => {
  document.body.classList.remove("menu-open");
  at("menu").setAttribute("aria-expanded", "false");
};

const act = {
  open,
  // `forAllAlike`: the same answer to all open flags of this kind in the article.
  accept: (forAllAlike) => answer({ action: "accept", forAllAlike }, forAllAlike ? "flag" : "either"),
  alternative: (number, forAllAlike) =>
    (state.view?.focus?.alternatives[number - 1]
      ? answer({ action: "correct", alternative: number, forAllAlike }, "focus")
      : tell(say("said.noAlternative", { number }), true)),
  reject: (forAllAlike) =>
    (state.view?.focus?.mention ? answer({ action: "reject", verdict: "not-a-mention", forAllAlike }, "focus") : act.dismiss(forAllAlike)),
  dismiss: (forAllAlike) => answer({ action: "reject", verdict: "not-a-problem", forAllAlike }, "flag"),
  skip: () => answer({ action: "skip" }, "flag"),
  bookmark: () => answer({ action: "bookmark" }, "view", true),
  note: () => state.view && !state.readOnly && askNote((note) => note.trim() && answer({ action: "note", note }, "view", true)),
  correct() {
    if (!state.view?.focus || state.readOnly) return;
    state.editing = true;
    showQuestion(at("question"), state.view, state, act);
  },
  saveFields: (data) => answer({ action: "correct", fields: Object.fromEntries(data) }, "focus"),
  moveSpan: (startWords, endWords) => state.view?.focus?.mention && answer({ action: "correct", startWords, endWords }, "focus", true),
  add(kind) {
    if (!state.view || state.readOnly) return;
    const words = selectedWords(at("article"));
    if (typeof kind === "string" && words) return answer({ action: "add", selection: { ...words, kind } }, "view", true);
    askWords(typeof kind === "string" ? kind : "name", (text, chosen) => {
      const found = text && findWords(state.view, text, chosen);
      if (found) answer({ action: "add", selection: { ...found, kind: chosen } }, "view", true);
      else tell(say("said.selectFirst"), true);
    });
  },
  undo: () => turn(server.postUndo, "said.undone"),
  redo: () => turn(server.postRedo, "said.redone"),
  next: () => step("next", false),
  previous: () => step("previous", false),
  nextArticle: () => step("next-article", true),
  previousArticle: () => step("previous-article", true),
  focusMention: (mention) => open(state.flag ? { flag: state.flag, mention } : { article: state.view.article.record, mention }, { moveFocus: false }),
  /** The next mention of the text, flagged or not. */
  stepMention(by) {
    const ids = Object.keys(state.view?.article.mentions ?? {});
    const at = ids.indexOf(state.view?.focus?.mention);
    if (ids.length) act.focusMention(ids[at < 0 ? 0 : (at + by + ids.length) % ids.length]);
  },
  openEvidence(piece) {
    if (piece.here) return act.focusMention(piece.mention);
    return open({ article: piece.article, mention: piece.mention });
  },
  back: () => state.last && open({ flag: state.last }),
  nextEvidence() {
    const other = state.view?.evidence.filter((piece) => piece.mention && (piece.mention !== state.view.focus?.mention || !piece.here));
    if (other?.length) act.openEvidence(other[0]);
    else if (!state.flag) act.back();
  },
  cancel() {
    if (state.editing) {
      state.editing = false;
      showQuestion(at("question"), state.view, state, act);
      at("question").focus({ preventScroll: true });
    } else if (!state.flag) {
      act.back();
    }
    closeMenu();
  },
  filter(filter) {
    tell("");
    state.filter = filter;
    state.byArticle = filter.article ? false : state.byArticle;
    return guarded(async () => {
      await refreshQueue();
      const { flag } = await server.getStep("next", null, state.filter, true);
      if (flag === "0") empty();
      else show(await server.getView({ flag }, state.filter));
    });
  },
  filterArticle(article) {
    closeMenu();
    return act.filter({ ...state.filter, article });
  },
  group(byArticle) {
    state.byArticle = byArticle;
    if (byArticle) state.filter = { ...state.filter, article: null };
    refreshQueue().catch(explain);
  },
  await: (key) => tell(key === "m" ? say("keys.add") : say("keys.queues")),
  cancelPending: () => tell(""),
  focusSearch: () => at("words").select(),
  help: showKeys,
  copyLink: () => navigator.clipboard.writeText(location.href).then(() => tell(say("said.copied")), () => tell(location.href)),
};

// Starting

async function runSearch(event) {
  event.preventDefault();
  const words = at("words").value.trim();
  if (!words) return refreshQueue();
  const found = await server.search(words);
  tell(found.length ? "" : say("said.nothingFound"));
  const items = found.map((item) => ({ article: item.article, title: item.title ?? item.snippet, open: item.open }));
  showQueue(at("queue"), { ...state.queue, items, byArticle: true }, state, {
    ...act, filterArticle: (article) => open({ article }),
  });
  document.body.classList.add("menu-open");
  at("queue").querySelector(".waiting button")?.focus();
}

function wire() {
  at("help").addEventListener("click", showKeys);
  at("search").addEventListener("submit", (event) => runSearch(event).catch(explain));
  at("language").addEventListener("click", () => {
    switchLanguage();
    labelPage();
    if (state.view) draw();
    showQueue(at("queue"), state.queue, state, act);
    progress(state.queue.progress);
  });
  at("menu").addEventListener("click", () => {
    const isOpen = document.body.classList.toggle("menu-open");
    at("menu").setAttribute("aria-expanded", String(isOpen));
  });
  addEventListener("hashchange", () => open(linked()));
  listen(act);
}

/** The place that the address names. */
function linked() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  if (wanted.get("flag")) return { flag: wanted.get("flag") };
  return wanted.get("article") ? { article: wanted.get("article"), mention: wanted.get("mention") } : { flag: "first" };
}

async function start() {
  const place = linked();
  const first = server.getView(place, state.filter).catch(() => server.getView({ flag: "first" }, state.filter));
  const queue = server.getQueue(state.filter, state.byArticle);
  await loadWords(document.documentElement.lang);
  labelPage();
  wire();
  const view = await first.catch(() => null);
  if (view) show(view, { moveFocus: false });
  else empty();
  state.queue = await queue;
  showQueue(at("queue"), state.queue, state, act);
  progress(state.queue.progress);
  markQueue(at("queue"), state.flag);
  document.body.dataset.ready = String(Math.round(performance.now()));
}

start();
