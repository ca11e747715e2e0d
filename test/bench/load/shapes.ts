import { type Shape, shapes as readingShapes } from "../reading/inputs.ts";

/** An article's shape and how it is written. */
export type LoadShape = Pick<Shape, "name" | "write">;

const lines: readonly LoadShape[] = [
  { name: "one-character lines", write: (bytes) => "a\n".repeat(bytes / 2) },
  { name: "short lines", write: (bytes) => fill(bytes, (at) => `line ${at} of many\n`) },
  {
    name: "sections",
    write: (bytes) => fill(bytes, (at) => `## Room ${at}\n\nThe lamp of room ${at} is lit at dusk.\n\n`),
  },
];

/** Every shape that can be asked for. */
export const shapes: readonly LoadShape[] = [...readingShapes, ...lines];

/** Those that are measured unless others are named: what people write, and what was ever slow. */
export const usual: readonly string[] = [
  "English prose",
  "Chinese prose",
  "one line",
  "sections",
  "lines > a",
  "*a **b",
  "spaces",
  "一",
  "one-character lines",
  "short lines",
];

function fill(bytes: number, write: (at: number) => string): string {
  const parts: string[] = [];
  for (let [at, length] = [1, 0]; length < bytes; at += 1) {
    const part = write(at);
    parts.push(part);
    length += part.length;
  }
  return parts.join("");
}
