import { expect, test } from "vitest";
import { createBar } from "../../src/admission/bar.ts";
import { words } from "../../src/render/words/all.ts";
import { heard } from "../support/invocations.ts";

const bar = createBar({ commands: [], controls: [] });

test("tells whoever asks where only others may", () => {
  const content = expect.stringContaining(words.en.mayNotAsk);
  expect(bar(heard("Why?", "mention"))).toMatchObject({ private: true, content });
});

test.for([
  { name: "who meant others", invocation: heard("[[§1]]", "none") },
  { name: "who only shows a picture", invocation: heard("", "direct", { showsMore: true }) },
])("says nothing to somebody $name", ({ invocation }) => expect(bar(invocation)).toEqual({ kind: "silence" }));
