/** Events that come twice do so within seconds. */
const mostRemembered = 10_000;

/** Makes what tells of each key whether it was asked about before, not too long ago. */
export function createRepeats(limit: number = mostRemembered): (key: string) => boolean {
  const seen = new Set<string>();
  return (key) => {
    if (seen.has(key)) return true;
    seen.add(key);
    if (seen.size > limit) for (const oldest of seen.values().take(seen.size - limit)) seen.delete(oldest);
    return false;
  };
}
