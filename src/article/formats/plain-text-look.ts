import { columns } from "../../text/width.ts";
import { beginsTurn, type Labels } from "./plain-text-labels.ts";
import { type Numbered, readNumbering } from "./plain-text-numbering.ts";
import type { TextPiece } from "./plain-text-pieces.ts";
import { endsSentence, hasHeadingForm, isDateline, isSpeech } from "./plain-text-shapes.ts";

/** What stands more often is no heading but a speaker or a refrain. */
export const MOST_COPIES = 2;
const WIDE_TEXT = 50;
/** So many questions by themselves, with text below each, are a list of questions and answers. */
const FEW_QUESTIONS = 3;

/** What the rules for headings see of a text. */
export interface Look {
  readonly pieces: readonly TextPiece[];
  /** The first and the last line of each piece. */
  readonly firsts: readonly string[];
  readonly lasts: readonly string[];
  readonly numbered: ReadonlyMap<number, Numbered>;
  readonly copies: ReadonlyMap<string, number>;
  readonly labels: Labels;
  /** Somebody speaks in quotation marks, and no list of questions tells the contrary. */
  readonly hasDialogue: boolean;
}

export function lookAround(pieces: readonly TextPiece[], labels: Labels): Look {
  const firsts = pieces.map(({ runs }) => runs[0]?.[0]?.text ?? "");
  const lasts = pieces.map(({ runs }) => runs.at(-1)?.at(-1)?.text ?? "");
  const copies = new Map<string, number>();
  for (const [index, text] of firsts.entries()) {
    if (isLine(pieces[index]) && text.length <= WIDE_TEXT * 2) copies.set(text, (copies.get(text) ?? 0) + 1);
  }
  const speeches = firsts.filter((text) => isSpeech(text.slice(0, 400))).length;
  const questions = firsts.filter(
    (text, index) =>
      pieces[index]?.isLone && isLine(pieces[index]) && /[?？]$/u.test(text) && !isSpeech(text.slice(0, 400)),
  ).length;
  const hasDialogue = speeches > 0 && (questions < FEW_QUESTIONS || speeches > questions);
  const look: Look = { pieces, firsts, lasts, numbered: new Map(), copies, labels, hasDialogue };
  return { ...look, numbered: readNumbering(pieces, (index) => holdsText(look, index)) };
}

/** One line that follows another's text only as far as blank lines tell. */
export function isLine(piece: TextPiece | undefined): boolean {
  return piece?.form === "prose" && piece.runs.length === 1 && piece.runs[0]?.length === 1;
}

/** Text that may stand below a heading: a sentence, several lines, an item, a table; no short line by itself. */
export function isBody({ pieces, firsts, lasts }: Look, index: number): boolean {
  const piece = pieces[index];
  if (!piece || isDateline(firsts[index] ?? "")) return false;
  if (!isLine(piece) || !piece.isLone) return true;
  const text = lasts[index] ?? "";
  return (
    endsSentence(text) ||
    /[:：][”"]?$/u.test(text) ||
    /[.!?。！？；]\s?./u.test(text.slice(0, 400)) ||
    columns(text.slice(0, 400)) >= WIDE_TEXT
  );
}

/** Also what names text below it once more. */
export function holdsText(look: Look, index: number): boolean {
  return isBody(look, index) || (hasForm(look, index) && isBody(look, index + 1));
}

/** A line that may be a heading by its own form. */
export function hasForm({ pieces, firsts, copies, labels }: Look, index: number): boolean {
  const text = firsts[index] ?? "";
  if (!isLine(pieces[index]) || !hasHeadingForm(text, index === 0)) return false;
  return !beginsTurn(text, labels) && (copies.get(text) ?? 0) <= MOST_COPIES;
}
