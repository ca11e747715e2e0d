/** A place between two words of the phrases: which words may follow, and what is said where a phrase ends here. */
export interface PhraseNode<Said> {
  readonly next: Map<string, PhraseNode<Said>[]>;
  /** Places that are reached without a word: what lies between may be left out. */
  readonly skips: PhraseNode<Said>[];
  says?: Said;
}

export function createNode<Said>(): PhraseNode<Said> {
  return { next: new Map(), skips: [] };
}

/**
 * Adds a phrase with choices to a graph: `thank (you|u) [so much|again]` stands for six phrases. Round brackets hold one
 * of several parts, square ones may be left out as well; they do not lie within each other.
 *
 * @param wordsOf parts a text into words.
 * @throws RangeError where a bracket is not closed.
 */
export function addPhrase<Said>(
  root: PhraseNode<Said>,
  {
    pattern,
    says,
    wordsOf,
  }: { readonly pattern: string; readonly says: Said; readonly wordsOf: (text: string) => string[] },
): void {
  let node = root;
  for (const { choices, isOptional } of slotsOf(pattern)) {
    const end = createNode<Said>();
    for (const choice of choices) addWords(node, wordsOf(choice), end);
    if (isOptional) node.skips.push(end);
    node = end;
  }
  node.says = says;
}

interface Slot {
  readonly choices: readonly string[];
  readonly isOptional: boolean;
}

function slotsOf(pattern: string): Slot[] {
  const slots = Array.from(
    pattern.matchAll(/\(([^()[\]]*)\)|\[([^()[\]]*)\]|([^()[\]]+)/gu),
    ([, one, optional, plain]): Slot => ({
      choices: one?.split("|") ?? optional?.split("|") ?? [plain ?? ""],
      isOptional: optional !== undefined,
    }),
  );
  if (/[()[\]]/u.test(pattern.replaceAll(/\([^()[\]]*\)|\[[^()[\]]*\]/gu, ""))) {
    throw new RangeError(`brackets of "${pattern}" do not fit each other`);
  }
  return slots.filter(({ choices, isOptional }) => isOptional || choices.some((choice) => choice.trim() !== ""));
}

function addWords<Said>(from: PhraseNode<Said>, words: readonly string[], end: PhraseNode<Said>): void {
  let node = from;
  for (const [index, word] of words.entries()) {
    const isLast = index === words.length - 1;
    const after = isLast ? end : createNode<Said>();
    const known = node.next.get(word);
    if (known) known.push(after);
    else node.next.set(word, [after]);
    node = after;
  }
}

/** Gives what the phrases say that begin at `start`, with where each ends; one end may be given more than once. */
export function* phrasesAt<Said>(
  root: PhraseNode<Said>,
  words: readonly string[],
  start: number,
): Generator<{ readonly end: number; readonly says: Said }> {
  let places = withSkips([root]);
  for (let at = start; at < words.length && places.size > 0; at += 1) {
    const word = words[at] ?? "";
    places = withSkips(Array.from(places, ({ next }) => next.get(word) ?? []).flat());
    for (const { says } of places) if (says !== undefined) yield { end: at + 1, says };
  }
}

function withSkips<Said>(nodes: readonly PhraseNode<Said>[]): Set<PhraseNode<Said>> {
  const places = new Set(nodes);
  // A set that grows while it is gone through gives what was added as well.
  for (const place of places) for (const skipped of place.skips) places.add(skipped);
  return places;
}
