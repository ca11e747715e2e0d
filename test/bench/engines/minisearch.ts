import MiniSearch from "minisearch";
import { type Engine, searchTexts } from "../engine.ts";

export const engine: Engine = {
  name: "MiniSearch",
  settings: "as it comes",
  package: "minisearch",
  index: searchTexts((texts) => {
    const index = new MiniSearch<{ readonly id: number; readonly text: string }>({ fields: ["text"] });
    index.addAll(texts.map((text, id) => ({ id, text })));
    return (question, limit) =>
      index
        .search(question)
        .slice(0, limit)
        .map(({ id }) => Number(id));
  }),
};
