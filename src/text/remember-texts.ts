/** What of some texts is kept. */
export interface Remembering {
  /** Of so many texts at most: those that were asked for last. */
  readonly most: number;
  /** In UTF-16 code units; what is made of a longer text is made anew each time. */
  readonly longest: number;
}

/**
 * Keeps what is made of short texts, such as a word's stem, for those that were asked for last.
 *
 * Two maps are kept: when the younger one is full it takes the place of the older, and what is asked for again moves on to
 * the younger. So the oldest are forgotten without a list of their order.
 */
export function rememberTexts<Made extends object | string | number | boolean>(
  make: (text: string) => Made,
  { most, longest }: Remembering,
): (text: string) => Made {
  let [young, old] = [new Map<string, Made>(), new Map<string, Made>()];
  return (text) => {
    const recent = young.get(text);
    if (recent !== undefined) return recent;
    if (text.length > longest) return make(text);
    const known = old.get(text);
    const made = known ?? make(text);
    if (young.size >= most / 2) [young, old] = [new Map(), young];
    young.set(known === undefined ? detach(text) : text, made);
    return made;
  };
}

/** A copy: a piece of a long text would keep all of that. */
function detach(text: string): string {
  return text.length < SHORTEST_PIECE ? text : ` ${text}`.slice(1);
}

/** Shorter pieces are copies anyway. */
const SHORTEST_PIECE = 13;
