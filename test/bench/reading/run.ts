import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { z } from "zod";
import { loadFormat } from "../../../src/article/formats/all.ts";
import { listOf, numberIn, readOptions } from "../../support/read-options.ts";
import { startFlags } from "../start-flags.ts";
import { writeAs } from "./files.ts";
import { type Ending, type Shape, shapes } from "./inputs.ts";

/**
 * Measures reading a file (from its bytes to an article) in each kind of file and each shape of text, at two sizes: time
 * and peak memory, each in a process of its own. Files are made up by seeded numbers; it stops by itself.
 */
const longest = { milliseconds: 3000, megabytes: 400 };
const root = fileURLToPath(new URL("../../..", import.meta.url));

const program = new Command("npm run bench:reading")
  .usage("[-- options]")
  .description("Measures time and memory of reading files of every kind and shape, in a process for each.")
  .option("--only <filter>", "what the name of a row must hold, such as .pdf or prose", "")
  .option(
    "--sizes <megabytes>",
    "how large the text is, parted by commas",
    listOf(numberIn({ least: 0.01, most: 50 })),
    [1, 5],
  )
  .option("--limit <seconds>", "until a process is stopped", numberIn({ least: 1, most: 3600 }), 60)
  .addHelpText(
    "after",
    `\nSizes are those of the text in UTF-8; a packed file is smaller. Behind a row stands SLOW where it took more than ${longest.milliseconds / 1000} s or
${longest.megabytes} MB at any size, and what was refused. “ms/MB” is processor time for a megabyte at the largest size, “times” how much more that is than at the smallest: 1 is linear.
Kinds of files that the program does not read are passed over. All of it takes some minutes.`,
  );
interface Options {
  readonly only: string;
  /** In megabytes. */
  readonly sizes: readonly number[];
  /** In seconds. */
  readonly limit: number;
}

const { only, sizes, limit: seconds } = readOptions<Options>(program);

const measuredSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("read"),
    milliseconds: z.number(),
    processor: z.number(),
    megabytes: z.number(),
    sentences: z.number(),
  }),
  z.object({
    kind: z.literal("refused"),
    milliseconds: z.number(),
    processor: z.number(),
    megabytes: z.number(),
    reason: z.string(),
  }),
]);
type Measured = z.infer<typeof measuredSchema> | { readonly kind: "stopped"; readonly reason: string };

const folder = mkdtempSync(join(tmpdir(), "yuanwen-reading-"));
try {
  printHead();
  for (const shape of shapes) {
    for (const ending of shape.endings) if (rowName(shape, ending).includes(only)) await measureRow(shape, ending);
  }
} finally {
  rmSync(folder, { recursive: true });
}

function rowName(shape: Shape, ending: Ending): string {
  return `${shape.name} .${ending}`;
}

function printHead(): void {
  const columns = sizes.flatMap((size) => [`${size} MB: ms`, "of CPU", "MB"].map((text) => text.padStart(10)));
  console.log(`${"".padEnd(28)}${columns.join("")}${"ms/MB".padStart(8)}${"times".padStart(7)}  sentences`);
}

async function measureRow(shape: Shape, ending: Ending): Promise<void> {
  const isKnown = await loadFormat(`test.${ending}`).then(
    () => true,
    () => false,
  );
  if (!isKnown) return;
  const all: Measured[] = [];
  for (const size of sizes) {
    const path = join(folder, "text");
    writeFileSync(path, writeAs(ending, shape.write(size * 1_000_000)));
    const measured = await read(path, `test.${ending}`);
    all.push(measured);
    if (measured.kind === "stopped") break;
  }
  printRow(rowName(shape, ending), all);
}

function printRow(name: string, all: readonly Measured[]): void {
  const perMegabyte = all.map((one, index) => ("processor" in one ? one.processor / (sizes[index] ?? 1) : Number.NaN));
  const cells = sizes.map((_, index) => {
    const one = all[index];
    const figures = one && "milliseconds" in one ? [one.milliseconds, one.processor, one.megabytes] : [];
    return ["", "", ""].map((text, at) => (figures[at]?.toFixed(0) ?? text).padStart(10)).join("");
  });
  const times = (perMegabyte.at(-1) ?? 0) / (perMegabyte[0] ?? 1);
  const isSlow = all.some(
    (one) =>
      one.kind === "stopped" ||
      ("milliseconds" in one &&
        (Math.min(one.milliseconds, one.processor) > longest.milliseconds || one.megabytes > longest.megabytes)),
  );
  const said = all.map((one) => (one.kind === "read" ? one.sentences : "reason" in one ? one.reason : "")).at(-1);
  const shown = all.length < sizes.length || Number.isNaN(times) ? "" : times.toFixed(1);
  console.log(
    `${name.padEnd(28)}${cells.join("")}${(perMegabyte.findLast((one) => !Number.isNaN(one))?.toFixed(0) ?? "").padStart(8)}${shown.padStart(7)}  ${said}${isSlow ? "  SLOW" : ""}`,
  );
}

async function read(path: string, name: string): Promise<Measured> {
  const child = spawn(process.execPath, [...startFlags, "test/bench/reading/read.ts", path, name], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [output, errors, late] = ["", "", false];
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const tooLong = setTimeout(() => {
    late = true;
    child.kill("SIGKILL");
  }, seconds * 1000);
  await once(child, "close");
  clearTimeout(tooLong);
  if (late) return { kind: "stopped", reason: `stopped after ${seconds} s` };
  const last = output.trim().split("\n").at(-1) ?? "";
  if (!last.startsWith("{"))
    return {
      kind: "stopped",
      reason: `failed: ${
        errors
          .trim()
          .split("\n")
          .find((text) => /error/iu.test(text)) ?? ""
      }`,
    };
  return measuredSchema.parse(JSON.parse(last));
}
