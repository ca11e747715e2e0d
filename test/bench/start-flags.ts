import { readFileSync } from "node:fs";
import { z } from "zod";

const manifest = z.object({ scripts: z.object({ start: z.string().startsWith("node ") }) });

/** What `npm start` gives to Node before the program's file, so that what is measured is what people run. */
export const startFlags: readonly string[] = manifest
  .parse(JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")))
  .scripts.start.split(" ")
  .filter((word) => word.startsWith("--"));
