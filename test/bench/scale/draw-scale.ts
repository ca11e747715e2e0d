import { drawCurves } from "../draw-curves.ts";
import { stack } from "../svg.ts";
import { bareNames, ownNames, type ScaleResult } from "./results.ts";

/** Draws how long candidates take to be found, by the number of passages. */
export function drawScale({ sizes }: ScaleResult): string {
  const owns = (["memory", "file", "database"] as const).map((kind) => ({
    name: ownNames[kind],
    points: sizes.flatMap(({ passages, own }) => {
      const p50 = own.find((one) => one.kind === kind)?.again.search?.p50;
      return p50 === undefined ? [] : [{ x: passages, y: p50 }];
    }),
  }));
  const bares = (["FTS5", "GIN", "RUM"] as const).map((kind) => ({
    name: bareNames[kind],
    points: sizes.flatMap(({ passages, bare }) => {
      const p50 = bare.find((one) => one.kind === kind)?.search.p50;
      return p50 === undefined ? [] : [{ x: passages, y: p50 }];
    }),
  }));
  const curves = [...owns, ...bares].filter(({ points }) => points.length > 0);
  const title = "How long it takes to find the passages that may answer, by the number there are (half take less)";
  return stack([drawCurves({ title, curves, unit: "ms" })]);
}
