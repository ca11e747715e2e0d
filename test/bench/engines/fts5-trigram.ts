import type { Engine } from "../engine.ts";
import { runs, searchFts5 } from "./fts5.ts";

export const engine: Engine = {
  name: "FTS5 trigram",
  settings: "any three characters of the question",
  index: searchFts5("trigram", (question) => runs(question).flatMap(trigrams)),
};

function trigrams(run: string): string[] {
  const characters = [...run];
  return characters.slice(2).map((_, at) => characters.slice(at, at + 3).join(""));
}
