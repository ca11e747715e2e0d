export interface Claim {
  /** The server, or whatever stands for one. */
  readonly guild: string;
  /** What may come to several processes. */
  readonly event: string;
  /** Who asks, by a name that tells nobody who that is, and for how many milliseconds they may not ask again; absent where they may. */
  readonly asker?: { readonly key: string; readonly cooldown: number } | undefined;
}

export type Claimed =
  | { readonly kind: "claimed" }
  /** Another process has the event. */
  | { readonly kind: "repeated" }
  /** The asker may ask again in so many milliseconds. */
  | { readonly kind: "wait"; readonly milliseconds: number };

/** What came to which process and who asked when: for minutes, by the database's clock, and lost when that falls. */
export interface Claims {
  /** Whether there may be another process. */
  readonly isNeeded: boolean;
  /** Takes an event upon this process, in one statement. */
  claim(claim: Claim): Promise<Claimed>;
  /** Lets an asker ask again at once. */
  release(guild: string, asker: string): Promise<void>;
  /** Forgets what is over. */
  sweep(): Promise<void>;
}
