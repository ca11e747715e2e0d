import type { AutocompleteInvocation, CommandInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { emptyState } from "../../src/community/guild-state.ts";
import { planAddWords, planRemoveWords, writeWordsLine } from "../../src/community/words.ts";
import { tidyLine } from "../../src/render/escape.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { ChoicesReply, MessageReply, Reply } from "../../src/render/reply.ts";
import { showWordsLine } from "../../src/render/words-line.ts";
import { addWords } from "../parts/add-words.ts";
import { checkingWords } from "../parts/checking-words.ts";
import { named } from "../parts/declare.ts";
import { sayPrivately } from "../parts/say.ts";
import { undoRow } from "../parts/undo-row.ts";
import { wordsPage } from "../parts/words-page.ts";
import type { LibraryPart } from "./subcommand.ts";
import type { SlashCommandSubcommandBuilder } from "discord.js";

/** Tends the server's own synonyms. */
export const words: LibraryPart = {
  declare: (library) =>
    library.addSubcommandGroup((group) =>
      named(
        group,
        ["words", "用词", "用詞"],
        ["This server's own synonyms", "本服务器自己的同义词", "本伺服器自己的同義詞"],
      )
        .addSubcommand((subcommand) =>
          declareAdd(
            named(
              subcommand,
              ["add", "添加", "新增"],
              ["Readers say …, the article says …", "读者说……，文章说……", "讀者說……，文章說……"],
            ),
          ),
        )
        .addSubcommand((subcommand) =>
          named(subcommand, ["list", "列表", "列表"], ["List all lines", "列出全部", "列出全部"]),
        )
        .addSubcommand((subcommand) =>
          named(subcommand, ["remove", "移除", "移除"], ["Remove a line", "移除一行", "移除一行"]).addStringOption(
            (option) =>
              named(option, ["line", "行", "行"], ["Which", "哪一行", "哪一行"])
                .setRequired(true)
                .setMaxLength(300)
                .setAutocomplete(true),
          ),
        ),
    ),
  subcommands: [
    { name: "words add", run: checkAndAdd },
    { name: "words list", run: listWords },
    { name: "words remove", run: removeWords, complete: completeLine },
  ],
};

function declareAdd(subcommand: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return subcommand
    .addStringOption((option) =>
      named(
        option,
        ["readers-say", "读者说", "讀者說"],
        ["Words of questions, commas between", "问题里的词，用逗号分开", "問題裡的詞，用逗號分開"],
      )
        .setRequired(true)
        .setMaxLength(300),
    )
    .addStringOption((option) =>
      named(
        option,
        ["article-says", "文章说", "文章說"],
        ["Words of the article, commas between", "文章里的词，用逗号分开", "文章裡的詞，用逗號分開"],
      )
        .setRequired(true)
        .setMaxLength(300),
    )
    .addBooleanOption((option) =>
      named(
        option,
        ["mutual", "双向", "雙向"],
        ["Each word finds all others, both ways", "每个词都能找到其他的词", "每個詞都能找到其他的詞"],
      ),
    );
}

async function checkAndAdd(invocation: CommandInvocation, services: Services): Promise<Reply> {
  const { id, locale, options, asker } = invocation;
  const { refused } = phrases[locale].server.words;
  const written = writeWordsLine({
    readersSay: String(options["readers-say"] ?? ""),
    articleSays: String(options["article-says"] ?? ""),
    mutual: options["mutual"] === true,
  });
  if (written.kind === "refused") return sayPrivately(refused[written.refusal]);
  const state = (await services.guild?.fresh()) ?? emptyState;
  const planned = planAddWords(state, { key: id, line: written.line, at: 0, by: asker.id });
  if (planned.kind === "refused") return sayPrivately(refused[planned.refusal]);
  return state.taught.size === 0 && state.gap.size === 0
    ? addWords(invocation, services, { line: written.line })
    : checkingWords(invocation, services, { state, ...written });
}

async function listWords({ locale, asker }: CommandInvocation, services: Services): Promise<MessageReply> {
  const { content, components } = await wordsPage(services, { page: 0, locale, madeFor: asker.id });
  return sayPrivately(content, components);
}

async function removeWords(invocation: CommandInvocation, { guild }: Services): Promise<MessageReply> {
  const { id, locale, options, asker } = invocation;
  const say = phrases[locale].server.words;
  const given = String(options["line"] ?? "");
  const changed = await guild?.change({ change: id, person: asker.id }, (state) => {
    const typed = [...state.words].find(([, { line }]) => line === given.trim());
    return planRemoveWords(state, typed?.[0] ?? given);
  });
  if (changed?.kind !== "made") return sayPrivately(say.refused.unknown);
  return sayPrivately([say.removed, showWordsLine(changed.change.subject)].join("\n"), [
    undoRow(changed.change.id, locale),
  ]);
}

async function completeLine({ focused }: AutocompleteInvocation, { guild }: Services): Promise<ChoicesReply> {
  const { words: lines } = (await guild?.fresh()) ?? emptyState;
  const sought = focused.value.trim().toLowerCase();
  const fitting = [...lines].filter(([, { line }]) => line.toLowerCase().includes(sought)).slice(0, 25);
  return { kind: "choices", choices: fitting.map(([value, { line }]) => ({ name: tidyLine(line, 100), value })) };
}
