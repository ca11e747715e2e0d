/** Hears what other processes say over the database. */
export interface Ears {
  /** Somebody else said something; in the order in which it was committed. */
  readonly hear: (message: string) => void;
  /** Everything is heard from now on; what was said before may have been missed. */
  readonly begin: () => void;
  /** Nothing is heard until `begin` is called again. */
  readonly lose: (error: unknown) => void;
}

/** What listens until it is closed. */
export interface Hearing {
  close(): Promise<void>;
}

/** All who hear in one process, with one way to listen. */
export interface Audience {
  readonly isHearing: () => boolean;
  readonly join: (ears: Ears) => void;
  readonly close: () => Promise<void>;
}

/** @param listen is begun when the first one comes. */
export function createAudience(listen: (ears: Ears) => Hearing): Audience {
  let all: readonly Ears[] = [];
  let [hearing, isHearing]: [Hearing | undefined, boolean] = [undefined, false];
  const everybody: Ears = {
    hear: (message) => all.forEach(({ hear }) => hear(message)),
    begin() {
      isHearing = true;
      all.forEach(({ begin }) => begin());
    },
    lose(error) {
      isHearing = false;
      all.forEach(({ lose }) => lose(error));
    },
  };
  return {
    isHearing: () => isHearing,
    join(ears) {
      all = [...all, ears];
      if (isHearing) ears.begin();
      hearing ??= listen(everybody);
    },
    close: async () => hearing?.close(),
  };
}
