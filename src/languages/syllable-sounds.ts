/**
 * Cuts a syllable without tone into what its beginning and its end sound like: `shu` into `sh` and `u`.
 *
 * The vowel of `shi` is not that of `li`.
 */
export function syllableSounds(syllable: string): string[] {
  const [, beginning = "", end = ""] = /^([zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(.*)$/.exec(syllable) ?? [];
  const vowel = end === "i" && /^[zcsr]h?$/.test(beginning) ? "-i" : end;
  return [beginning, vowel].filter((sound) => sound !== "");
}
