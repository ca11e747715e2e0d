import { rememberTexts } from "../text/remember-texts.ts";
import type { Span } from "../text/span.ts";
import type { Steps } from "../text/steps.ts";
import { compareSenses } from "./taught/compare-senses.ts";
import { createIsSlip } from "./taught/find-slips.ts";
import { otherForms } from "./taught/other-forms.ts";
import { type QuestionSense, readSense, type SenseParts } from "./taught/question-sense.ts";
import { SenseIndex } from "./taught/sense-index.ts";

/** A question whose place in an article people of a server chose. */
export interface TaughtQuestion {
  readonly id: string;
  readonly question: string;
  /** The article's id. */
  readonly article: string;
  /** Whole sentences of the version in use. */
  readonly span: Span;
  /** What stands there: in another version it answers nothing. */
  readonly text: string;
}

export interface FoundTaught {
  readonly taught: TaughtQuestion;
  /** 1 for the same question in other letters; below that it is asked in other words. */
  readonly similarity: number;
}

/** The questions that were taught, ready to be asked. */
export interface TaughtQuestions {
  readonly size: number;
  /** The one that asks the same, if there is one; of several the most similar, and of equals the first. */
  find(question: string, isAsked?: (taught: TaughtQuestion) => boolean): FoundTaught | undefined;
  /** What is known of a question that was read for it, for those that are made after it. */
  senseOf(question: string): QuestionSense | undefined;
}

/** Between two steps so many questions are read. */
const AT_ONCE = 16;
/** What was found for a question stays for the buttons below its answer. */
const FOUND = { most: 64, longest: 500 };

/**
 * Makes taught questions ready to be asked, a few at a time: reading one takes a tenth of a millisecond.
 *
 * @param before what was made of them before: questions that it has read are not read again.
 */
export function* prepareTaughtQuestions(
  taught: readonly TaughtQuestion[],
  words: SenseParts,
  before?: TaughtQuestions,
): Steps<TaughtQuestions> {
  const senses = new Map<string, QuestionSense>();
  const index = new SenseIndex<TaughtQuestion>();
  for (const [number, each] of taught.entries()) {
    if (number % AT_ONCE === AT_ONCE - 1) yield undefined;
    const sense = senses.get(each.question) ?? before?.senseOf(each.question) ?? readSense(each.question, words);
    senses.set(each.question, sense);
    index.add(sense, each);
  }
  const forms = otherForms(words.lexicon, words.analyse);
  const by = { forms, isSlip: createIsSlip(words.lexicon.isWord) };
  const sensing = rememberTexts((question) => readSense(question, words), FOUND);
  return {
    size: taught.length,
    senseOf: (question) => senses.get(question),
    find(question, isAsked = () => true) {
      if (taught.length === 0) return undefined;
      const sense = sensing(question);
      let best: FoundTaught | undefined;
      for (const { sense: other, value } of index.candidates(sense, forms)) {
        const similarity = compareSenses(sense, other, by);
        // Whether it is asked takes longer to tell, and most that are looked at ask something else.
        if (similarity <= (best?.similarity ?? 0) || !isAsked(value)) continue;
        best = { taught: value, similarity };
        if (similarity === 1) break;
      }
      return best;
    },
  };
}
