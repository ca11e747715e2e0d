import type { HtmlElement } from "./html-tree.ts";

export interface Visitor {
  text?(text: string): void;
  /** Tells whether to go into the element; one that is not gone into is not left. All are gone into where nothing is said. */
  enter?(element: HtmlElement): boolean;
  leave?(element: HtmlElement): void;
  /** Ends the walk. */
  isDone?(): boolean;
}

/** Goes through what an element holds, in reading order and without recursion: pages nest as deep as they like. */
export function walk(root: HtmlElement, visitor: Visitor): void {
  const path: { readonly element: HtmlElement; next: number }[] = [{ element: root, next: 0 }];
  for (let top = path.at(-1); top && !visitor.isDone?.(); top = path.at(-1)) {
    const child = top.element.children[top.next];
    top.next += 1;
    if (child === undefined) {
      path.pop();
      if (path.length > 0) visitor.leave?.(top.element);
      continue;
    }
    if (typeof child === "string") visitor.text?.(child);
    else if (visitor.enter?.(child) ?? true) path.push({ element: child, next: 0 });
  }
}

/** Lists elements within another one, in reading order; those found are not looked into. */
export function findAll(
  root: HtmlElement,
  isWanted: (element: HtmlElement) => boolean,
  most: number = Infinity,
): HtmlElement[] {
  const found: HtmlElement[] = [];
  walk(root, {
    enter(element) {
      const isFound = isWanted(element);
      if (isFound) found.push(element);
      return !isFound;
    },
    isDone: () => found.length >= most,
  });
  return found;
}
