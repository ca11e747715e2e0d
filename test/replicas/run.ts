import { setTimeout as wait } from "node:timers/promises";
import { Command } from "commander";
import { z } from "zod";
import { readCommandLine } from "../../src/read-command-line.ts";
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
  .option("--minutes <number>", "how long", "5")
  .option("--rate <number>", "questions a second", "15")
  .option("--changers <number>", "people who publish, replace, teach and set", "4")
  .addHelpText(
    "after",
    "\nNeeds the programs of Debian's packages postgresql and nginx. Everything is on loopback and ends by itself.",
  );
const line = readCommandLine<Record<"minutes" | "rate" | "changers", string>>(program, process.argv.slice(2));
if (line.kind === "exit") process.exit(line.code);
const options = z
  .object({
    minutes: z.coerce.number().min(0.5).max(240),
    rate: z.coerce.number().positive().max(2000),
    changers: z.coerce.number().int().min(1).max(50),
  })
  .safeParse(line.options);
if (!options.success) {
  process.stderr.write(`${z.prettifyError(options.error)}\n`);
  process.exit(2);
}
const stage = await setStage({ replicas: 2, store: "postgres" });
console.log(`two replicas, PostgreSQL and the proxy are up; logs in ${stage.folder}`);
let findings: Findings;
try {
  findings = await createUnderFire(stage, options.data).run();
  // What arrived before the end is told.
  await wait(100);
} finally {
  await stage.cleanup.run();
}
process.exitCode = printFindings(findings) ? 0 : 1;
