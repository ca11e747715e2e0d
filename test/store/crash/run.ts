import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { makeSchema } from "../../support/postgres.ts";
import { killBots } from "./kill-bots.ts";
import { killWriters } from "./kill-writers.ts";

/**
 * `npm run crash -- --kills 100 --store sqlite|postgres`: kills writers and tells what was lost; leaves with 1 where anything was.
 * With `--whole-bot` people publish, replace and teach at a local Discord, and the bot is killed.
 */
const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    store: { type: "string", default: "sqlite" },
    "whole-bot": { type: "boolean", default: false },
  },
});
const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-crash-"));
const schema = values.store === "postgres" ? await makeSchema() : undefined;
const place = { file: path.join(folder, "store.db"), url: schema?.url };
const kill = values["whole-bot"] ? killBots : killWriters;
const { kills, confirmed, changes, losses } = await kill(place, Number(values.kills));
await schema?.drop();
rmSync(folder, { recursive: true });
console.log(
  `${values.store}: ${kills} kills, ${confirmed} changes confirmed, ${changes} there, ${losses.length} lost or half there`,
);
for (const loss of losses) console.log(`  ${loss}`);
process.exitCode = losses.length > 0 ? 1 : 0;
