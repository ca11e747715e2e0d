import type { Article } from "../../src/article/article.ts";
import { isoDay } from "../../src/community/days.ts";
import type { CommandInvocation, GivenOptions } from "../../src/invocation.ts";
import { citationForms } from "../../src/render/cite.ts";
import type { SelectOption } from "../../src/render/component.ts";
import { fitsControlId, writeControlId } from "../../src/render/control-id.ts";
import { tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { pageRows } from "../../src/render/page-buttons.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import type { Services } from "../../src/services.ts";
import { sayPrivately } from "./say.ts";

/** Discord's limits. */
const mostOptions = 25;
const longestOption = 100;

export interface ArticlesToOffer {
  readonly among: readonly Article[];
  /** Counted from 0; past the end means the last one. */
  readonly page: number;
  readonly head: string;
}

/** A command that waits for its article. */
export type WaitingCommand = Pick<CommandInvocation, "name" | "options">;

/**
 * Offers articles in a menu; the chosen one is taken for the same command with the same options. Gives nothing where
 * these have no room in it.
 */
export function offerArticles(
  { name, options, locale }: WaitingCommand & { readonly locale: Locale },
  services: Services,
  { among, page, head }: ArticlesToOffer,
): MessageReply | undefined {
  const pages = Math.max(1, Math.ceil(among.length / mostOptions));
  const at = Math.min(Math.max(page, 0), pages - 1);
  const stateOf = (to: number): readonly string[] => [String(to), ...writeCommand({ name, options })];
  if (!fitsControlId("choose", ["=", ...stateOf(pages - 1)])) return undefined;
  const say = phrases[locale].places.choose;
  const offered = among.slice(at * mostOptions, (at + 1) * mostOptions);
  const place = pages > 1 ? [`-# ${phrases[locale].page(at + 1, pages)} · ${say.type}`] : [];
  return sayPrivately([head, ...place].join("\n"), [
    {
      kind: "select",
      customId: writeControlId("choose", ["=", ...stateOf(at)]),
      placeholder: say.placeholder,
      options: writeOptions(offered, services, locale),
    },
    ...pageRows({ name: "choose", stateOf, page: at, pages, locale }),
  ]);
}

/** Same titles are told apart by their ids, and by when they were brought. */
function writeOptions(offered: readonly Article[], services: Services, locale: Locale): SelectOption[] {
  const counts = new Map<string, number>();
  for (const { title } of services.library.articles.values()) counts.set(title, (counts.get(title) ?? 0) + 1);
  const options = offered.map((article): SelectOption => {
    const { id, title } = article;
    const details =
      (counts.get(title) ?? 0) > 1 ? [id, ...describe(article, services, locale)] : title === id ? [] : [id];
    const description = tidyLine(details.join(" · "), longestOption);
    const label = tidyLine(title, longestOption) || tidyLine(id, longestOption);
    return { label, value: valueOf(article), ...(description !== "" && { description }) };
  });
  return [...new Map(options.map((option) => [option.value, option])).values()];
}

function describe({ id, date }: Article, { guild }: Services, locale: Locale): string[] {
  const say = phrases[locale].places.choose;
  const record = guild?.state.article.get(id);
  const brought = record?.versions.find(({ version }) => version === record.active)?.at;
  if (brought !== undefined) return [say.brought(isoDay(brought))];
  return [...(guild ? [say.shared] : []), ...(date === undefined ? [] : [date])];
}

/** An id that is too long for an option gives way to the text's hash. */
function valueOf({ id, version }: Article): string {
  return id.length <= longestOption ? id : `#${version}`;
}

/** Finds what was chosen; it comes from outside, so that anything may stand there. */
export function readChosen(value: string, { library: { articles } }: Services): Article | undefined {
  return articles.get(value) ?? articles.values().find(({ version }) => value === `#${version}`);
}

/** Name, whether only the asker is to see it (`p`) and sentences stay without numbers (`b`), form, reference: `read:p::§2 ¶1:3`. */
function writeCommand({ name, options }: WaitingCommand): string[] {
  const flags = [options["private"] === true ? "p" : "", options["numbers"] === false ? "b" : ""].join("");
  return [name, flags, String(options["form"] ?? ""), ...String(options["reference"] ?? "").split(":")];
}

/** Reads it back; it may come from anybody. */
export function readCommand([name = "", flags = "", form = "", ...reference]: readonly string[]): WaitingCommand {
  const known = citationForms.find((each) => each === form);
  const written = reference.join(":");
  const options: GivenOptions = {
    ...(flags.includes("p") && { private: true }),
    ...(flags.includes("b") && { numbers: false }),
    ...(known && { form: known }),
    ...(written !== "" && { reference: written }),
  };
  return { name, options };
}
