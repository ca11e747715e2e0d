import type { Services } from "../../src/services.ts";
import type { Row } from "../../src/render/component.ts";
import { fitsControlId, writeControlId } from "../../src/render/control-id.ts";
import { tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { suggestForReader } from "./complete.ts";

const mostExamples = 4;
/** More is cut off where a button is shown. */
const longestLabel = 38;

/** Makes buttons that ask a question; the question itself is their state. */
export function exampleRows(services: Services, locale: Locale): Row[] {
  const suggested = suggestForReader(services, locale);
  const questions = [...new Set(suggested.map((question) => tidyLine(question, question.length)))];
  return questions
    .filter((question) => question !== "" && question.length <= longestLabel)
    .filter((question) => fitsControlId("try", question.split(":")))
    .slice(0, mostExamples)
    .map((question): Row => ({
      kind: "buttons",
      buttons: [
        { kind: "action", customId: writeControlId("try", question.split(":")), label: question, style: "secondary" },
      ],
    }));
}
