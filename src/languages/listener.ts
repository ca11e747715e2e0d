import { listEndings } from "./find-by-sound.ts";
import type { Look } from "./look.ts";
import { createSoundLook, type SoundLookUp, type SoundStrings } from "./look-by-sound.ts";
import { createLatinNameLook, hearNames } from "./look-for-latin-name.ts";
import { remember } from "./remember.ts";
import { DOT, type Sounds } from "./sounds.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Finds foreign names by their sound, and keeps what it prepared of a vocabulary. */
export interface Listener {
  /** Finds in ideographs what a question writes in Latin letters. */
  readonly lookForHan: (look: HanLookUp) => Look;
  /** Finds in Latin letters what a question writes in ideographs. */
  readonly lookForLatin: (vocabulary: Vocabulary) => Look;
}

interface HanLookUp extends Pick<SoundLookUp, "isKnown" | "isWord"> {
  readonly vocabulary: Vocabulary;
}

/** @param sounds called when a question first needs them. */
export function createListener(sounds: () => Sounds): Listener {
  const strings = remember((vocabulary: Vocabulary) => listStrings([...vocabulary.transliterations()]));
  const names = remember((vocabulary: Vocabulary) => hearNames(vocabulary.latinNames(), sounds()));
  return {
    lookForHan: ({ vocabulary, isKnown, isWord }) =>
      createSoundLook({ sounds: sounds(), strings: () => strings(vocabulary), isKnown, isWord }),
    lookForLatin: (vocabulary) => createLatinNameLook({ sounds: sounds(), names: () => names(vocabulary) }),
  };
}

function listStrings(transliterations: readonly string[]): SoundStrings {
  return {
    names: listEndings(transliterations.flatMap((text) => text.split(DOT))),
    fullNames: listEndings(transliterations.filter((text) => DOT.test(text))),
  };
}
