import type { Span } from "../../text/span.ts";
import { headOf, moved, type SentencePlace, spanAt } from "./sentence-place.ts";

const LINKED = String.raw`(?:(?:后来|後來|随后|隨後|同时|同時|因此|所以|于是|於是|但是?|而且?|并且?|並且?|不过|不過|此后|此後|当时|當時|现在|現在)[,，]?)?`;
const CHINESE = new RegExp(
  String.raw`^\P{L}{0,4}${LINKED}(?:[它他她牠祂](?:们|們)?|其(?![他它餘余实實次后後])|[该該](?!死)|此(?![外时時刻后後前次])|[这這](?![时時里裡儿兒么麼天次年回])|那(?:些|个|個|是|种|種|位|家)|前者|后者|後者|两者|兩者|上述|前述|前[款项項条條])`,
  "u",
);
const ENGLISH =
  /^\P{L}{0,4}(?:(?:and|but|then|so|also|however|later|today|now|still|therefore|thus)\b,? )?(?:it(?:'s|’s)?|he(?:'s|’s)?|she(?:'s|’s)?|they(?:'re|’re)?|this|these|those|that|its|his|her|their|both|such|the (?:latter|former)|neither|either)\b/iu;
/** Its pronoun stands for nothing before it: `It is important that …` */
const EXPLETIVE =
  /^\P{L}{0,4}it(?:'s|’s| is| was| will be| may be) (?:also |not |very |now )?(?:important|necessary|possible|impossible|recommended|essential|clear|likely|best|better|good|easy|hard|difficult|useful|advisable|raining|forbidden|prohibited|required|allowed|up to|worth|time|early|late)\b/iu;

/** How far back a sentence is looked for that names what the others only refer to. */
const SENTENCES_BACK = 4;

/** Finds the sentence before one that begins with a pronoun, in the same paragraph, that names what it is about. */
export function findSubject(place: SentencePlace): Span | undefined {
  if (!refersBack(place)) return undefined;
  for (let step = 1; step <= SENTENCES_BACK; step += 1) {
    const before = moved(place, -step);
    const span = spanAt(before);
    if (!span) return undefined;
    if (!refersBack(before)) return span;
  }
  return undefined;
}

/** Whether a sentence begins with a word for something that is named before it. */
export function refersBack(place: SentencePlace): boolean {
  const head = headOf(place);
  return CHINESE.test(head) || (ENGLISH.test(head) && !EXPLETIVE.test(head));
}

/** How far back a quotation may have opened, in sentences. */
const QUOTED_BACK = 12;

/** Finds who speaks: the sentence that opens a quotation in which another stands, or the one that tells behind it. */
export function findSpeaker(place: SentencePlace): Span | undefined {
  let open = 0;
  for (let step = 1; step <= QUOTED_BACK; step += 1) {
    const before = moved(place, -step);
    const span = spanAt(before);
    if (!span) break;
    open += balance(place.article.text.slice(span.start, Math.min(span.end, span.start + LONGEST_QUOTED)));
    if (open > 0) return span;
  }
  return tellsBehind(place);
}

const LONGEST_QUOTED = 600;

/** How many quotations a text opens that it does not close. */
function balance(text: string): number {
  let open = 0;
  for (const [mark] of text.matchAll(/[“”「」『』]/gu)) open += /[“「『]/u.test(mark) ? 1 : -1;
  return open;
}

const SAYS = /^[^“”"「」:：]{1,12}(?:问|問|说|說|道|喊|答|叫|笑|叹|嘆)(?:道|说|說|着|著)?[。.!！]?$/u;
const SAYS_ENGLISH =
  /^(?:\p{L}[\p{L}'’-]{0,15} ){0,5}(?:said|asked|replied|answered|shouted|added|says|asks|cried)(?: \p{L}[\p{L}'’-]{0,15}){0,4}[.!]?$/iu;

/** `“还有吗？”` `来人问。` */
function tellsBehind(place: SentencePlace): Span | undefined {
  const span = spanAt(place);
  const next = spanAt(moved(place, 1));
  if (!span || !next || next.end - next.start > 80) return undefined;
  if (!/[”」』"]$/u.test(place.article.text.slice(span.start, span.end).slice(-1))) return undefined;
  const told = headOf(moved(place, 1));
  return SAYS.test(told) || SAYS_ENGLISH.test(told) ? next : undefined;
}
