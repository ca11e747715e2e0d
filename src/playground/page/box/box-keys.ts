/** What a key does in the message box, where it is not the browser's own business. */
export type BoxKey =
  | "choose"
  | "next"
  | "previous"
  | "close"
  | "open"
  | "send"
  | "step-back"
  | "older"
  | "newer"
  | "stop-replying"
  | "nothing";

/** What is asked of a keyboard event. */
export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** What the key was pressed in. */
export interface BoxSituation {
  readonly kind: "text" | "command";
  /** Of the text, or of the field. */
  readonly isEmpty: boolean;
  /** The list's entry that the keyboard is at, -1 for none; absent where no list is open. */
  readonly active: number | undefined;
  readonly isRecalled: boolean;
  readonly isReplying: boolean;
}

/** Browsers give this code to keys that an input method takes for itself, some of them after it has ended. */
const takenByInputMethod = 229;

/** Says what a key does; `undefined` leaves it to the browser, and to an input method that is composing. */
export function boxKeyOf(pressed: PressedKey, box: BoxSituation): BoxKey | undefined {
  const { key, altKey, ctrlKey, metaKey } = pressed;
  if (pressed.isComposing || pressed.keyCode === takenByInputMethod) return undefined;
  if (altKey || ctrlKey || metaKey) return undefined;
  switch (key) {
    case "Enter":
      return enter(pressed, box);
    case "Tab":
      return !pressed.shiftKey && (box.active ?? -1) >= 0 ? "choose" : undefined;
    case "Escape":
      return escape(box);
    case "ArrowUp":
    case "ArrowDown":
      return pressed.shiftKey ? undefined : arrow(key, box);
    case "Backspace":
      return box.kind === "command" && box.isEmpty ? "step-back" : undefined;
    default:
      return undefined;
  }
}

function enter({ shiftKey }: PressedKey, { kind, active = -1 }: BoxSituation): BoxKey | undefined {
  if (shiftKey) return kind === "text" ? undefined : "nothing";
  return active >= 0 ? "choose" : "send";
}

function escape({ active, isReplying }: BoxSituation): BoxKey | undefined {
  if (active !== undefined) return "close";
  return isReplying ? "stop-replying" : undefined;
}

function arrow(key: "ArrowUp" | "ArrowDown", { kind, isEmpty, active, isRecalled }: BoxSituation): BoxKey | undefined {
  const isUp = key === "ArrowUp";
  if (active !== undefined) return isUp ? "previous" : "next";
  if (isRecalled) return isUp ? "older" : "newer";
  if (kind === "command") return isUp ? undefined : "open";
  return isUp && isEmpty ? "older" : undefined;
}
