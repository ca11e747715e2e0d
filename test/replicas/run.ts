import { setTimeout as wait } from "node:timers/promises";
import { Command } from "commander";
import { numberIn, readOptions, wholeNumberIn } from "../support/read-options.ts";
import { createUnderFire, type Findings } from "./under-fire.ts";
import { printFindings } from "./print-findings.ts";
import { setStage } from "./stage/set-stage.ts";

/**
 * `npm run replicas -- --minutes 10 --rate 20`: two replicas behind the proxy share a database while people ask and change things; a
 * replica is killed every minute, the database restarted twice, the proxy cut once. Leaves with 1 where a promise broke.
 */
const program = new Command("npm run replicas")
  .usage("[-- options]")
  .description(
    "Two replicas under fire: what was confirmed must be there, nothing is answered twice, and errors are told.",
  )
  .option("--minutes <number>", "how long", numberIn({ least: 0.5, most: 240 }), 5)
  .option("--rate <number>", "questions a second", numberIn({ least: 0.1, most: 2000 }), 15)
  .option("--changers <number>", "people who publish, replace, teach and set", wholeNumberIn({ least: 1, most: 50 }), 4)
  .addHelpText(
    "after",
    "\nNeeds the programs of Debian's packages postgresql and nginx. Everything is on loopback and ends by itself.",
  );
const options = readOptions<Readonly<Record<"minutes" | "rate" | "changers", number>>>(program);
const stage = await setStage({ replicas: 2, store: "postgres" });
console.log(`two replicas, PostgreSQL and the proxy are up; logs in ${stage.folder}`);
let findings: Findings;
try {
  findings = await createUnderFire(stage, options).run();
  // What arrived before the end is told.
  await wait(100);
} finally {
  await stage.cleanup.run();
}
process.exitCode = printFindings(findings) ? 0 : 1;
