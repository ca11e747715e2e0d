/** One text as a bag of weighted terms. */
export type TermVector = ReadonlyMap<string, number>;

export interface LexRankOptions {
  /** How much each text fits the subject, 0 or more; the walk jumps there rather than anywhere. */
  readonly bias?: readonly number[];
}

/** The chance that the walk jumps instead of following an edge (the paper's d). */
const JUMP = 0.15;
const MOST_ROUNDS = 50;
const CLOSE_ENOUGH = 1e-6;

/**
 * Tells how central each text is among the others: the share of time that a random walk over their likenesses spends
 * there, so that all shares sum to 1.
 *
 * Continuous LexRank (Erkan and Radev, LexRank: Graph-based Lexical Centrality as Salience in Text Summarization, 2004,
 * §3.3), which keeps the cosines as weights instead of cutting them at a threshold; with a bias, the topic-sensitive
 * form (Otterbacher, Erkan and Radev, 2005).
 */
export function lexRank(vectors: readonly TermVector[], { bias }: LexRankOptions = {}): number[] {
  const count = vectors.length;
  const jumps = shares(bias ?? vectors.map(() => 1));
  const likenesses = compareAll(vectors);
  const edges = Float64Array.from(
    vectors.flatMap((_, from) => shares(likenesses.slice(from * count, (from + 1) * count))),
  );
  let ranks = jumps;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = jumps.map((jump) => JUMP * jump);
    for (let from = 0; from < count; from += 1) {
      const stay = (1 - JUMP) * (ranks[from] ?? 0);
      for (let to = 0; to < count; to += 1) next[to] = (next[to] ?? 0) + stay * (edges[from * count + to] ?? 0);
    }
    const moved = next.reduce((sum, rank, index) => sum + Math.abs(rank - (ranks[index] ?? 0)), 0);
    ranks = next;
    if (moved < CLOSE_ENOUGH) break;
  }
  return ranks;
}

/** The cosines of all with all, row by row; the same as `cosine` gives, with each term looked up once. */
function compareAll(vectors: readonly TermVector[]): number[] {
  const numbers = new Map<string, number>();
  const numbered = vectors.map((vector) => ({
    terms: Int32Array.from(vector.keys(), (term) => numberOf(numbers, term)),
    weights: Float64Array.from(vector.values()),
    length: length(vector),
  }));
  const count = vectors.length;
  const likenesses: number[] = Array.from({ length: count * count }, () => 0);
  const spread = new Float64Array(numbers.size);
  for (const [long, one] of numbered.entries()) {
    for (const [at, term] of one.terms.entries()) spread[term] = one.weights[at] ?? 0;
    for (const [short, other] of numbered.entries()) {
      // Of two of the same length the one that is asked about counts as the shorter.
      if (other.terms.length > one.terms.length) continue;
      let product = 0;
      for (let at = 0; at < other.terms.length; at += 1)
        product += (other.weights[at] ?? 0) * (spread[other.terms[at] ?? 0] ?? 0);
      const likeness = product === 0 ? 0 : product / (other.length * one.length);
      likenesses[short * count + long] = likeness;
      if (other.terms.length < one.terms.length)
        likenesses[long * count + short] = product === 0 ? 0 : product / (one.length * other.length);
    }
    for (const term of one.terms) spread[term] = 0;
  }
  return likenesses;
}

function numberOf(numbers: Map<string, number>, term: string): number {
  const number = numbers.get(term) ?? numbers.size;
  numbers.set(term, number);
  return number;
}

/** The cosine of the angle between two texts: 0 for no common term, 1 for the same shares of terms. */
export function cosine(one: TermVector, other: TermVector): number {
  const [short, long] = one.size <= other.size ? [one, other] : [other, one];
  let product = 0;
  for (const [term, weight] of short) product += weight * (long.get(term) ?? 0);
  return product === 0 ? 0 : product / (length(one) * length(other));
}

function length(vector: TermVector): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return Math.sqrt(sum);
}

/** Scales weights so that they sum to 1; weights that are all 0 become equal. */
function shares(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (sum === 0 ? 1 / weights.length : weight / sum));
}
