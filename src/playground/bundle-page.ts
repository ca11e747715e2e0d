import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const entry = fileURLToPath(new URL("page/main.ts", import.meta.url));

/**
 * Joins the page's modules into one, in memory.
 *
 * @throws where a module does not parse or is not found.
 */
export async function bundlePage(): Promise<string> {
  const bundle = await rolldown({ input: entry, platform: "browser", logLevel: "silent" });
  try {
    const { output } = await bundle.generate({ format: "esm", minify: true, codeSplitting: false });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}
