import { ApplicationCommandOptionType } from "discord.js";
import fc from "fast-check";
import { commands, menus } from "../../commands/all.ts";
import type { GivenOptions, Invocation } from "../../src/invocation.ts";
import { locales } from "../../src/render/locale.ts";
import { command, heard, menu, pressed, submitted, typing } from "../support/invocations.ts";
import { ASTRAL, hostileText } from "./arbitrary-article.ts";

/** No line of the log may hold it: it stands in what people type. */
export const secret = "Qz7secret";

/** Makes what somebody does, of an article's text and of what the bot has said before. */
export type MakeInvocation = (source: string, earlier: readonly string[]) => Invocation;

type MakeText = (source: string) => string;

const astral = fc
  .record({ character: fc.constantFrom("𝔘", "𠀀", "😀", "\u{10FFFD}"), times: fc.integer({ min: 1, max: 120 }) })
  .map(({ character, times }) => character.repeat(times));
const words = fc.integer({ min: 1, max: 48 }).map((count) => Array.from(ASTRAL).slice(0, count).join(""));
const repeated = fc
  .record({ unit: fc.constantFrom(" ", "a", "一", "。", "?", '"', "[...]", "…", "`", "谷歌", "¶"), times: fc.nat(300) })
  .map(({ unit, times }) => unit.repeat(times));
const references = fc.constantFrom(
  ..."§1,§0,§0 ¶0,§1 ¶1,§1 ¶1:1,§1 ¶1:1–,§1 ¶1:1–2,§2.1 ¶3:2,§99999999999999999999,第1条,Clause 2,last,title,:,1:2:3".split(
    ",",
  ),
);
const pieces: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 1, arbitrary: astral },
  { weight: 1, arbitrary: words },
  { weight: 1, arbitrary: repeated },
  { weight: 2, arbitrary: references },
  {
    weight: 2,
    arbitrary: fc.constantFrom("What is green tea?", "谷歌收购了几家公司?", "那呢?", "and when?", "总结全文"),
  },
);
/** What is typed: of any kind, or out of the article itself; often with the secret in it. */
const text: fc.Arbitrary<MakeText> = fc
  .record({ typed: pieces, from: fc.nat(), length: fc.nat(400), quotes: fc.boolean(), marked: fc.nat(2) })
  .map(({ typed, from, length, quotes, marked }) => (source: string) => {
    const start = from % Math.max(1, source.length);
    const chosen = quotes ? source.slice(start, start + length) : typed;
    return [chosen, `${secret} ${chosen}`, `${chosen}${secret}`][marked] ?? chosen;
  });

const customIds = fc.oneof(
  hostileText,
  fc
    .record({
      name: fc.constantFrom(
        ..."earlier later wider copy share thread read search outline section cite summary try gap".split(" "),
        ..."take-back gaps gap-open gap-settle gap-ask gap-answer".split(" "),
      ),
      parts: fc.array(
        fc.oneof(
          fc.constantFrom("e", "s", "<", ">", "t", "n", "", "0a1b2c3d", "0", "1", "999999", "1.1", "0u", "zz.zz_1.1"),
          pieces,
        ),
        {
          maxLength: 7,
        },
      ),
    })
    .map(({ name, parts }) => ["1", name, ...parts].join(":")),
);

const everyOption = commands.flatMap(({ declaration }) => (declaration.options ?? []).map(({ name }) => name));
const focusable = [...new Set(everyOption)];
const given = fc.record({
  all: fc.array(text, { minLength: 3, maxLength: 3 }),
  isPrivate: fc.boolean(),
  whichArticle: fc.constantFrom("tea", "tea", undefined, "other-tea", "gone"),
  form: fc.constantFrom("plain", "apa", "bibtex", "markdown", "mla"),
});

/** A form's fields and options have limits that Discord keeps, in whatever it counts characters: here in the wider one. */
function within(value: string, most: number): string {
  return Array.from(value.toWellFormed()).slice(0, most).join("");
}

export const arbitraryInvocation: fc.Arbitrary<MakeInvocation> = fc
  .record({
    kind: fc.constantFrom("command", "command", "command", "menu", "typing", "heard", "pressed", "submitted"),
    which: fc.nat(),
    locale: fc.constantFrom(...locales),
    addressed: fc.constantFrom("mention", "reply", "direct", "thread", "forum-post", "none"),
    customId: customIds,
    told: given,
  })
  .map(({ kind, which, locale, addressed, customId, told }) => (source, earlier) => {
    const [first = "", second = "", third = ""] = told.all.map((make) => make(source));
    switch (kind) {
      case "command": {
        const { declaration } = commands[which % commands.length] ?? { declaration: { name: "ask" } };
        return command(declaration.name, optionsOf(which, { ...told, texts: [first, second, third] }), { locale });
      }
      case "menu":
        return menu(menus[which % menus.length]?.declaration.name ?? "", within(first, 4000), { locale });
      case "typing": {
        const name = focusable[which % focusable.length] ?? "question";
        const { declaration } = commands[which % commands.length] ?? { declaration: { name: "ask" } };
        return typing(declaration.name, { name, value: within(first, 6000) }, { locale });
      }
      case "heard":
        return heard(within(`${first}${addressed === "none" ? ` [[${second}]]` : ""}`, 4000), addressed, {
          locale,
          earlier: [...earlier.slice(-3), within(third, 2000)],
          ...(which % 2 === 0 && { title: within(second, 100) }),
        });
      case "pressed":
        return pressed({ kind: "message", content: first, private: false, quotes: [] }, within(customId, 100), {
          locale,
          values: which % 2 === 0 ? [second] : [],
        });
      case "submitted":
        return submitted({ question: within(first, 500), comment: within(second, 300) }, { locale });
    }
  });

interface Told {
  readonly texts: readonly string[];
  readonly isPrivate: boolean;
  readonly whichArticle: string | undefined;
  readonly form: string;
}

/** Gives a command the options that it declares. */
function optionsOf(which: number, { texts, isPrivate, whichArticle, form }: Told): GivenOptions {
  const { declaration } = commands[which % commands.length] ?? { declaration: { options: [] } };
  const named = (declaration.options ?? []).map((option, index) => {
    if (option.name === "article") return [option.name, whichArticle];
    if (option.type === ApplicationCommandOptionType.Boolean) return [option.name, isPrivate];
    if ("choices" in option && option.choices?.length)
      return [option.name, option.choices[which % option.choices.length]?.value ?? form];
    const most = "max_length" in option ? (option.max_length ?? 6000) : 6000;
    return [option.name, within(texts[index % texts.length] ?? "", most)];
  });
  return Object.fromEntries(named.filter(([, value]) => value !== undefined));
}
