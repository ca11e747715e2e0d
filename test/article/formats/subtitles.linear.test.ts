import { test } from "vitest";
import { subtitles } from "../../../src/article/formats/subtitles.ts";
import { expectLinear } from "../../support/expect-linear.ts";

const cue = "1\n00:00:01,000 --> 00:00:02,000\n<i>It is</i> so\n\n";

test.for([
  { name: "cues", begin: "", unit: cue },
  { name: "marks that do not end", begin: cue, unit: "<i" },
  { name: "lines of talk", begin: cue, unit: "- a\n" },
])("takes linear time for many $name", ({ begin, unit }) => {
  expectLinear(5000, (size) => subtitles.parse(begin + unit.repeat(size), { leaveOut: [], keep: [] }));
});
