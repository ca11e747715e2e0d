import { Command } from "commander";
import { wholeNumberTo } from "../../src/terminal/parse-number.ts";
import { readOptions } from "../support/read-options.ts";
import { fuzz } from "./fuzz.ts";

const program = new Command("npm run fuzz")
  .usage("[-- options]")
  .description(
    "Makes up articles and what people do with them, takes them the whole way, and checks all that the bot says and logs.",
  )
  .option("--inputs <count>", "how many things are asked, buttons counted", wholeNumberTo(100_000_000), 10_000)
  .option("--seed <number>", "where made-up cases begin; a failure names its own", wholeNumberTo(2_000_000_000), 1)
  .option("--shrink", "look for the smallest case that fails, which takes long", false)
  .addHelpText("after", "\nLeaves with 1 at the first case that fails. 10,000 inputs take about a minute.");
const { inputs, seed, shrink } = readOptions<{ inputs: number; seed: number; shrink: boolean }>(program);
let told = 0;
try {
  const counts = await fuzz({
    inputs,
    seed,
    shrinks: shrink,
    onProgress: ({ inputs: done }) => {
      if (Math.floor(done / 5000) === told) return;
      told = Math.floor(done / 5000);
      console.log(`${done} inputs`);
    },
  });
  console.log(`${counts.inputs} inputs to ${counts.articles} articles, ${counts.refused} refused: nothing wrong`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
