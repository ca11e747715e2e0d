import type { Span } from "../../text/span.ts";
import {
  headOf,
  inParagraph,
  lastOf,
  moved,
  paragraphAt,
  type SentencePlace,
  spanAt,
  tailOf,
} from "./sentence-place.ts";

/** Says of itself that it is an exception: `但…除外`, `不在此限`, `except …`, `This does not apply …` */
const IS_EXCEPTION =
  /^.{0,200}?(?:除外|不在此限|不受此限|不受前[款项項條条].{0,4}限制|为例外|為例外|是例外|作为例外|[不无無](?:适用|適用)|例外(?:情形|情况|情況)?(?:是|为|為|有|包括|[:：]))|^[^\p{L}\p{N}]{0,8}(?:except\b|unless\b|excepting\b|exceptions?\b|with the exception\b|excluding\b|but not\b|this (?:rule |does |provision )?.{0,20}\bnot apply\b|the (?:only )?exceptions?\b|例外|除非|但书|但書|除了)/iu;
/** Turns against what stands before it: an exception where that is a rule. */
const TURNS =
  /^[^\p{L}\p{N}]{0,8}(?:但是?|不过|不過|然而|惟|唯|however\b|but\b|nevertheless\b|nonetheless\b|only if\b|provided that\b|even so\b|that said\b|though\b)/iu;
/** A sentence of its own paragraph may only limit the one above where it says so at once. */
const NAMES_ITSELF =
  /^[^\p{L}\p{N}]{0,8}(?:exceptions?\b|except\b|unless\b|例外|除非|但书|但書|但是?[,，]?.{0,120}(?:除外|不在此限))/iu;
const IS_RULE =
  /应|應|须|須|必|不得|禁|可以|可[^能是惜怕]|不能|不准|不许|不許|均|一律|每|凡|免费|免費|有权|有權|得以|只能|需|\b(?:must|shall|should|may|can|cannot|can't|required?|requires|allowed|permitted|entitled|free|always|never|every|each|all|any|no|only|do not|don't|have to|has to|needs? to|will be|is|are)\b/iu;

/** What turns against such a rule limits it, whatever it says. */
const IS_STRICT_RULE =
  /应当|應當|必须|必須|须|須|不得|禁止|免费|免費|有权|有權|一律|\b(?:must|shall|may|required|allowed|permitted|entitled|free of charge|for free|prohibited|forbidden|always|never)\b/iu;

const DENIES = /不|無|无|没|沒|\b(?:not|no|none|never)\b|n[’']t\b/iu;

/** At most so many sentences that limit one another stand with a rule. */
const MOST_EXCEPTIONS = 2;

/** An exception that is a paragraph of its own limits the whole of a paragraph that is no longer. */
const MOST_SENTENCES = 3;

/** Finds the sentences right behind a rule that limit it. */
export function findExceptions(place: SentencePlace): Span[] {
  const spans: Span[] = [];
  for (let step = 1; step <= MOST_EXCEPTIONS; step += 1) {
    const next = moved(place, step);
    const span = spanAt(next);
    if (!span || !limits(moved(next, -1), next)) break;
    spans.push(span);
  }
  if (spans.length > 0 || lastOf(place).sentence >= MOST_SENTENCES) return spans;
  const below = inParagraph(place, place.paragraph + 1);
  const span = spanAt(below);
  return span && paragraphAt(below)?.kind === paragraphAt(place)?.kind && NAMES_ITSELF.test(headOf(below))
    ? [span]
    : [];
}

/** Finds the rule right before a sentence that is an exception to it. */
export function findRule(place: SentencePlace): Span | undefined {
  for (let step = 0; step < MOST_EXCEPTIONS; step += 1) {
    const at = moved(place, -step);
    const before = moved(at, -1);
    const isExempt = spanAt(before) !== undefined && limits(before, at);
    if (!isExempt) return step === 0 ? ruleAbove(at) : spanAt(at);
  }
  return spanAt(moved(place, -MOST_EXCEPTIONS));
}

function ruleAbove(place: SentencePlace): Span | undefined {
  if (place.paragraph === 0 || place.sentence > 0 || !NAMES_ITSELF.test(headOf(place))) return undefined;
  const above = inParagraph(place, place.paragraph - 1);
  const paragraph = paragraphAt(above);
  if (!paragraph || paragraph.kind !== paragraphAt(place)?.kind) return undefined;
  return paragraph.sentences.length <= MOST_SENTENCES ? paragraph.span : spanAt(lastOf(above));
}

function limits(rule: SentencePlace, next: SentencePlace): boolean {
  const head = headOf(next);
  if (
    /^[^\p{L}\p{N}]{0,8}(?:but|however|但|不过|不過|然而|惟|唯|except|unless|例外|除非|exception|the|this)/iu.test(
      head,
    ) &&
    IS_EXCEPTION.test(head)
  ) {
    return true;
  }
  if (!TURNS.test(head)) return /^[^\p{L}\p{N}]{0,8}(?:except|unless|excluding|除非|例外)/iu.test(head);
  const before = tailOf(rule);
  if (IS_STRICT_RULE.test(before)) return true;
  return (
    /[;；][^\p{L}\p{N}]{0,3}$/u.test(before) || (IS_RULE.test(before) && (IS_RULE.test(head) || DENIES.test(head)))
  );
}
