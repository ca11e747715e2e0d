import type { Enclosure } from "./enclosures.ts";
import { fullStopEnds } from "./full-stops.ts";
import { isLabel } from "./sentence-labels.ts";
import { type Candidate, CLOSERS, TERMINATORS, WIDE_TERMINATORS } from "./sentence-marks.ts";
import { opensSentence } from "./sentence-openers.ts";
import type { SentenceRules } from "./sentence-rules.ts";

/** How far ahead is looked. */
const LOOK_AHEAD = 64;

/** Decides whether a sentence ends at a run of marks that stands in no bracket and no quotation that goes on. */
export function endsSentence(text: string, candidate: Candidate, rules: SentenceRules): boolean {
  const { at, closed, end } = candidate;
  const marks = text.slice(at, closed);
  const next = text.slice(end, end + LOOK_AHEAD);
  const follows = next.trimStart();
  if (follows === "") return true;
  if (isLabel(text, candidate, follows)) return false;
  const isClosed = CLOSERS.test(marks);
  // A bracket or a quotation that goes on in its sentence: “好吗？”，他问 and 《谁？》是一部电影.
  if (isClosed && /^\s*[，,、；;：:—–-]/u.test(next)) return false;
  const goesOn = isClosed ? enclosureGoesOn(text, candidate, rules) : undefined;
  if (goesOn !== undefined) return !goesOn;
  if (WIDE_TERMINATORS.test(marks)) {
    // Either a quotation that goes on, or a pause: `well… then we left`.
    if ((isClosed || /^…+$/u.test(marks)) && /^\s*[a-z]/u.test(next)) return false;
    return !(marks === "；" && rules.boundClause?.test(follows));
  }
  if (/[!?]/u.test(marks)) return narrowMarkEnds(text, candidate, rules);
  return fullStopEnds(text, candidate, rules);
}

/** Tells of what closes whether its sentence goes on behind it; nothing where the marks inside decide. */
function enclosureGoesOn(text: string, candidate: Candidate, rules: SentenceRules): boolean | undefined {
  const { at, closed, end, start, enclosure } = candidate;
  const marks = text.slice(at, closed);
  const next = text.slice(end, end + LOOK_AHEAD);
  const endsBare = !enclosure || enclosure.end !== closed;
  if (!endsBare && enclosure.kind === "quotation") {
    if (!isIntroduced(text, enclosure, start) && rules.speechTag?.test(lastMark(marks) + unbroken(next))) {
      return true;
    }
    // A cry or a question within a clause: 他问了一句“去吗？”就走了.
    const isWithin = enclosure.start > start && /\p{Script=Han}/u.test(text.charAt(enclosure.start - 1));
    return isWithin && /^[！？!?]/u.test(lastMark(marks)) && /^\p{Script=Han}/u.test(next) ? true : undefined;
  }
  if (!endsBare && enclosure.kind === "bracket") {
    const leads = text.slice(Math.max(start, enclosure.start - 8), enclosure.start).trim() === "";
    if (leads && /^[。｡]/u.test(lastMark(marks))) return false;
    if (!leads && /^[！？!?]/u.test(lastMark(marks)) && /^\s*[\p{L}\p{N}]/u.test(next)) return true;
  }
  return /[）)】》〉］\]]$/u.test(marks) && /^[\p{L}\p{N}]/u.test(next) ? true : undefined;
}

/** Who speaks was named before the quotation, so that whoever is named behind it does something else: 他说：“好。”大家都笑了。 */
function isIntroduced(text: string, { start }: Enclosure, from: number): boolean {
  return /[：:，,]\s{0,2}$/u.test(text.slice(Math.max(from, start - 3), start));
}

/** Lines end between any two ideographs. */
function unbroken(text: string): string {
  return text.replaceAll(/(?<=^|\p{Script=Han})[\r\n]\s{0,8}(?=\p{Script=Han})/gu, "");
}

function lastMark(marks: string): string {
  for (let at = marks.length - 1; at >= 0; at -= 1) if (TERMINATORS.test(marks.charAt(at))) return marks.charAt(at);
  return "";
}

/** Decides for `!` and `?`. */
function narrowMarkEnds(text: string, { at, closed, end, start }: Candidate, rules: SentenceRules): boolean {
  const next = text.slice(end, end + LOOK_AHEAD);
  if (closed === at + 1 && text.charAt(at) === "!" && isMarkedName(text, { at, start }, { next, rules })) return false;
  if (/^\s/u.test(next)) return !/^\p{Ll}/u.test(next.trimStart());
  // An inequality, a search in an address, a name: `a != b`, `find?q=x`, `Yahoo!Mail`.
  return !next.startsWith("=") && !(/[A-Za-z\d]/u.test(text.charAt(at - 1)) && /^[A-Za-z\d&/]/u.test(next));
}

/** A name with a mark of its own goes on in its sentence unless a word follows that opens sentences: `Yahoo! Japan`. */
function isMarkedName(
  text: string,
  { at, start }: { readonly at: number; readonly start: number },
  { next, rules }: { readonly next: string; readonly rules: SentenceRules },
): boolean {
  const [, before = "", name = ""] =
    /(?:([\p{L}]{1,8}) )?(\p{Lu}[\p{L}\p{N}]{0,24})$/u.exec(text.slice(Math.max(start, at - 34), at)) ?? [];
  if (name === "" || opensSentence(next.trimStart(), rules)) return false;
  if (rules.markedNames.has(name.toLowerCase())) return /^\s?[\p{L}\p{N}'’]/u.test(next);
  return /^(?:at|by|via|called|named|titled)$/u.test(before) && /^\s\p{Lu}/u.test(next);
}
