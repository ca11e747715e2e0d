import type { Span } from "../../../text/span.ts";
import { drawNow } from "./draw-near.ts";

/** Farther than this many screens is jumped, not scrolled: nobody waits for a thousand paragraphs to pass. */
const farScreens = 2;

/** Scrolls the source to where a span begins, once what has changed is rendered. */
export function showSpan(span: Span | undefined): void {
  if (!span) return;
  requestAnimationFrame(() => {
    const scroller = document.querySelector<HTMLElement>("[data-source-scroll]");
    const target = scroller && elementAt(scroller, span.start);
    if (scroller && target) scrollTo(scroller, target);
  });
}

/** The element of the text that begins at an offset, or of the last before it; it is drawn by then. */
function elementAt(root: HTMLElement, offset: number): HTMLElement | undefined {
  const parts = [...root.querySelectorAll<HTMLElement>("[data-from]")];
  drawNow(parts.findLast(({ dataset }) => Number(dataset["from"]) <= offset));
  const exact = root.querySelector<HTMLElement>(`[data-start="${offset}"]`);
  if (exact) return exact;
  return [...root.querySelectorAll<HTMLElement>("[data-start]")].findLast(
    ({ dataset }) => Number(dataset["start"]) <= offset,
  );
}

function scrollTo(scroller: HTMLElement, target: HTMLElement): void {
  const distance = distanceOf(scroller, target);
  const isFar = Math.abs(distance) > farScreens * scroller.clientHeight;
  const isCalm = isFar || matchMedia("(prefers-reduced-motion: reduce)").matches;
  scroller.scrollBy({ top: distance, behavior: isCalm ? "instant" : "smooth" });
  // Sections get their real height when they come into view, which moves what was aimed at.
  if (isCalm) settle(scroller, target, 4);
}

function settle(scroller: HTMLElement, target: HTMLElement, attempts: number): void {
  if (attempts === 0) return;
  requestAnimationFrame(() => {
    const distance = distanceOf(scroller, target);
    if (Math.abs(distance) > 2) scroller.scrollBy({ top: distance, behavior: "instant" });
    settle(scroller, target, attempts - 1);
  });
}

/** How far the target is from the middle of what is seen; long ones are shown from their beginning. */
function distanceOf(scroller: HTMLElement, target: HTMLElement): number {
  const [frame, place] = [scroller.getBoundingClientRect(), target.getBoundingClientRect()];
  const room = Math.max(0, frame.height - place.height) / 2;
  return place.top - frame.top - room;
}
