import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Command } from "commander";
import { makeSchema } from "../../support/postgres.ts";
import { oneOf, readOptions, wholeNumberIn } from "../../support/read-options.ts";
import { killBots } from "./kill-bots.ts";
import { killWriters } from "./kill-writers.ts";

interface Options {
  readonly kills: number;
  readonly store: "sqlite" | "postgres";
  readonly wholeBot: boolean;
}

/** Leaves with 1 where anything was lost. */
const program = new Command("npm run crash --")
  .description("Kills writers without warning, again and again, and tells what of it is missing or half there.")
  .option("--kills <number>", "how often", wholeNumberIn({ least: 1, most: 1_000_000 }), 100)
  .option("--store <store>", "sqlite, or postgres within .ci/with-postgres", oneOf(["sqlite", "postgres"]), "sqlite")
  .option("--whole-bot", "people publish, replace and teach at a local Discord, and the bot is killed", false);
const values = readOptions<Options>(program);
const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-crash-"));
const schema = values.store === "postgres" ? await makeSchema() : undefined;
const place = { file: path.join(folder, "store.db"), url: schema?.url };
const kill = values.wholeBot ? killBots : killWriters;
const { kills, confirmed, changes, losses } = await kill(place, values.kills);
await schema?.drop();
rmSync(folder, { recursive: true });
console.log(
  `${values.store}: ${kills} kills, ${confirmed} changes confirmed, ${changes} there, ${losses.length} lost or half there`,
);
for (const loss of losses) console.log(`  ${loss}`);
process.exitCode = losses.length > 0 ? 1 : 0;
