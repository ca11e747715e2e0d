import { MOST_ROUNDS, NotLoaded, whenLoaded } from "./not-loaded.ts";

/** Work that can be done a little at a time: at each `yield` others may have their turn, and what lacks is loaded. */
export type Steps<Made> = Generator<NotLoaded | undefined, Made, undefined>;

/** A step of it that is taken again once what it lacks is there; all before it stays done. */
export function* whenThere<Made>(act: () => Made): Steps<Made> {
  for (let round = 1; ; round += 1) {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof NotLoaded) || round >= MOST_ROUNDS) throw error;
      yield error;
    }
  }
}

/** Lets everything else run, where that is due. */
export type Pause = () => Promise<void>;

/**
 * Takes all steps at once.
 *
 * @throws NotLoaded where something lacks: all begins anew then.
 */
export function finishSteps<Made>(steps: Steps<Made>): Made {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (step.value) throw step.value;
  }
}

/** Takes one step after another, with others in between. */
export async function takeSteps<Made>(steps: Steps<Made>, pause: Pause): Promise<Made> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await step.value?.load();
    await pause();
  }
}

/** What is made of something once, at once or a little at a time. */
export interface MadeInSteps<From, Made> {
  /** What was made already. */
  readonly known: (from: From) => Made | undefined;
  readonly now: (from: From) => Made;
  /** Whoever asks while it is being made gets the same; what lacks is loaded meanwhile. */
  readonly gently: (from: From, pause: Pause) => Promise<Made>;
}

/** Keeps what is made of something as long as that is there. */
export function rememberSteps<From extends object, Made>(make: (from: From) => Steps<Made>): MadeInSteps<From, Made> {
  return keepSteps(make, new WeakMap());
}

/** What was made of something, wherever that is kept; may throw NotLoaded. */
export interface KeptMade<From, Made> {
  readonly get: (from: From) => { readonly made: Made } | undefined;
  readonly set: (from: From, made: { readonly made: Made }) => void;
}

/** Keeps what is made of something elsewhere. */
export function keepSteps<From extends object, Made>(
  make: (from: From) => Steps<Made>,
  known: KeptMade<From, Made>,
): MadeInSteps<From, Made> {
  const underWay = new WeakMap<From, Promise<Made>>();
  const keep = (from: From, made: Made): Made => {
    unlessFar(() => known.set(from, { made }));
    return made;
  };
  return {
    known: (from) => known.get(from)?.made,
    now(from) {
      const kept = known.get(from);
      return kept ? kept.made : keep(from, finishSteps(make(from)));
    },
    async gently(from, pause) {
      const kept = unlessFar(() => known.get(from));
      if (kept) return kept.made;
      const begun = underWay.get(from);
      if (begun) return begun;
      const making = whenLoaded(() => takeSteps(make(from), pause));
      underWay.set(from, making);
      try {
        return keep(from, await making);
      } finally {
        underWay.delete(from);
      }
    },
  };
}

/** Of what is not in memory nothing is known. */
function unlessFar<Made>(act: () => Made): Made | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof NotLoaded) return undefined;
    throw error;
  }
}
