import { outliveOutput, whenStopped } from "./watch-process.ts";

outliveOutput(process);
// From here on, since everything else takes a second to load: the first process of a container is not even ended by a
// signal that it does not listen to.
const stopped = whenStopped(process);
const loaded = await Promise.race([import("./run-program.ts"), stopped]);
// There is nothing to finish yet.
if (typeof loaded === "string") process.exit(0);
process.exitCode = await loaded.runProgram({ given: process.argv.slice(2), environment: process.env, stopped });
