import type { Article, Original } from "../src/article/article.ts";
import { countContent } from "../src/article/article.ts";
import { countLeftOut } from "../src/article/count-left-out.ts";
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
const mostNamed = 20;
const mostNotes = 4;

function describe({ options, locale }: CommandInvocation, { library }: Services): Reply {
  const chosen = chooseAnyArticle(library, options, locale);
  if (chosen.kind === "reply") return chosen.reply;
  const all = chosen.kind === "article" ? [chosen.article] : [...library.articles.values()];
  const described = loadTogether(all.slice(0, mostDescribed).map((each) => () => describeArticle(each, locale)));
  const others = all
    .slice(mostDescribed, mostNamed)
    .map(({ id, title }) => `- \`${id}\` ${escapeInline(tidyLine(title, 40))}`);
  const more = all.length - mostNamed;
  const rest = more > 0 ? [`-# ${phrases[locale].article.more(more)}`] : [];
  const only = all.length === 1 ? all[0] : undefined;
  const link = only ? sourceButton(only, { start: 0, end: 0 }, phrases[locale].buttons.source) : [];
  return {
    kind: "message",
    content: [...described, ...others, ...rest].join("\n"),
    private: options["private"] === true,
    quotes: [],
    components: link.length > 0 ? [{ kind: "buttons", buttons: link }] : [],
  } satisfies MessageReply;
}

function describeArticle(described: Article, locale: Locale): string {
  const { id, title, source, version, language, date, attribution, original, sections } = described;
  const { article: say, labelled } = phrases[locale];
  const from = [source.name, source.address].flatMap((part) => (part === undefined ? [] : [show(part, 120)]));
  const counts = countIn(sections);
  const passages = countLeftOut(described);
  return [
    `**${escapeLine(tidyLine(title, 100)) || id}** \`${id}\``,
    labelled(say.source, from.join(" · ") || say.unknown),
    labelled(say.date, date ?? say.unknown),
    labelled(say.language, nameLanguage(language, locale)),
    say.counts(counts.sections, counts.paragraphs, counts.sentences),
    ...(passages > 0 ? [say.leftOut(passages)] : []),
    ...(attribution === undefined ? [] : [labelled(say.attribution, show(attribution, 150))]),
    ...(original ? [labelled(say.format, tellNotes(original).join(" · "))] : []),
    `-# ${labelled(say.version, version)}`,
    ...(original ? [`-# ${labelled(say.original, original.sha256)}`] : []),
  ].join("\n");
}

/** The first ones; more are counted. */
function tellNotes({ format, notes }: Original): string[] {
  const more = notes.length - mostNotes;
  return [...[format, ...notes.slice(0, mostNotes)].map((part) => show(part, 120)), ...(more > 0 ? [`+${more}`] : [])];
}

function nameLanguage(language: string, locale: Locale): string {
  const { languages } = phrases[locale].article;
  if (language === "zh" || language === "en") return languages[language];
  return new Intl.DisplayNames(locale, { type: "language" }).of(language) ?? language;
}

const countIn = remember(countContent);

function show(text: string, mostCharacters: number): string {
  return escapeInline(tidyLine(text, mostCharacters));
}
