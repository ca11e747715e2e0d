import { whenLoaded } from "./not-loaded.ts";

/** Work that can be done a little at a time: at each `yield` others may have their turn. */
export type Steps<Made> = Generator<undefined, Made, undefined>;

/** Lets everything else run, where that is due. */
export type Pause = () => Promise<void>;

/** Takes all steps at once. */
export function finishSteps<Made>(steps: Steps<Made>): Made {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Takes one step after another, with others in between. */
export async function takeSteps<Made>(steps: Steps<Made>, pause: Pause): Promise<Made> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
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
  const known = new WeakMap<From, { readonly made: Made }>();
  const underWay = new WeakMap<From, Promise<Made>>();
  const keep = (from: From, made: Made): Made => {
    known.set(from, { made });
    return made;
  };
  return {
    known: (from) => known.get(from)?.made,
    now(from) {
      const kept = known.get(from);
      return kept ? kept.made : keep(from, finishSteps(make(from)));
    },
    async gently(from, pause) {
      const kept = known.get(from);
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
