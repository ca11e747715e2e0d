import type { GivenOptions } from "../../../src/invocation.ts";
import type { Bringing } from "./bring-file.ts";

/** What the options say of a document. */
export function givenDescription({
  title,
  language,
  source,
}: GivenOptions): Pick<Bringing, "title" | "language" | "source"> {
  return {
    title: title === undefined ? undefined : String(title),
    language: language === "zh" || language === "en" ? language : undefined,
    source: source === undefined ? undefined : String(source),
  };
}
