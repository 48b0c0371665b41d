// The article, from pieces that the server cut: the browser never counts letters.
import { make, say, day, readable } from "./words.js";

let shown = null;

export function showArticle(host, view, act) {
  const { article, evidence, focus, flagsHere } = view;
  const numbers = new Map(evidence.filter((piece) => piece.here && piece.mention).map((piece) => [piece.mention, piece.n]));
  const flagged = new Set(flagsHere.filter((flag) => !flag.answered).map((flag) => flag.mention));
  const started = new Set();
  const body = make("div", { class: "text" });
  article.paragraphs.forEach((segments, index) => {
    const paragraph = make("p", { "data-paragraph": index });
    for (const segment of segments) paragraph.append(piece(segment, article, { numbers, flagged, started, focus, act }));
    body.append(paragraph);
  });
  body.firstElementChild?.classList.toggle("title", body.firstElementChild.textContent.trim() === article.title?.trim());
  const meta = [article.record, article.published ? `${say("page.published")} ${day(article.published)}` : say("page.noDate"), article.source];
  host.replaceChildren(make("p", { class: "meta" }, meta.filter(Boolean).join(" · ")), body);
  reveal(host, article.record !== shown);
  shown = article.record;
}

function piece(segment, article, { numbers, flagged, started, focus, act }) {
  if (!segment.m) return segment.p ? make("span", { class: "place flagged", "data-number": segment.p }, segment.t) : document.createTextNode(segment.t);
  const id = innermost(segment.m, article, focus);
  const info = article.mentions[id];
  const isFirst = !started.has(id);
  started.add(id);
  const isCurrent = focus && segment.m.includes(focus.mention);
  const mark = make("span", {
    class: `mention k-${info.k} s-${info.s}${isCurrent ? " current" : ""}${flagged.has(id) ? " flagged" : ""}`,
    "data-mention": id,
    "data-letter": isFirst ? say(`letter.${info.k}`) : null,
    "data-number": isFirst && numbers.has(id) ? numbers.get(id) : segment.p ?? null,
    title: `${say(`kind.${info.k}`)}: ${readable(info.v)} · ${say(`state.${info.s}`)}`,
    "aria-current": isCurrent && isFirst ? "true" : null,
    onclick: () => { if (getSelection().isCollapsed) act.focusMention(id); },
  }, segment.t);
  return mark;
}

/** Of nested mentions the one in focus, else the shortest, which comes last. */
function innermost(ids, article, focus) {
  if (focus && ids.includes(focus.mention)) return focus.mention;
  const standing = ids.filter((id) => article.mentions[id].s !== "rejected");
  return (standing.length ? standing : ids).at(-1);
}

/** Brings the current mention into sight. */
function reveal(host, isNew) {
  const current = host.querySelector(".current") ?? host.querySelector("[data-number]");
  if (current) {
    const box = current.getBoundingClientRect();
    const frame = host.getBoundingClientRect();
    if (isNew || box.top < frame.top + 40 || box.bottom > frame.bottom - 40) current.scrollIntoView({ block: "center" });
  } else if (isNew) {
    host.scrollTop = 0;
  }
}

/** What is selected in the article, as words of one paragraph; null without a selection. */
export function selectedWords(host) {
  const selection = getSelection();
  if (selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const paragraph = closestParagraph(range.startContainer);
  if (!paragraph || !host.contains(paragraph)) return null;
  const inside = range.cloneRange();
  if (!paragraph.contains(range.endContainer)) inside.setEnd(paragraph, paragraph.childNodes.length);
  const lead = document.createRange();
  lead.setStart(paragraph, 0);
  lead.setEnd(range.startContainer, range.startOffset);
  const text = inside.toString();
  return text.trim() ? { paragraph: Number(paragraph.dataset.paragraph), text, before: lead.toString() } : null;
}

const closestParagraph = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("[data-paragraph]");

/** Where typed words stand in the article: for those who select with the keyboard only. */
export function findWords(view, words, kind) {
  const wanted = words.normalize("NFC");
  for (const [paragraph, segments] of view.article.paragraphs.entries()) {
    const text = segments.map((segment) => segment.t).join("");
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      const taken = segments.some((segment) => segment.t.includes(words) && segment.m?.some((id) => view.article.mentions[id].k === kind));
      if (!taken) return { paragraph, text: words, before: text.slice(0, at) };
    }
    const composed = text.normalize("NFC");
    if (composed !== text && composed.includes(wanted)) return decomposed(text, wanted, paragraph);
  }
  return null;
}

/** Typed letters are composed, those of the article may not be. */
function decomposed(text, wanted, paragraph) {
  for (let start = 0; start < text.length; start += 1) {
    if (!text.slice(start).normalize("NFC").startsWith(wanted)) continue;
    for (let end = start + wanted.length; end <= text.length; end += 1) {
      if (text.slice(start, end).normalize("NFC") === wanted) return { paragraph, text: text.slice(start, end), before: text.slice(0, start) };
    }
  }
  return null;
}
