import { DatabaseSync } from "node:sqlite";
import { type BareEngine, inBatches } from "./bare-engine.ts";

/** A full-text table in a file that keeps no text; the best come first by its own BM25. */
export function bareFts5(file: string): BareEngine {
  const database = new DatabaseSync(file);
  // Letters of any script make words, and so do the signs that our terms hold.
  const tokenizer = `ascii tokenchars '-_.,:/+#%''&@'`;
  database.exec(`
    pragma journal_mode = wal; pragma synchronous = normal;
    create virtual table texts using fts5(terms, content = '', tokenize = "${tokenizer}")`);
  const insert = database.prepare("insert into texts (rowid, terms) values (?, ?)");
  const select = database.prepare("select rowid from texts where texts match ? order by rank limit ?");
  let place = 0;
  return {
    name: "SQLite FTS5",
    async index(passages) {
      for await (const some of inBatches(passages)) {
        database.exec("begin");
        for (const terms of some) {
          place += 1;
          insert.run(place, terms.join(" "));
        }
        database.exec("commit");
      }
    },
    async search(terms, limit) {
      if (terms.length === 0) return [];
      const query = terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(" OR ");
      return select.all(query, limit).map(({ rowid }) => Number(rowid) - 1);
    },
    async bytes() {
      database.exec("pragma wal_checkpoint(truncate)");
      const size = database.prepare("select page_count * page_size as bytes from pragma_page_count, pragma_page_size");
      return Number(size.get()?.["bytes"]);
    },
    async close() {
      database.close();
    },
  };
}
