// Talks to the desk. An answer is saved when the promise is fulfilled, and not before.

export class Refusal extends Error {
  constructor(status, body) {
    super(body.error ?? String(status));
    this.status = status;
    this.body = body;
  }
}

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, { cache: "no-store", ...options });
  } catch {
    throw new Refusal(0, { error: "offline" });
  }
  let body = {};
  try { body = await response.json(); } catch { /* an error page */ }
  if (!response.ok) throw new Refusal(response.status, body);
  return body;
}

const query = (values) => new URLSearchParams(Object.entries(values).filter(([, value]) => value)).toString();

export const getView = (place, filter) => request(`/api/view?${query({ ...place, ...named(filter) })}`);
export const getStep = (way, flag, filter, open) => request(`/api/step?${query({ way, flag, open: open ? "1" : "0", ...named(filter) })}`);
export const getQueue = (filter, byArticle) => request(`/api/queue?${query({ ...named(filter), by: byArticle ? "article" : "" })}`);
export const search = (words) => request(`/api/search?${query({ words })}`);

const post = (path, body) =>
  request(path, { method: "POST", headers: { "Content-Type": "application/json", "X-Trich": "1" }, body: JSON.stringify(body) });

export const postAnswer = (answer) => post("/api/answer", answer);
/** @param place where the page is: a flag and an article */
export const postUndo = (place) => post("/api/undo", place);
export const postRedo = (place) => post("/api/redo", place);

/** `in` is the article that the queue is limited to. */
const named = (filter) => ({ severity: filter.severity, code: filter.code, in: filter.article, mark: filter.mark });
