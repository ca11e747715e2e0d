import { defineConfig } from "vitest/config";
import { compileCache } from "./test/support/compile-cache.ts";

const browserTests = "test/playground/browser/**/*.test.ts";
const patternTests = "test/regular-expressions/**/*.test.ts";
const linearTests = "test/**/*.linear.test.ts";

export default defineConfig({
  test: {
    restoreMocks: true,
    // Nothing is proved by these: a machine that is many times slower or busy with other things takes its time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    setupFiles: "test/support/patience.ts",
    // For the threads and processes that tests start, whose work is mostly loading.
    env: compileCache,
    // Many files wait for processes, databases or timers; by themselves they would leave a core idle.
    maxWorkers: "150%",
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/bench/**", browserTests, patternTests, linearTests],
          // Files share what they import, dictionaries above all; nothing keeps state in modules.
          isolate: false,
        },
      },
      {
        extends: true,
        // Apart, since counting covered lines makes it take five times as long, and it covers none.
        test: { name: "patterns", include: [patternTests] },
      },
      {
        extends: true,
        // Apart, since they count what V8 counts for the coverage.
        test: {
          name: "linear",
          include: [linearTests],
          setupFiles: ["test/support/count-from-start.ts", "test/support/patience.ts"],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: [browserTests],
          globalSetup: "test/support/require-chromium.ts",
          // Each process has one browser for all its files: starting costs more than most tests.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    coverage: {
      provider: "v8",
      // The pure half of the house; what speaks to Discord or the terminal is tested through its own door.
      include: ["src/{text,languages,article,search,answer,render}/**/*.ts", "commands/**/*.ts"],
      reporter: ["text-summary", "html", "json-summary"],
      thresholds: { lines: 90, functions: 90, statements: 90, branches: 80 },
    },
  },
});
