import { writeSync } from "node:fs";
import { randomBytes } from "node:crypto";
import type { Change, Content, Write } from "../../../src/community/change.ts";
import { openStore, type StorePlace } from "../../../src/store/open-store.ts";
import { digest } from "../../../src/store/pack-content.ts";

/** Brings, replaces and teaches until the process is killed; prints the server and the id of each change once it is confirmed. */
const [run = "", place = "{}"] = process.argv.slice(2);
const store = await openStore(JSON.parse(place) as StorePlace);
for (let at = 0; ; at += 1) {
  const guild = String(1 + Math.floor(Math.random() * 3));
  const id = `${run}-${at}`;
  const { revision } = await store.read(guild);
  const { kind } = await store.change(await makeUp({ id, guild, revision }));
  if (kind === "made") writeSync(1, `${guild} ${id}\n`);
}

async function makeUp({ id, guild, revision }: Pick<Change, "id" | "guild" | "revision">): Promise<Change> {
  const dice = Math.random();
  const base = { id, guild, revision, by: "7", at: Date.now(), subject: id };
  if (dice < 0.4) return { ...base, name: "taught", writes: [taught(id, 0)], contents: [] };
  // An article is brought, or replaced together with what was taught of it.
  const [original, packed] = [await makeContent(), await makeContent()];
  const article = `article-${Math.floor(Math.random() * 5)}`;
  const record = { active: original.sha256, versions: [{ original: original.sha256, packed: packed.sha256, by: id }] };
  const carried = dice < 0.7 ? [] : Array.from({ length: 40 }, (_, at) => taught(id, at));
  const writes: Write[] = [{ kind: "article", key: article, before: undefined, after: record }, ...carried];
  return { ...base, name: dice < 0.7 ? "article-published" : "article-replaced", writes, contents: [original, packed] };
}

function taught(id: string, at: number): Write {
  const after = Math.random() < 0.2 ? undefined : { question: `Question ${at}?`, change: id };
  return { kind: "taught", key: String(at), before: undefined, after };
}

/** Half of it can be packed. */
async function makeContent(): Promise<Content> {
  const bytes = randomBytes(1 + Math.floor(Math.random() * 200_000));
  bytes.fill(0x61, bytes.length >> 1);
  return { sha256: await digest(bytes), bytes };
}
