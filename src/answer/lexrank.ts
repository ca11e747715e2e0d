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
  const edges = vectors.map((one) => shares(vectors.map((other) => cosine(one, other))));
  let ranks = jumps;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = jumps.map((jump) => JUMP * jump);
    for (let from = 0; from < count; from += 1) {
      for (let to = 0; to < count; to += 1) {
        next[to] = (next[to] ?? 0) + (1 - JUMP) * (ranks[from] ?? 0) * (edges[from]?.[to] ?? 0);
      }
    }
    const moved = next.reduce((sum, rank, index) => sum + Math.abs(rank - (ranks[index] ?? 0)), 0);
    ranks = next;
    if (moved < CLOSE_ENOUGH) break;
  }
  return ranks;
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
