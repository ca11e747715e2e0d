import { withoutOuterMarks } from "./outer-marks.ts";
import { type Citation, takeCitation } from "./trailing-citation.ts";

/** Words that somebody says are a quote. */
export interface QuotedForm {
  readonly text: string;
  /** What stood behind them, where that is taken for a citation. */
  readonly citation?: Citation | undefined;
}

/**
 * A given text as it stands, and then with less and less of what people put around a quote: marks of a block quote, a
 * citation, quotation marks. The last one is the words alone.
 */
export function quotedForms(given: string): readonly [QuotedForm, ...QuotedForm[]] {
  let form: QuotedForm = { text: given.trim() };
  const forms: [QuotedForm, ...QuotedForm[]] = [form];
  for (;;) {
    const next = takeOff(form);
    if (!next) return forms;
    forms.push(next);
    form = next;
  }
}

function takeOff({ text, citation }: QuotedForm): QuotedForm | undefined {
  const unquoted = withoutLineMarks(text);
  if (unquoted !== text && unquoted !== "") return { text: unquoted, citation };
  const cited = citation ? undefined : takeCitation(text);
  if (cited) return cited;
  const bare = withoutOuterMarks(text).trim();
  return bare !== text && bare !== "" ? { text: bare, citation } : undefined;
}

/** Of a block quote: every line of it begins with a mark, but for those that go on with the one before. */
function withoutLineMarks(text: string): string {
  if (!text.startsWith(">")) return text;
  return text.replaceAll(/^[ \t]*(?:>[ \t]*)+/gmu, "").trim();
}
