import { z } from "zod";
import type { Figures } from "./figures.ts";

const percent = z.number().min(0).max(100).optional();

/** What each group must reach; `declinedWrongly` is a ceiling. A declined answerable question counts as a miss. */
export const floorsSchema = z.record(
  z.string(),
  z.strictObject({ hit1: percent, hit3: percent, declinedRightly: percent, declinedWrongly: percent }),
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
  const { declinedRightly, declinedWrongly } = figures;
  return [
    ...atLeast(`${group}: hit@1`, hit1, floor.hit1),
    ...atLeast(`${group}: hit@3`, hit3, floor.hit3),
    ...atLeast(`${group}: declined rightly`, declinedRightly, floor.declinedRightly),
    ...(floor.declinedWrongly !== undefined && (declinedWrongly ?? 0) > floor.declinedWrongly
      ? [`${group}: declined wrongly is ${declinedWrongly} %, at most ${floor.declinedWrongly} % is allowed`]
      : []),
  ];
}

function atLeast(name: string, value: number | undefined, floor: number | undefined): string[] {
  if (floor === undefined || (value !== undefined && value >= floor)) return [];
  return [`${name} is ${value ?? "unknown"} %, its floor is ${floor} %`];
}
