/** What of some texts is kept. */
export interface Remembering<Made = unknown> {
  /** Of so many texts at most: those that were asked for last, half as many at least. */
  readonly most: number;
  /** In UTF-16 code units; what is made of a longer text is made anew each time. */
  readonly longest: number;
  /** Tells what may be kept where something made may be large. */
  readonly isSmall?: (made: Made) => boolean;
}

/** Gives what was made of a text before, else makes it. */
export type KeepTexts<Made> = (text: string, make: (text: string) => Made) => Made;

/**
 * Keeps what is made of short texts for those that were asked for last; nothing of what fails.
 *
 * Two maps are kept: when the younger one is full it takes the place of the older, and what is asked for again moves on to
 * the younger. So the oldest are forgotten without a list of their order.
 */
export function keepTexts<Made>({ most, longest, isSmall }: Remembering<Made>): KeepTexts<Made> {
  let [young, old] = [new Map<string, Kept<Made>>(), new Map<string, Kept<Made>>()];
  return (text, make) => {
    const recent = young.get(text);
    if (recent) return recent.made;
    if (text.length > longest) return make(text);
    const known = old.get(text);
    const kept = known ?? { made: make(text) };
    if (isSmall?.(kept.made) === false) return kept.made;
    if (young.size >= most / 2) [young, old] = [new Map(), young];
    young.set(known ? text : detach(text), kept);
    return kept.made;
  };
}

interface Kept<Made> {
  readonly made: Made;
}

/** Keeps what is made of short texts in one way, such as a word's stem. */
export function rememberTexts<Made>(
  make: (text: string) => Made,
  remembering: Remembering<Made>,
): (text: string) => Made {
  const keep = keepTexts(remembering);
  return (text) => keep(text, make);
}

/** A copy: a piece of a long text would keep all of that. */
function detach(text: string): string {
  return text.length < SHORTEST_PIECE ? text : ` ${text}`.slice(1);
}

/** Shorter pieces are copies anyway. */
const SHORTEST_PIECE = 13;
