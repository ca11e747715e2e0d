import { noChange, type TemplateResult } from "lit";
import { AsyncDirective } from "lit/async-directive.js";
import { type ChildPart, directive } from "lit/directive.js";

/** What stands for a part of a long text until it comes near, and the part itself. */
export interface Drawing {
  /** Drawn anew only where one of these is another value. */
  readonly keys: readonly unknown[];
  /** Drawn from the beginning. */
  readonly isNear: boolean;
  readonly near: () => TemplateResult;
  readonly far: () => TemplateResult;
}

/** How far beyond what is seen is drawn: twice its height above and below. */
const margin = "200% 0px";

/** What draws each element that something far stands in. */
const drawers = new WeakMap<Node, () => void>();

/** Draws a part at once that may be far; it stays drawn. */
export function drawNow(element: Element | null | undefined): void {
  if (element) drawers.get(element)?.();
}

class DrawNear extends AsyncDirective {
  #drawing: Drawing | undefined;
  #isNear = false;
  #element: Element | undefined;

  render(drawing: Drawing): unknown {
    return drawing.far();
  }

  override update({ parentNode }: ChildPart, [drawing]: [Drawing]): unknown {
    const { keys, isNear } = drawing;
    const known = this.#drawing?.keys;
    this.#drawing = drawing;
    if (!known && parentNode instanceof Element) this.#watch(parentNode, isNear);
    if (known && keys.length === known.length && keys.every((key, index) => key === known[index])) return noChange;
    return this.#isNear ? drawing.near() : drawing.far();
  }

  #watch(element: Element, isNear: boolean): void {
    this.#isNear = isNear;
    if (isNear) return;
    this.#element = element;
    drawers.set(element, () => this.#draw());
    watcher().observe(element);
  }

  /** It stays drawn: the focus or what is marked may be in it. */
  #draw(): void {
    this.#forget();
    if (this.#isNear || !this.#drawing) return;
    this.#isNear = true;
    this.setValue(this.#drawing.near());
  }

  #forget(): void {
    if (!this.#element) return;
    watcher().unobserve(this.#element);
    drawers.delete(this.#element);
  }

  protected override disconnected(): void {
    this.#forget();
  }

  protected override reconnected(): void {
    if (this.#element && !this.#isNear) this.#watch(this.#element, false);
  }
}

/** Draws part of a long text once the reader comes near to it. */
export const drawNear = directive(DrawNear);

let shared: IntersectionObserver | undefined;

/** One for all parts. A margin counts only for the scroller that is named as the root. */
function watcher(): IntersectionObserver {
  shared ??= new IntersectionObserver(drawThose, { rootMargin: margin, scrollMargin: margin });
  return shared;
}

function drawThose(entries: readonly IntersectionObserverEntry[]): void {
  for (const { isIntersecting, target } of entries) if (isIntersecting) drawNow(target);
}
