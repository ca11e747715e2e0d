import { DatabaseSync } from "node:sqlite";
import { searchTexts, type TextSearch } from "../engine.ts";

/** A full-text table in memory; any of the question's terms may match, the best by BM25 come first. */
export function searchFts5(tokenizer: string, termsOf: (question: string) => readonly string[]) {
  return searchTexts((texts): TextSearch => {
    const database = new DatabaseSync(":memory:");
    database.exec(`CREATE VIRTUAL TABLE texts USING fts5(text, tokenize = '${tokenizer}')`);
    const insert = database.prepare("INSERT INTO texts (rowid, text) VALUES (?, ?)");
    database.exec("BEGIN");
    for (const [id, text] of texts.entries()) insert.run(id + 1, text);
    database.exec("COMMIT");
    const select = database.prepare("SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?");
    return (question, limit) => {
      const terms = [...new Set(termsOf(question))].map((term) => `"${term.replaceAll('"', '""')}"`);
      if (terms.length === 0) return [];
      return select.all(terms.join(" OR "), limit).map(({ rowid }) => Number(rowid) - 1);
    };
  });
}

/** Runs of letters and digits: what both tokenizers can make something of. */
export function runs(question: string): string[] {
  return question.match(/[\p{L}\p{N}]+/gu) ?? [];
}
