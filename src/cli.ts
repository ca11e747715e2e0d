import { enableCompileCache } from "node:module";
import process from "node:process";

/** What sysexits.h calls EX_SOFTWARE: Node's own 1 would say that a question was declined. */
const FAULT = 70;
/** EX_IOERR. */
const OUTPUT_LOST = 74;

enableCompileCache();
// A reader that has seen enough, such as `head`, closes the pipe; that is no fault. A full disk is.
process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  if (code === "EPIPE") process.exit();
  process.stderr.write(`the output cannot be written: ${message}\n`);
  process.exit(OUTPUT_LOST);
});
// Nobody is left to be told.
process.stderr.on("error", () => {});
try {
  const { runTerminal } = await import("./terminal/run-terminal.ts");
  process.exitCode = await runTerminal(process.argv.slice(2), {
    environment: process.env,
    directory: process.cwd(),
    // Opened by the commands that read it alone.
    get input() {
      return process.stdin;
    },
    output: process.stdout,
    errors: process.stderr,
    now: () => performance.now(),
  });
} catch (error) {
  console.error(error);
  process.exitCode = FAULT;
}
