import type { UnitCollector } from "./alternatives.ts";
import { listEndings } from "./find-by-sound.ts";
import { lookBySound, type SoundLookUp, type SoundStrings } from "./look-by-sound.ts";
import { hearNames, lookForLatinName } from "./look-for-latin-name.ts";
import type { PlacedQuestion } from "./placed-question.ts";
import { remember } from "./remember.ts";
import { DOT, type Sounds } from "./sounds.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Finds foreign names by their sound, and keeps what it prepared of a vocabulary. */
export interface Listener {
  /** Finds in ideographs what a question writes in Latin letters. */
  lookForHan(question: PlacedQuestion, units: UnitCollector, look: HanLookUp): void;
  /** Finds in Latin letters what a question writes in ideographs. */
  lookForLatin(question: PlacedQuestion, units: UnitCollector, vocabulary: Vocabulary): void;
}

interface HanLookUp extends Pick<SoundLookUp, "isKnown" | "isWord"> {
  readonly vocabulary: Vocabulary;
}

/** @param sounds called when a question first needs them. */
export function createListener(sounds: () => Sounds): Listener {
  const strings = remember((vocabulary: Vocabulary) => listStrings([...vocabulary.transliterations()]));
  const names = remember((vocabulary: Vocabulary) => hearNames(vocabulary.latinNames(), sounds()));
  return {
    lookForHan(question, units, { vocabulary, isKnown, isWord }) {
      lookBySound(question, units, { sounds: sounds(), strings: () => strings(vocabulary), isKnown, isWord });
    },
    lookForLatin(question, units, vocabulary) {
      lookForLatinName(question, units, { sounds: sounds(), names: () => names(vocabulary) });
    },
  };
}

function listStrings(transliterations: readonly string[]): SoundStrings {
  return {
    names: listEndings(transliterations.flatMap((text) => text.split(DOT))),
    fullNames: listEndings(transliterations.filter((text) => DOT.test(text))),
  };
}
