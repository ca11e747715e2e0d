import { clampShare, sourceShares } from "./preferences.ts";

const step = 3;

/** Moves the edge of the source, which stands on its left side; `undefined` for keys that do not move it. */
export function shareAfterKey(key: string, share: number): number | undefined {
  switch (key) {
    case "ArrowLeft":
      return clampShare(share + step);
    case "ArrowRight":
      return clampShare(share - step);
    case "Home":
      return sourceShares.smallest;
    case "End":
      return sourceShares.largest;
    default:
      return undefined;
  }
}
