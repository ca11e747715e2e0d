import { DOTS } from "../languages/sounds.ts";
import { transliterating } from "../languages/transliterating.ts";
import type { Term } from "../text/terms.ts";

/**
 * Adds the strings of ideographs that may write foreign names, those joined by dots in one: 马丁·舒尔茨.
 *
 * @param terms of the text `source`, in reading order.
 */
export function addTransliterations(terms: readonly Term[], source: string, into: Set<string>): void {
  let [run, end] = ["", -1];
  const close = (): void => {
    if (run.length > 1) into.add(run);
    run = "";
  };
  for (const { text, kind, span } of terms) {
    if (kind !== "character") continue;
    if (!transliterating.has(text)) {
      close();
      continue;
    }
    const dot = span.start === end ? "" : source.slice(end, span.start);
    if (run !== "" && (dot === "" || (dot.length === 1 && DOTS.includes(dot)))) run += dot + text;
    else {
      close();
      run = text;
    }
    end = span.end;
  }
  close();
}
