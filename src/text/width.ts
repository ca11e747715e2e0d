const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;
const WIDTHLESS = /[\p{M}\p{Cf}]/u;

/** Counts columns as a fixed-width page shows them: ideographs, full-width signs and emoji take two, marks none. */
export function columns(text: string): number {
  let count = 0;
  for (const character of text) {
    if (character < "\u007f") count += 1;
    else if (character.length > 1 || WIDE.test(character)) count += 2;
    else if (!WIDTHLESS.test(character)) count += 1;
  }
  return count;
}
