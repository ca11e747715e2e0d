import { expect, test } from "vitest";
import { applySettings } from "../../src/admission/apply-settings.ts";
import { command, heard } from "../support/invocations.ts";

test("answers to commands are for the asker alone where the server has it so, unless they say otherwise", () => {
  const set = { isPrivate: true };
  expect(applySettings(command("ask"), set)).toMatchObject({ options: { private: true } });
  expect(applySettings(command("ask", { private: false }), set)).toMatchObject({ options: { private: false } });
  expect(applySettings(command("ask"), {})).toMatchObject({ options: {} });
  expect(applySettings(command("settings", {}, { subcommand: "set" }), set)).toMatchObject({ options: {} });
});

test("threads are offered unless the server has them off", () => {
  const channels = [{ offersThreads: false }, { offersThreads: true }, {}].map(
    (set) => applySettings(heard("x", "mention"), set).channel.offersThreads,
  );
  expect(channels).toEqual([false, undefined, undefined]);
});
