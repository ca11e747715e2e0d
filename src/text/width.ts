const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

/** Counts columns as a fixed-width page shows them: ideographs and full-width signs take two. */
export function columns(text: string): number {
  let count = 0;
  for (const character of text) count += WIDE.test(character) || character > "\uffff" ? 2 : 1;
  return count;
}
