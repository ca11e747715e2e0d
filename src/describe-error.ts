/**
 * Keeps of an error what helps; its other properties may hold request bodies and tokens.
 *
 * @param typed What people wrote: no stretch of it stays in the message, however it came there.
 */
export function describeError(error: unknown, typed: readonly string[] = []): unknown {
  if (!(error instanceof Error)) return typed.length > 0 ? blotOut(String(error), typed) : error;
  const message = blotOut(withoutJson(error.message), typed);
  const frames = (error.stack ?? "").split("\n").filter((line) => FRAME.test(line));
  const stack = [`${error.name}: ${message}`, ...frames].join("\n");
  const cause = error.cause === undefined ? undefined : describeError(error.cause, typed);
  return { name: error.name, message, stack, cause };
}

/** `JSON.parse` quotes what it was given. */
function withoutJson(message: string): string {
  const end = " is not valid JSON";
  const quote = message.indexOf('"');
  return message.endsWith(end) && quote !== -1 ? `${message.slice(0, quote).trimEnd()}${end}` : message;
}

const FRAME = /^ {4}at /u;

/** So many ASCII letters in a row tell what somebody wrote, and so many others; fewer stand in any message. */
const STRETCH = { ascii: 8, leastAscii: 4, other: 2 };

function blotOut(message: string, typed: readonly string[]): string {
  const lower = message.toLowerCase();
  const isTyped = new Uint8Array(message.length);
  for (const stretch of new Set(typed.flatMap((text) => stretchesOf(text.toLowerCase())))) {
    for (let at = lower.indexOf(stretch); at !== -1; at = lower.indexOf(stretch, at + 1))
      isTyped.fill(1, at, at + stretch.length);
  }
  return Array.from(isTyped, (typedHere, at) => (typedHere === 0 ? message.charAt(at) : "\0"))
    .join("")
    .replaceAll(/\0+/gu, "[…]");
}

function stretchesOf(text: string): readonly string[] {
  const cut = (length: number) =>
    Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length));
  const long = Math.min(STRETCH.ascii, text.length);
  return [
    ...(long >= STRETCH.leastAscii ? cut(long) : []),
    ...cut(STRETCH.other).filter((stretch) => /^[^\p{ASCII}]+$/u.test(stretch)),
  ];
}
