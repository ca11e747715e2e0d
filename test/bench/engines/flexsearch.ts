import { Charset, Index } from "flexsearch";
import { type Engine, searchTexts } from "../engine.ts";

/** Without `suggest` every character of the question would have to be in the sentence. */
export const engine: Engine = {
  name: "FlexSearch",
  settings: "Charset.CJK, suggest",
  package: "flexsearch",
  index: searchTexts((texts) => {
    const index = new Index({ encoder: Charset.CJK, tokenize: "strict" });
    for (const [id, text] of texts.entries()) index.add(id, text);
    return (question, limit) => index.search({ query: question, limit, suggest: true }).map(Number);
  }),
};
