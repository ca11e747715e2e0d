import type { UnitCollector } from "./alternatives.ts";
import type { PlacedQuestion } from "./placed-question.ts";

/**
 * Adds other words for the words of a question, as one text may have them.
 *
 * Made once for a text, and keeps what it found for a phrase: others ask with the same words.
 */
export type Look = (question: PlacedQuestion, units: UnitCollector) => void;

/** How many phrases are kept, of one text and in one way to look: more than hundreds of questions have. */
export const PHRASES = { most: 4000, longest: 48 };
