export interface ExpiringMapOptions {
  /** In milliseconds. */
  readonly lifetime: number;
  /** So many keys are remembered at most; the oldest give way. */
  readonly limit: number;
  /** In milliseconds; must never be set back. */
  readonly now: () => number;
}

export interface ExpiringMap<Value> {
  /** How many keys are remembered, those included whose time is up but that nobody swept away yet. */
  readonly size: number;
  get(key: string): Value | undefined;
  /** Sets a value, whose lifetime begins now. */
  set(key: string, value: Value): void;
  /** Changes a value that is there, which ends when it would have ended. */
  change(key: string, value: Value): void;
  forget(key: string): void;
}

/** Makes a map that forgets by itself: all live equally long, so that the oldest always stand first. */
export function createExpiringMap<Value>({ lifetime, limit, now }: ExpiringMapOptions): ExpiringMap<Value> {
  const entries = new Map<string, { readonly value: Value; readonly until: number }>();

  function sweep(time: number): void {
    for (const [key, { until }] of entries) {
      if (until > time && entries.size <= limit) return;
      entries.delete(key);
    }
  }

  return {
    get size() {
      return entries.size;
    },
    get(key) {
      const entry = entries.get(key);
      return entry && entry.until > now() ? entry.value : undefined;
    },
    set(key, value) {
      const time = now();
      entries.delete(key);
      entries.set(key, { value, until: time + lifetime });
      sweep(time);
    },
    change(key, value) {
      const entry = entries.get(key);
      if (entry) entries.set(key, { ...entry, value });
    },
    forget: (key) => void entries.delete(key),
  };
}
