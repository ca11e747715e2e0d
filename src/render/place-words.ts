import type { LandmarkRange } from "../article/landmarks.ts";
import { tidyLine } from "./escape.ts";
import type { Words } from "./words/words.ts";

/** A chapter may bear its whole heading. */
const mostLabelCharacters = 40;

/** Names a place by its reference and by what readers of the original find it by: `§2 ¶3:1 (p. 12)`. Not escaped. */
export function placeWords(reference: string, landmarks: readonly LandmarkRange[], say: Words): string {
  return landmarks.length === 0 ? reference : say.atLandmarks(reference, landmarkWords(landmarks, say));
}

/** Names landmarks in words: `pp. 12–13`, `ch. 3`, `0:14:02`. */
export function landmarkWords(landmarks: readonly LandmarkRange[], say: Words): string[] {
  return landmarks.map(({ kind, first, last }) =>
    say.landmarks[kind](tidyLine(first, mostLabelCharacters), tidyLine(last, mostLabelCharacters)),
  );
}
