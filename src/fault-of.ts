import type { Invocation } from "./invocation.ts";
import { blotShared } from "./text/blot-shared.ts";

/** What the log is told of a fault. */
export interface Fault {
  readonly name: string;
  /** Without anything that somebody wrote. */
  readonly message: string;
  /** The places in the code alone. */
  readonly stack: readonly string[];
  readonly cause?: Fault | undefined;
}

/** A cause may have a cause, and so on; further down nothing new is told. */
const deepest = 3;

/** Tells of a fault without what somebody wrote, which messages of errors like to repeat. */
export function faultOf(error: unknown, invocation: Invocation): Fault {
  return tell(error, [...writtenIn(invocation)], deepest);
}

function tell(error: unknown, written: readonly string[], depth: number): Fault {
  if (!(error instanceof Error)) return { name: typeof error, message: blotShared(String(error), written), stack: [] };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /u.test(line));
  const cause = error.cause === undefined || depth === 0 ? {} : { cause: tell(error.cause, written, depth - 1) };
  const stack = frames.map((line) => line.trim());
  return { name: error.name, message: blotShared(error.message, written), stack, ...cause };
}

/** Every string in what was handed in, but for what it is called by. */
function* writtenIn(value: unknown): Generator<string> {
  if (typeof value === "string") {
    yield value;
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) if (!names.has(key)) yield* writtenIn(inner);
}

const names: ReadonlySet<string> = new Set(["id", "guildId", "parentId", "kind", "locale", "addressed"]);
