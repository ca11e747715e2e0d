import { createRequire } from "node:module";
import { type Engine, searchTexts } from "../engine.ts";

/** What is used of lunr, which brings no types. */
interface Lunr {
  (build: (this: LunrBuilder) => void): LunrIndex;
  readonly zh: { readonly tokenizer: (text: string) => readonly { toString(): string }[] };
}
interface LunrBuilder {
  use(plugin: unknown): void;
  ref(name: string): void;
  field(name: string): void;
  add(document: object): void;
}
interface LunrIndex {
  query(build: (query: { term(term: string, options: object): void }) => void): readonly { readonly ref: string }[];
}

/** The question is cut by the same tokenizer: lunr's own `search` cuts at white space alone. */
export const engine: Engine = {
  name: "lunr-zh",
  settings: "lunr-languages zh with @node-rs/jieba",
  package: "lunr-languages",
  index: searchTexts((texts) => {
    const lunr = loadLunr();
    const index = lunr(function build() {
      this.use(lunr.zh);
      this.ref("id");
      this.field("text");
      for (const [id, text] of texts.entries()) this.add({ id, text });
    });
    return (question, limit) => {
      const terms = new Set(lunr.zh.tokenizer(question).map(String));
      const found = index.query((query) => {
        for (const term of terms) query.term(term, {});
      });
      return found.slice(0, limit).map(({ ref }) => Number(ref));
    };
  }),
};

function loadLunr(): Lunr {
  const require = createRequire(import.meta.url);
  const lunr: Lunr = require("lunr");
  if (!("zh" in lunr)) {
    require("lunr-languages/lunr.stemmer.support.js")(lunr);
    require("lunr-languages/lunr.zh.js")(lunr);
  }
  return lunr;
}
