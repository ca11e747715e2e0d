import { createHash } from "node:crypto";
import type { EvaluationCase } from "./evaluation-case.ts";

/** Picks the same `count` questions every time, each with all the ways that it is asked. */
export function sampleCases(cases: readonly EvaluationCase[], count: number, seed: number): EvaluationCase[] {
  const ids = [...new Set(cases.map(({ id }) => id))];
  const places = new Map(ids.map((id) => [id, createHash("sha256").update(`${seed}\n${id}`).digest("hex")]));
  const byPlace = ids.toSorted((one, other) => ((places.get(one) ?? "") < (places.get(other) ?? "") ? -1 : 1));
  const chosen = new Set(byPlace.slice(0, count));
  return cases.filter(({ id }) => chosen.has(id));
}
