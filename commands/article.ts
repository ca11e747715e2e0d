import type { Article } from "../src/article/article.ts";
import { countContent } from "../src/article/article.ts";
import { remember } from "../src/languages/remember.ts";
import type { Command } from "../src/command.ts";
import type { CommandInvocation } from "../src/invocation.ts";
import type { Services } from "../src/services.ts";
import { escapeInline, escapeLine, tidyLine } from "../src/render/escape.ts";
import type { Locale } from "../src/render/locale.ts";
import { phrases } from "../src/render/phrases/all.ts";
import { loadTogether } from "../src/text/not-loaded.ts";
import type { MessageReply, Reply } from "../src/render/reply.ts";
import { sourceButton } from "../src/render/source-button.ts";
import { chooseAnyArticle } from "./parts/choose-article.ts";
import { complete } from "./parts/complete.ts";
import { articleOption, declareCommand, named, privateDescription, privateName } from "./parts/declare.ts";

/** Tells which articles are in use; more than a few are named alone. */
export const article: Command = {
  declaration: declareCommand(
    ["article", "文章", "文章"],
    [
      "Show what is in use: title, source, version, size",
      "显示所用文章：标题、来源、版本、篇幅",
      "顯示所用文章：標題、來源、版本、篇幅",
    ],
  )
    .addStringOption(articleOption)
    .addBooleanOption((option) => named(option, privateName, privateDescription))
    .toJSON(),
  run: describe,
  complete,
};

const mostDescribed = 3;
const mostNotes = 4;

function describe({ options, locale }: CommandInvocation, { library }: Services): Reply {
  const chosen = chooseAnyArticle(library, options, locale);
  if (chosen.kind === "reply") return chosen.reply;
  const all = chosen.kind === "article" ? [chosen.article] : [...library.articles.values()];
  const described = loadTogether(all.slice(0, mostDescribed).map((each) => () => describeArticle(each, locale)));
  const others = all
    .slice(mostDescribed, 20)
    .map(({ id, title }) => `- \`${id}\` ${escapeInline(tidyLine(title, 40))}`);
  const only = all.length === 1 ? all[0] : undefined;
  const link = only ? sourceButton(only, { start: 0, end: 0 }, phrases[locale].buttons.source) : [];
  return {
    kind: "message",
    content: [...described, ...others].join("\n"),
    private: options["private"] === true,
    quotes: [],
    components: link.length > 0 ? [{ kind: "buttons", buttons: link }] : [],
  } satisfies MessageReply;
}

function describeArticle(
  { id, title, source, version, language, date, attribution, original, sections, leftOut }: Article,
  locale: Locale,
): string {
  const say = phrases[locale].article;
  const from = [source.name, source.address].flatMap((part) => (part === undefined ? [] : [show(part, 120)]));
  const counts = countIn(sections);
  // Marks and the times of subtitles are no passages.
  const passages = leftOut.filter(({ reason }) => reason !== "markup" && reason !== "cue").length;
  return [
    `**${escapeLine(tidyLine(title, 100)) || id}** \`${id}\``,
    `${say.source}: ${from.join(" · ") || say.unknown}`,
    `${say.date}: ${date ?? say.unknown}`,
    `${say.language}: ${language}`,
    say.counts(counts.sections, counts.paragraphs, counts.sentences),
    ...(passages > 0 ? [say.leftOut(passages)] : []),
    ...(attribution === undefined ? [] : [`${say.attribution}: ${show(attribution, 150)}`]),
    ...(original
      ? [
          `${say.format}: ${[original.format, ...original.notes.slice(0, mostNotes)].map((part) => show(part, 120)).join(" · ")}`,
        ]
      : []),
    `-# ${say.version}: ${version}`,
    ...(original ? [`-# ${say.original}: ${original.sha256}`] : []),
  ].join("\n");
}

const countIn = remember(countContent);

function show(text: string, mostCharacters: number): string {
  return escapeInline(tidyLine(text, mostCharacters));
}
