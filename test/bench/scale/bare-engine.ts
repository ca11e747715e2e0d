/**
 * What one would use without this program, given the very terms that it makes: how long that takes tells what the engine below
 * it costs.
 */
export interface BareEngine {
  readonly name: string;
  /** Adds passages behind those that are there, each as its terms, as often as they stand in it. */
  index(passages: Iterable<readonly string[]> | AsyncIterable<readonly string[]>): Promise<void>;
  /** The places of the best passages with any of the terms. */
  search(terms: readonly string[], limit: number): Promise<readonly number[]>;
  /** How many bytes it takes on the disk. */
  bytes(): Promise<number>;
  close(): Promise<void>;
}

/** So many passages are written at once. */
const AT_ONCE = 2000;

export async function* inBatches(
  passages: Iterable<readonly string[]> | AsyncIterable<readonly string[]>,
): AsyncGenerator<readonly (readonly string[])[]> {
  let some: (readonly string[])[] = [];
  for await (const passage of passages) {
    some.push(passage);
    if (some.length < AT_ONCE) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
