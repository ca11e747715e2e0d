/**
 * Thrown by what is asked for something that lies elsewhere and has to be brought first. Whoever asked waits for `load` and
 * asks again from the beginning: what asks computes from its arguments alone, so that nothing of it is done twice.
 */
export class NotLoaded extends Error {
  /** Brings all that was lacking, at once; rejects where it cannot be had. */
  readonly load: () => Promise<void>;

  constructor(load: () => Promise<void>) {
    super("has to be loaded first");
    this.name = "NotLoaded";
    this.load = load;
  }
}

/** So often something may lack in one answer: words' places, the articles they stand in, what stands around. */
const MOST_ROUNDS = 12;

/**
 * Acts again and again until nothing has to be loaded any more.
 *
 * @throws what `act` and loading throw; NotLoaded where it has no end.
 */
export async function whenLoaded<Result>(act: () => Result | Promise<Result>): Promise<Result> {
  for (let round = 1; ; round += 1) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof NotLoaded) || round >= MOST_ROUNDS) throw error;
      await error.load();
    }
  }
}

/**
 * Does several things of which each may lack something, so that all that is lacking is brought at once.
 *
 * @throws NotLoaded, one for all of them; what one of them throws otherwise.
 */
export function loadTogether<Made>(acts: readonly (() => Made)[]): Made[] {
  const made: Made[] = [];
  const lacking: NotLoaded[] = [];
  for (const act of acts) {
    try {
      made.push(act());
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw error;
      lacking.push(error);
    }
  }
  const [first, ...others] = lacking;
  if (!first) return made;
  if (others.length === 0) throw first;
  throw new NotLoaded(async () => void (await Promise.all(lacking.map(({ load }) => load()))));
}
