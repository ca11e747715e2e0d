import MiniSearch from "minisearch";
import { type Engine, searchTexts } from "../engine.ts";
import { words } from "./words.ts";

export const engine: Engine = {
  name: "MiniSearch + Segmenter",
  settings: "tokenize by Intl.Segmenter",
  package: "minisearch",
  index: searchTexts((texts) => {
    const index = new MiniSearch<{ readonly id: number; readonly text: string }>({ fields: ["text"], tokenize: words });
    index.addAll(texts.map((text, id) => ({ id, text })));
    return (question, limit) =>
      index
        .search(question)
        .slice(0, limit)
        .map(({ id }) => Number(id));
  }),
};
