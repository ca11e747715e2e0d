import { Command } from "commander";
import { checkout, numberIn, oneOf, readOptions, wholeNumberIn } from "../support/read-options.ts";
import { describe, printCounted, promise, tellMachine } from "./print-findings.ts";
import { setStage } from "./stage/set-stage.ts";
import { type Upgraded, upgradeUnderLoad } from "./upgrade-under-load.ts";

/**
 * `npm run upgrade -- --before ../before --store postgres|sqlite`: two replicas of an older checkout write a store, and are replaced by
 * this one's, one after the other, while people go on. Leaves with 1 where anything confirmed is lost or anybody gets no answer.
 */
const program = new Command("npm run upgrade")
  .usage("-- --before FOLDER [options]")
  .description("Upgrades two replicas one after the other under load, on a store that an older version wrote.")
  .requiredOption("--before <folder>", "a checkout of the version before, with its packages installed", checkout)
  .option("--store <store>", "postgres or sqlite", oneOf(["postgres", "sqlite"]), "postgres")
  .option("--seconds <number>", "how long before, between and behind the two", numberIn({ least: 1, most: 3600 }), 15)
  .option("--rate <number>", "questions a second", numberIn({ least: 0.1, most: 1000 }), 10)
  .option(
    "--changers <number>",
    "people who publish, replace, teach and set",
    wholeNumberIn({ least: 1, most: 50 }),
    3,
  );
interface Options extends Readonly<Record<"seconds" | "rate" | "changers", number>> {
  readonly before: string;
  readonly store: "postgres" | "sqlite";
}

const options = readOptions<Options>(program);
const stage = await setStage({ replicas: 2, store: options.store, root: options.before });
console.log(`two replicas of ${options.before} on ${options.store}; logs in ${stage.folder}`);
let upgraded: Upgraded;
try {
  upgraded = await upgradeUnderLoad(stage, { ...options, hear: (told) => console.log(told) });
} finally {
  await stage.cleanup.run();
}
process.exitCode = judge(upgraded) ? 0 : 1;

function judge({ phases, confirmed, there, losses, silence }: Upgraded): boolean {
  for (const { name, questions, changes } of phases) {
    console.log(`\n${name}`);
    printCounted("questions", questions);
    printCounted("changes", changes);
  }
  console.log(`\nthe longest time without an answer: ${silence.toFixed(0)} ms`);
  const all = phases.flatMap(({ questions, changes }) => [...questions, ...changes]);
  const failed = all.filter(({ ending }) => !["answered", "told", "late"].includes(ending));
  const late = all.filter(({ ending }) => ending === "late");
  // Too much at once is no matter of versions.
  const refusedChanges = phases.flatMap(({ name, changes }) =>
    changes
      .filter(({ ending, detail }) => ending === "told" && !detail.startsWith("I am asked more"))
      .map((each) => `${name}: ${describe(each)}`),
  );
  const { twice, invalid } = stage.witness;
  console.log(tellMachine());
  return [
    promise(`nothing confirmed is lost: ${confirmed} confirmed, ${there} there`, losses),
    promise("nobody is left without an answer", failed.map(describe)),
    promise("nobody waits three seconds", late.map(describe)),
    promise("changes go on being made all the while", refusedChanges),
    promise("nothing is answered twice", twice),
    promise("no request that Discord refuses", invalid),
  ].every(Boolean);
}
