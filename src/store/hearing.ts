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
