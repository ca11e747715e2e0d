/** In milliseconds. */
export const day = 24 * 60 * 60 * 1000;

/** The day of a moment in milliseconds since 1970, in UTC: `2026-11-03`. */
export function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
