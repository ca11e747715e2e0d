import { enableCompileCache } from "node:module";
import process from "node:process";

enableCompileCache();
const { runTerminal } = await import("./terminal/run-terminal.ts");
process.exitCode = await runTerminal(process.argv.slice(2), {
  environment: process.env,
  directory: process.cwd(),
  output: process.stdout,
  errors: process.stderr,
});
