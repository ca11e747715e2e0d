/** The first second of 2015, where Discord's ids begin. */
const epoch = 1_420_070_400_000n;

/** Makes ids as Discord does: the time in milliseconds, then a number that tells those of one millisecond apart. */
export function createSnowflakes(now: () => Date): () => string {
  let last = 0n;
  return () => {
    const first = (BigInt(now().getTime()) - epoch) << 22n;
    last = first > last ? first : last + 1n;
    return String(last);
  };
}
