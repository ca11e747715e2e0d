import Fuse from "fuse.js";
import { type Engine, searchTexts } from "../engine.ts";

export const engine: Engine = {
  name: "Fuse.js",
  settings: "ignoreLocation",
  package: "fuse.js",
  index: searchTexts((texts) => {
    const fuse = new Fuse(texts, { ignoreLocation: true });
    return (question, limit) => fuse.search(question, { limit }).map(({ refIndex }) => refIndex);
  }),
};
