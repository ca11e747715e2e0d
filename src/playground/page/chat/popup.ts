import { AsyncDirective, directive } from "lit/async-directive.js";
import type { ElementPart, PartInfo } from "lit/directive.js";
import { PartType } from "lit/directive.js";

export interface PopupOptions {
  /** Another one each time that it is asked for, also at the same place: it may be closing just then. */
  readonly opening: object;
  /** In pixels of the window. */
  readonly x: number;
  readonly y: number;
  readonly closed: () => void;
}

const gap = 8;

class Popup extends AsyncDirective {
  #element: HTMLElement | undefined;
  #options: PopupOptions | undefined;

  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new Error("popup stands on an element");
  }

  render(_options: PopupOptions): void {}

  override update({ element }: ElementPart, [options]: [PopupOptions]): void {
    const isAskedFor = this.#options?.opening !== options.opening;
    this.#options = options;
    if (!(element instanceof HTMLElement)) return;
    if (!this.#element) element.addEventListener("toggle", this.#toggled);
    this.#element = element;
    // Its content is there only after this turn.
    if (isAskedFor) queueMicrotask(() => this.#open(element, options));
  }

  readonly #toggled = (event: Event) => {
    if (event instanceof ToggleEvent && event.newState === "closed") this.#options?.closed();
  };

  #open(element: HTMLElement, { x, y }: PopupOptions): void {
    if (!element.isConnected) return;
    if (!element.matches(":popover-open")) element.showPopover();
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(gap, Math.min(x, innerWidth - width - gap))}px`;
    element.style.top = `${Math.max(gap, Math.min(y, innerHeight - height - gap))}px`;
    element.querySelector<HTMLElement>("[role^=menuitem]")?.focus();
  }
}

/**
 * Shows a `popover` element at a place, as far as the window allows, with the focus on its first menu item.
 *
 * The browser closes it by Escape and by a press elsewhere, and gives the focus back.
 */
export const popup = directive(Popup);
