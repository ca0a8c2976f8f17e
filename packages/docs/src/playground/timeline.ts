import type { CallTrace } from "./messages.ts";

/** Draws the attempts of a call as a timeline: waits hollow, attempts filled, each with what came of it. */
export function timeline({ title, outcome, attempts }: CallTrace): HTMLElement {
  const figure = document.createElement("figure");
  figure.className = "timeline";
  const caption = document.createElement("figcaption");
  caption.textContent =
    `${title}: ${attempts.length} ${attempts.length === 1 ? "attempt" : "attempts"}` +
    (outcome ? `, outcome ${outcome}` : "");
  const total = attempts.reduce((sum, { waitedMs, durationMs }) => sum + waitedMs + durationMs, 0) || 1;
  const list = document.createElement("ol");
  let elapsed = 0;
  for (const { number, waitedMs, durationMs, status, cause, why } of attempts) {
    const row = document.createElement("li");
    const what = status === undefined ? (cause ?? "no answer") : `status ${status}`;
    const label = document.createElement("span");
    label.className = "label";
    label.textContent = `${number}. ${what}`;
    const track = document.createElement("span");
    track.className = "track";
    track.setAttribute("aria-hidden", "true");
    track.append(
      bar("wait", elapsed / total, waitedMs / total),
      bar(status !== undefined && status < 300 ? "good" : "bad", (elapsed + waitedMs) / total, durationMs / total),
    );
    const note = document.createElement("span");
    note.className = "note";
    note.textContent = `${why}${waitedMs > 0 ? `, waited ${Math.round(waitedMs)} ms` : ""}, took ${Math.round(durationMs)} ms`;
    row.append(label, track, note);
    list.append(row);
    elapsed += waitedMs + durationMs;
  }
  figure.append(caption, list);
  return figure;
}

function bar(kind: string, from: number, width: number): HTMLElement {
  const element = document.createElement("span");
  element.className = `bar ${kind}`;
  element.style.insetInlineStart = `${from * 100}%`;
  element.style.width = `max(${width * 100}%, ${kind === "wait" ? "0px" : "4px"})`;
  return element;
}
