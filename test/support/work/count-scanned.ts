interface Call {
  readonly on: unknown;
  readonly given: readonly unknown[];
  readonly gave: unknown;
  /** Where a regular expression went on from. */
  readonly from: number;
}

interface Watched {
  readonly holder: object;
  readonly name: string;
  /** How many characters or elements the call went through. */
  readonly scanned: (call: Call) => number;
}

/**
 * Runs something, and counts the characters and elements that the engine's own functions go through meanwhile, of which a
 * count of blocks knows nothing. A regular expression counts from where it goes on to the end of its match; what it takes
 * at each place is for `test/regular-expressions` to find.
 */
export function countScanned(run: () => void): number {
  let sum = 0;
  const watches = watched.map((each) => watch(each, (scanned) => (sum += scanned)));
  try {
    run();
  } finally {
    for (const unwatch of watches) unwatch();
  }
  return sum;
}

const typedArrays: object = Object.getPrototypeOf(Uint8Array.prototype);
/** Where something stands first, asked in the ways that are not counted. */
const firsts = [String.prototype, Array.prototype, typedArrays].map((holder) => ({
  holder,
  indexOf: functionIn(holder, "indexOf"),
}));
const takingAll: readonly (readonly [object, readonly string[]])[] = [
  [String.prototype, ["split", "replaceAll", "normalize", "toLowerCase", "toUpperCase", "trim", "localeCompare"]],
  [Array.prototype, ["concat", "join", "reverse", "splice", "toReversed", "toSpliced", "unshift"]],
  [typedArrays, ["join", "reverse"]],
];

const watched: readonly Watched[] = [
  ...firsts.flatMap(({ holder, indexOf }) =>
    ["indexOf", "includes"].map((name) => ({
      holder,
      name,
      scanned: ({ on, given }: Call) => {
        const place = numberOr(Reflect.apply(indexOf, on, given), -1);
        return (place === -1 ? lengthOf(on) : place + 1) - numberOr(given[1], 0);
      },
    })),
  ),
  ...[String.prototype, Array.prototype].map((holder) => ({
    holder,
    name: "lastIndexOf",
    scanned: ({ on, given, gave }: Call) => numberOr(given[1], lengthOf(on)) - numberOr(gave, 0),
  })),
  ...[Array.prototype, typedArrays].map((holder) => ({
    holder,
    name: "fill",
    scanned: ({ on, given }: Call) => numberOr(given[2], lengthOf(on)) - numberOr(given[1], 0),
  })),
  ...takingAll.flatMap(([holder, names]) =>
    names.map((name) => ({ holder, name, scanned: ({ on }: Call) => lengthOf(on) })),
  ),
  { holder: RegExp.prototype, name: "exec", scanned: scannedByPattern },
];

function scannedByPattern({ on, given, gave, from }: Call): number {
  if (Array.isArray(gave) && "index" in gave) return Number(gave.index) + lengthOf(gave[0]) - from;
  const isTriedOnce = on instanceof RegExp && (on.sticky || (on.source.startsWith("^") && !on.multiline));
  return isTriedOnce ? 1 : lengthOf(given[0]) - from;
}

function watch({ holder, name, scanned }: Watched, count: (scanned: number) => void): () => void {
  const original = functionIn(holder, name);
  function counted(this: unknown, ...given: readonly unknown[]): unknown {
    const from = this instanceof RegExp && (this.global || this.sticky) ? this.lastIndex : 0;
    const gave: unknown = Reflect.apply(original, this, given);
    count(Math.max(0, scanned({ on: this, given, gave, from })));
    return gave;
  }
  Reflect.set(holder, name, counted);
  return () => void Reflect.set(holder, name, original);
}

function functionIn(holder: object, name: string): (...given: readonly unknown[]) => unknown {
  const found: unknown = Reflect.get(holder, name);
  if (typeof found !== "function") throw new Error(`there is no function ${name} to count`);
  return found as (...given: readonly unknown[]) => unknown;
}

function lengthOf(of: unknown): number {
  if (typeof of === "string") return of.length;
  return typeof of === "object" && of !== null && "length" in of ? Number(of.length) : 0;
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}
