/** Gives what was made for a key before, else makes it. */
export type KeepLast<Made> = (key: string, make: () => Made) => Made;

/** A longer key is not kept, in UTF-16 code units: so many of those that are take at most `most` times as much. */
const LONGEST_KEY = 2000;

/**
 * Keeps what was made for the keys that were asked for last, at most so many.
 *
 * @param isSmall tells what may be kept where something made may be large.
 */
export function keepLast<Made>(most: number, isSmall: (made: Made) => boolean = () => true): KeepLast<Made> {
  const kept = new Map<string, { readonly made: Made }>();
  return (key, make) => {
    if (key.length > LONGEST_KEY) return make();
    const known = kept.get(key) ?? { made: make() };
    if (!isSmall(known.made)) return known.made;
    kept.delete(key);
    kept.set(key, known);
    if (kept.size > most) for (const oldest of kept.keys().take(1)) kept.delete(oldest);
    return known.made;
  };
}
