import type { Engine } from "../engine.ts";
import { runs, searchFts5 } from "./fts5.ts";

export const engine: Engine = {
  name: "FTS5 unicode61",
  settings: "any word of the question",
  index: searchFts5("unicode61", runs),
};
