import { createHash } from "node:crypto";

/** The hash of several things in their order, none of which runs into the next. */
export function hashParts(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${typeof part === "string" ? "text" : "bytes"} ${part.length} `).update(part);
  return hash.digest("hex");
}
