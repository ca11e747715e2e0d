/** When Discord's ids begin: the first second of 2015. */
const discordEpoch = 1_420_070_400_000n;

/** The day on which something with one of Discord's ids was made, in UTC, as `2026-11-03`: no clock is needed. */
export function dayOf(id: string): string {
  const milliseconds = /^\d{1,20}$/u.test(id) ? (BigInt(id) >> 22n) + discordEpoch : discordEpoch;
  return new Date(Number(milliseconds)).toISOString().slice(0, 10);
}
