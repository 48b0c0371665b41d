// One key, one act. Letters do nothing while somebody types.

const kinds = { d: "date", r: "rank", n: "name", c: "count", l: "decree", t: "duration", p: "position" };
const queues = { e: { severity: "error" }, r: { severity: "review" }, i: { severity: "info" }, a: {} };
let pending = null;

/** For the list of keys: the keys and the word that explains them. */
export const keyList = [
  ["a / Enter", "accept"], ["1 – 9", "alternative"], ["c", "correct"], ["x", "reject"], ["z", "dismiss"], ["s / Space", "skip"], ["⇧ + a x z 1 – 9", "alike"],
  ["u / U", "undo"], ["j k / ↓ ↑", "move"], ["n p", "articles"], [", .", "mentions"], ["[ ] / { }", "span"], ["m + d r n c l t p", "add"], ["o", "evidence"],
  ["t", "note"], ["b", "bookmark"], ["/", "search"], ["g + e r i a", "queues"], ["l", "copy"], ["?", "help"],
];

export function listen(act) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.target.closest?.("input, select, textarea")) return typing(event, act);
    const action = choose(event, act);
    if (!action) return;
    event.preventDefault();
    // A key held down moves through the queue, but answers once.
    if (!event.repeat || "jk".includes(event.key) || event.key.startsWith("Arrow")) action();
  });
}

function typing(event, act) {
  if (event.key !== "Escape") return;
  event.preventDefault();
  event.target.blur();
  act.cancel();
}

function choose(event, act) {
  const key = letter(event);
  const waiting = pending;
  pending = null;
  if (waiting === "m") return kinds[key] ? () => act.add(kinds[key]) : act.cancelPending;
  if (waiting === "g") return queues[key] ? () => act.filter(queues[key]) : null;
  // Enter and Space on a button press that button.
  if ((key === "Enter" || key === " ") && event.target.closest?.("button, a, summary")) return null;
  if (key === "m" || key === "g") {
    pending = key;
    return () => act.await(key);
  }
  return table(act)[key] ?? digit(event, act);
}

/** The key, a letter as Shift alone makes it: with Caps Lock on, `a` must not answer for the whole article. */
function letter({ key, shiftKey }) {
  if (!/^[a-z]$/i.test(key)) return key;
  return shiftKey ? key.toUpperCase() : key.toLowerCase();
}

/** By the key's place: with shift it has another sign, on a Vietnamese keyboard a letter. */
function digit(event, act) {
  const number = Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? (/^[1-9]$/.test(event.key) ? event.key : 0));
  return number ? () => act.alternative(number, event.shiftKey) : null;
}

const table = (act) => ({
  Enter: () => act.accept(), a: () => act.accept(), x: () => act.reject(), z: () => act.dismiss(),
  A: () => act.accept(true), X: () => act.reject(true), Z: () => act.dismiss(true), c: act.correct, s: act.skip, " ": act.skip, u: act.undo, U: act.redo,
  j: act.next, ArrowDown: act.next, k: act.previous, ArrowUp: act.previous, n: act.nextArticle, p: act.previousArticle,
  ".": () => act.stepMention(1), ",": () => act.stepMention(-1),
  "]": () => act.moveSpan(0, 1), "[": () => act.moveSpan(0, -1), "}": () => act.moveSpan(1, 0), "{": () => act.moveSpan(-1, 0),
  t: act.note, b: act.bookmark, o: act.nextEvidence, l: act.copyLink, "/": act.focusSearch, "?": act.help, Escape: act.cancel,
});
