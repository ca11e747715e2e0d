import Fuse from "fuse.js";
import { type Engine, searchTexts } from "../engine.ts";
import { words } from "./words.ts";

export const engine: Engine = {
  name: "Fuse.js + Segmenter",
  settings: "useTokenSearch, tokenize by Intl.Segmenter",
  package: "fuse.js",
  index: searchTexts((texts) => {
    const fuse = new Fuse(texts, { ignoreLocation: true, useTokenSearch: true, tokenize: words });
    return (question, limit) => fuse.search(question, { limit }).map(({ refIndex }) => refIndex);
  }),
};
