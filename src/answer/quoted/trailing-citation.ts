import { findAskedNumbers } from "../../article/asked-numbers.ts";
import { parseReference } from "../../article/parse-reference.ts";
import { comparableLabel } from "../../article/written-number.ts";

/** A quote and what stood behind it. */
export interface CitedText {
  readonly text: string;
  readonly citation: Citation;
}

export interface Citation {
  /** As it was written: `§2 ¶1:3`, `第12条`. */
  readonly reference: string;
  /** What stood before the reference, mostly the article's title; may be empty. */
  readonly source: string;
}

/** A longer tail is no citation, in code units; addresses in it count. */
const LONGEST = 600;
const OPENINGS: Readonly<Record<string, string>> = { ")": "(", "）": "（", "]": "[", "】": "【", "］": "［" };
/** A dash that a source stands behind, at the beginning of a line or behind a space or the quote's end. */
const DASH = /(?:^|(?<=[\s"'”’」』».。!！?？…]))(?:[—–―]{1,2}|-{1,3})(?=[\s《“"[§第\p{L}])/gmu;
/** What a reference may hold, so that a number alone is none. */
const WORD = /[§¶]|第|[节節段条條章款]|\b(?:section|sect?|paragraph|para|article|art|clause|chapter|appendix)\b/iu;

/**
 * Takes a citation from the end of a quote: `(§2 ¶1:3)`, `— Title, §2 ¶1`, `——《标题》第二节`, or a bare `§2 ¶1:3`.
 *
 * Gives nothing where the end reads as no reference, or nothing stands before it.
 */
export function takeCitation(given: string): CitedText | undefined {
  for (const { at, tail } of tailsOf(given)) {
    const text = given.slice(0, at).trimEnd();
    const citation = tail.length <= LONGEST ? readCitation(tail.trim()) : undefined;
    if (citation && /[\p{L}\p{N}]/u.test(text)) return { text, citation };
  }
  return undefined;
}

interface Tail {
  readonly at: number;
  readonly tail: string;
}

function* tailsOf(given: string): Generator<Tail> {
  const end = given.replace(/(?<=[)）\]】］])[.。]$/u, "");
  const closing = end.charAt(end.length - 1);
  const opening = OPENINGS[closing] === undefined ? -1 : openingOf(end, closing);
  if (opening >= 0)
    yield { at: opening, tail: end.slice(opening).replaceAll(/^[[(（【［]+|(?<![\])）】］])[\])）】］]+$/gu, "") };
  const from = Math.max(0, given.length - LONGEST);
  const dashes = [...given.slice(from).matchAll(DASH)];
  for (const { index, 0: dash } of dashes.slice(-3).toReversed()) {
    yield { at: from + index, tail: given.slice(from + index + dash.length) };
  }
  const sign = given.lastIndexOf("§");
  if (sign > 0 && /[\s.。!！?？"”」』)）,，]/u.test(given.charAt(sign - 1)))
    yield { at: sign, tail: given.slice(sign) };
}

/** Where the bracket opens that the text's last character closes; two of them are one. */
function openingOf(text: string, closing: string): number {
  const at = text.lastIndexOf(OPENINGS[closing] ?? closing, text.length - 2);
  return text.charAt(at - 1) === text.charAt(at) ? at - 1 : at;
}

function readCitation(tail: string): Citation | undefined {
  const sign = tail.indexOf("§");
  if (sign >= 0) {
    const reference = referenceAt(tail.slice(sign));
    return reference === undefined ? undefined : { reference, source: sourceOf(tail.slice(0, sign)) };
  }
  if (tail.includes("\n") || !WORD.test(tail)) return undefined;
  for (const { reference, source } of partings(tail)) {
    if (isReference(reference)) return { reference, source: sourceOf(source) };
  }
  return undefined;
}

/** The longest reference that a text begins with, of those that end at a comma, a space or a mark. */
function referenceAt(text: string): string | undefined {
  let reference = (/^[^·()（）[\]【】\n]*/u.exec(text)?.[0] ?? "").slice(0, 100).trim();
  while (reference !== "") {
    if (parseReference(reference).kind === "reference") return reference;
    reference = withoutLastWord(reference).trimEnd();
  }
  return undefined;
}

const BETWEEN = /[\s,，.;。；:：-]/u;

/** Takes away the last word, or the mark that ends the text. */
function withoutLastWord(text: string): string {
  let end = text.length - 1;
  while (end > 0 && !BETWEEN.test(text.charAt(text.length - 1)) && !BETWEEN.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, Math.max(0, end));
}

/** A tail as a whole, and with a source before its last commas. */
function* partings(tail: string): Generator<Citation> {
  yield { reference: tail, source: "" };
  const cuts = [...tail.matchAll(/[,，》”"\s]\s*/gu)].slice(0, 20);
  for (const { index, 0: cut } of cuts) {
    yield { reference: tail.slice(index + cut.length), source: tail.slice(0, index) };
  }
}

function isReference(text: string): boolean {
  const reference = text.trim().replace(/[.。]$/u, "");
  if (reference === "" || reference.length > 100) return false;
  if (!WORD.test(reference)) return false;
  if (parseReference(reference).kind === "reference") return true;
  const [named] = findAskedNumbers(comparableLabel(reference));
  return named?.at.start === 0 && named.at.end === comparableLabel(reference).length;
}

function sourceOf(text: string): string {
  const link = /^\s*\[([^\]]*)\]/u.exec(text)?.[1];
  return (link ?? text).replaceAll(/^[\s《“"「『*_]+|(?<![\s,，;:：》”"」』*_])[\s,，;:：》”"」』*_]+$/gu, "");
}
