import { create, insertMultiple, search } from "@orama/orama";
import { createTokenizer } from "@orama/tokenizers/mandarin";
import { type Engine, searchTexts } from "../engine.ts";

export const engine: Engine = {
  name: "Orama",
  settings: "@orama/tokenizers/mandarin",
  package: "@orama/orama",
  index: searchTexts(async (texts) => {
    const database = create({ schema: { text: "string" }, components: { tokenizer: createTokenizer() } });
    await insertMultiple(
      database,
      texts.map((text, id) => ({ id: String(id), text })),
    );
    return async (question, limit) => {
      const { hits } = await search(database, { term: question, limit });
      return hits.map(({ id }) => Number(id));
    };
  }),
};
