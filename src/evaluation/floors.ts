import { z } from "zod";
import type { Figures } from "./figures.ts";

const percent = z.number().min(0).max(100).optional();

/**
 * What each group must reach. Ceilings are `declinedWrongly`, the share of the answerable questions that are declined, and
 * `answeredWrongly`, the share of the unanswerable ones that are answered flatly.
 */
export const floorsSchema = z.record(
  z.string(),
  z.strictObject({ hit1: percent, hit3: percent, declinedWrongly: percent, answeredWrongly: percent }),
);

export type Floors = z.infer<typeof floorsSchema>;

/** Lists the figures that miss their floors, and every group with altered quotes; empty means that all is well. */
export function findBelowFloor(figures: ReadonlyMap<string, Figures>, floors: Floors): string[] {
  const altered = [...figures].filter(([, { alteredQuotes }]) => alteredQuotes > 0);
  return [
    ...altered.map(([group, { alteredQuotes }]) => `${group}: ${alteredQuotes} altered quotes, none is allowed`),
    ...Object.entries(floors).flatMap(([group, floor]) => belowFloor(group, figures.get(group), floor)),
  ];
}

function belowFloor(group: string, figures: Figures | undefined, floor: Floors[string]): string[] {
  if (!figures) return [`${group}: has a floor but no question`];
  const { hit1, hit3 } = figures.answered ?? {};
  return [
    ...atLeast(`${group}: hit@1`, hit1, floor.hit1),
    ...atLeast(`${group}: hit@3`, hit3, floor.hit3),
    ...atMost(`${group}: declined wrongly`, figures.withAnswer?.declined, floor.declinedWrongly),
    ...atMost(`${group}: answered wrongly`, figures.withoutAnswer?.answered, floor.answeredWrongly),
  ];
}

function atLeast(name: string, value: number | undefined, floor: number | undefined): string[] {
  if (floor === undefined || (value !== undefined && value >= floor)) return [];
  return [`${name} is ${value ?? "unknown"} %, its floor is ${floor} %`];
}

function atMost(name: string, value: number | undefined, ceiling: number | undefined): string[] {
  if (ceiling === undefined || (value ?? 0) <= ceiling) return [];
  return [`${name} is ${value} %, at most ${ceiling} % is allowed`];
}
