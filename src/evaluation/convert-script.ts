import { Converter } from "opencc-js";
import type { EvaluationCase } from "./evaluation-case.ts";

/** `tw` also puts Taiwan's words for the Mainland's; the others change characters only. */
export const scripts = ["hans", "hant", "tw"] as const;
export type Script = (typeof scripts)[number];

/** Writes questions in the other Chinese script, to hold one against the other; articles stay as they are. */
export function convertScript(cases: readonly EvaluationCase[], script: Script): EvaluationCase[] {
  const convert = converterTo(script);
  return cases.map((one) => ({ ...one, question: convert(one.question), context: one.context.map(convert) }));
}

function converterTo(script: Script): (text: string) => string {
  switch (script) {
    case "hans":
      return Converter({ from: "t", to: "cn" });
    case "hant":
      return Converter({ from: "cn", to: "t" });
    case "tw":
      return Converter({ from: "cn", to: "twp" });
  }
}
