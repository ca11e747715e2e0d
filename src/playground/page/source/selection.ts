import type { Span } from "../../../text/span.ts";
import type { Store } from "../store.ts";

const textSelector = "[data-source-text]";

/** Follows what is marked in the source, by mouse, finger or keyboard, and keeps it in the state. */
export function watchSelection(store: Store): void {
  let isPressed = false;
  const take = () => {
    const text = document.querySelector<HTMLElement>(textSelector);
    const selection = document.getSelection();
    if (isPressed || !text || !selection) return;
    const taken = markedSpan(text, selection);
    const { source } = store.state;
    if (taken?.start === source.taken?.start && taken?.end === source.taken?.end) return;
    store.update({ source: { ...source, taken } });
  };
  document.addEventListener("pointerdown", () => (isPressed = true));
  for (const end of ["pointerup", "pointercancel"] as const)
    document.addEventListener(end, () => {
      isPressed = false;
      // A click takes its selection back only after this event.
      setTimeout(take);
    });
  document.addEventListener("selectionchange", take);
  // The toolbar is put beside the marked text anew.
  addEventListener("resize", () => store.state.source.taken && store.update({}));
}

/** Where in the source a selection begins and ends; nothing where it is empty or elsewhere. */
function markedSpan(text: HTMLElement, selection: Selection): Span | undefined {
  if (selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(text)) return undefined;
  const touched = [...text.querySelectorAll<HTMLElement>("[data-start]")].filter((piece) =>
    range.intersectsNode(piece),
  );
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return undefined;
  const start = offsetAt(first, range.startContainer, range.startOffset) ?? Number(first.dataset["start"]);
  const end = offsetAt(last, range.endContainer, range.endOffset) ?? Number(last.dataset["end"]);
  return start < end ? { start, end } : undefined;
}

/** The article's offset of a place within a piece of its text; nothing where the place lies elsewhere. */
function offsetAt(piece: HTMLElement, container: Node, offset: number): number | undefined {
  if (!piece.contains(container)) return undefined;
  const before = document.createRange();
  before.setStart(piece, 0);
  before.setEnd(container, offset);
  return Number(piece.dataset["start"]) + before.toString().length;
}

/** Marks a whole sentence as the mouse would. */
export function selectSentence(sentence: Element): void {
  const pieces = sentence.querySelectorAll("[data-start]");
  const [first, last] = [pieces.item(0), pieces.item(pieces.length - 1)];
  if (!first || !last) return;
  const range = document.createRange();
  range.setStart(first, 0);
  range.setEnd(last, last.childNodes.length);
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** Puts an element beside what is marked: above it where there is room, otherwise below. */
export function placeBeside(element: HTMLElement, frame: HTMLElement): void {
  const selection = document.getSelection();
  const page = element.offsetParent;
  if (!selection || selection.rangeCount === 0 || !page) return;
  const marked = selection.getRangeAt(0).getBoundingClientRect();
  const [origin, seen] = [page.getBoundingClientRect(), frame.getBoundingClientRect()];
  const above = marked.top - element.offsetHeight - gap;
  const below = Math.min(marked.bottom + gap, seen.bottom - element.offsetHeight - gap);
  const top = above >= seen.top + gap ? above : below;
  const middle = marked.left + (marked.width - element.offsetWidth) / 2;
  const left = Math.max(seen.left + gap, Math.min(middle, seen.right - element.offsetWidth - gap * 3));
  element.style.setProperty("top", `${top - origin.top}px`);
  element.style.setProperty("left", `${left - origin.left}px`);
}

/** Between the marked text and what stands beside it, in pixels. */
const gap = 8;
