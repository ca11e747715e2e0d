import { drawNow } from "./draw-near.ts";
import { selectSentence } from "./selection.ts";

/** Marks the sentence whose number was pressed; from the keyboard, the focus goes on to what can be done with it. */
export function pressNumber(event: MouseEvent): void {
  const number = numberAt(event);
  const sentence = number?.closest("[data-sentence]");
  if (!sentence) return;
  selectSentence(sentence);
  const isKeyboard = event.detail === 0;
  if (isKeyboard) setTimeout(() => document.querySelector<HTMLElement>(".source-toolbar button")?.focus(), 50);
}

/** Goes from number to number with the arrow keys. */
export function moveNumber(event: KeyboardEvent): void {
  const number = numberAt(event);
  if (!number || !(event.currentTarget instanceof HTMLElement)) return;
  drawAround(number.closest("[data-from]"));
  const numbers = [...event.currentTarget.querySelectorAll<HTMLElement>(".sentence-number")];
  const at = numbers.indexOf(number);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowRight: at + 1,
    ArrowUp: at - 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: numbers.length - 1,
  };
  const next = event.altKey || event.ctrlKey || event.metaKey ? undefined : targets[event.key];
  if (next === undefined) return;
  event.preventDefault();
  numbers[next]?.focus();
}

/** The keys lead to what is beside a part, and to the first and the last. */
function drawAround(part: Element | null): void {
  if (!part) return;
  const { previousElementSibling: before, nextElementSibling: after, parentElement: all } = part;
  for (const each of [before, after, all?.lastElementChild]) drawNow(each);
}

/** The tabulator comes back to the number that had the focus last. */
export function keepNumber(event: FocusEvent): void {
  const number = numberAt(event);
  if (!number || !(event.currentTarget instanceof HTMLElement)) return;
  for (const other of event.currentTarget.querySelectorAll<HTMLElement>('.sentence-number[tabindex="0"]'))
    other.tabIndex = -1;
  number.tabIndex = 0;
}

function numberAt({ target }: Event): HTMLElement | undefined {
  return target instanceof HTMLElement && target.matches(".sentence-number") ? target : undefined;
}
