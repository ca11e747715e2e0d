import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/bench/**"],
    restoreMocks: true,
    testTimeout: 20_000,
    coverage: {
      provider: "v8",
      // The pure half of the house; what speaks to Discord or the terminal is tested through its own door.
      include: ["src/{text,languages,article,search,answer,render}/**/*.ts", "commands/**/*.ts"],
      reporter: ["text-summary", "html", "json-summary"],
      thresholds: { lines: 90, functions: 90, statements: 90, branches: 80 },
    },
  },
});
