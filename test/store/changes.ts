import { createHash } from "node:crypto";
import type { Change, Content, Write } from "../../src/community/change.ts";

export const made = {
  id: "c",
  guild: "1",
  revision: 1,
  by: "",
  at: 1,
  name: "taught",
  subject: "",
  writes: [],
} as const;

export function change(parts: Partial<Change>): Change {
  return { ...made, revision: 0, contents: [], ...parts };
}

export function write(key: string, after: unknown): Write {
  return { kind: "words", key, before: undefined, after };
}

export function content(text: string): Content {
  const bytes = new TextEncoder().encode(text);
  return { sha256: createHash("sha256").update(bytes).digest("hex"), bytes };
}
