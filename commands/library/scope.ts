import { ChannelType, type SlashCommandSubcommandBuilder } from "discord.js";
import type { AutocompleteInvocation, CommandInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { planClearScope, planSetScope, serverScope } from "../../src/community/scope.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { ChoicesReply, MessageReply } from "../../src/render/reply.ts";
import { anyArticle, chooseArticles, completeArticles, knownArticles } from "../parts/choose-articles.ts";
import { type Localised, named } from "../parts/declare.ts";
import { sayPrivately } from "../parts/say.ts";
import { scopePage, showScope, showScopePlace } from "../parts/scope-page.ts";
import { undoRow } from "../parts/undo-row.ts";
import type { LibraryPart } from "./subcommand.ts";

/** Chooses which articles are asked where, and by whom. */
export const scope: LibraryPart = {
  declare: (library) =>
    library.addSubcommandGroup((group) =>
      named(
        group,
        ["scope", "范围", "範圍"],
        ["What is asked where, and by whom", "在哪里问什么、谁可以问", "在哪裡問什麼、誰可以問"],
      )
        .addSubcommand((subcommand) =>
          declareSet(
            named(
              subcommand,
              ["set", "设置", "設定"],
              ["Choose what is asked somewhere", "选定在某处问什么", "選定在某處問什麼"],
            ),
          ),
        )
        .addSubcommand((subcommand) =>
          named(subcommand, ["show", "查看", "查看"], ["Show all that is chosen", "查看全部设置", "查看全部設定"]),
        )
        .addSubcommand((subcommand) =>
          withChannel(named(subcommand, ["clear", "取消", "取消"], ["Take it back", "取消设置", "取消設定"])),
        ),
    ),
  subcommands: [
    { name: "scope set", run: setScope, complete: completeScope },
    { name: "scope show", run: showScopes },
    { name: "scope clear", run: clearScope },
  ],
};

const roleOptions = ["role", "role-2", "role-3"] as const;
const roleNames: readonly Localised[] = [
  ["role", "身份组", "身分組"],
  ["role-2", "身份组-2", "身分組-2"],
  ["role-3", "身份组-3", "身分組-3"],
];

function declareSet(subcommand: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  subcommand.addStringOption((option) =>
    named(
      option,
      ["articles", "文章", "文章"],
      ["Ids with commas between, or any article", "文章 ID，用逗号分开；或任何文章", "文章 ID，用逗號分開；或任何文章"],
    )
      .setRequired(true)
      .setMaxLength(1000)
      .setAutocomplete(true),
  );
  withChannel(subcommand);
  for (const name of roleNames)
    subcommand.addRoleOption((option) =>
      named(option, name, [
        "Who may ask there; without any everybody",
        "谁可以问；不选就是所有人",
        "誰可以問；不選就是所有人",
      ]),
    );
  return subcommand;
}

function withChannel(subcommand: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return subcommand.addChannelOption((option) =>
    named(
      option,
      ["channel", "频道", "頻道"],
      [
        "Channel or category; without it everywhere else",
        "频道或分类；不选就是其他各处",
        "頻道或分類；不選就是其他各處",
      ],
    ).addChannelTypes(
      ChannelType.GuildText,
      ChannelType.GuildAnnouncement,
      ChannelType.GuildForum,
      ChannelType.GuildVoice,
      ChannelType.GuildCategory,
      ChannelType.PublicThread,
      ChannelType.PrivateThread,
    ),
  );
}

function placeOf({ options }: CommandInvocation): string {
  return typeof options["channel"] === "string" ? options["channel"] : serverScope;
}

async function setScope(invocation: CommandInvocation, services: Services): Promise<MessageReply> {
  const { locale, options, asker } = invocation;
  const say = phrases[locale].server.scope;
  const known = await knownArticles(services);
  const chosen = chooseArticles(String(options["articles"] ?? ""), known, locale);
  if (chosen.kind === "reply") return chosen.reply;
  const roles = roleOptions.flatMap((name) => (typeof options[name] === "string" ? [options[name]] : []));
  const key = placeOf(invocation);
  const changed = await services.guild?.change({ change: invocation.id, person: asker.id }, (state) =>
    planSetScope(state, key, { articles: chosen.articles, roles }),
  );
  if (changed?.kind !== "made") return sayPrivately(changed?.refusal === "full" ? say.full : say.unchanged);
  const line = showScope({ key, articles: chosen.articles, roles }, known, locale);
  return sayPrivately([say.set, line, `-# ${say.legend}`].join("\n"), [undoRow(changed.change.id, locale)]);
}

async function showScopes({ locale, asker }: CommandInvocation, services: Services): Promise<MessageReply> {
  const { content, components } = await scopePage(services, { page: 0, locale, madeFor: asker.id });
  return sayPrivately(content, components);
}

async function clearScope(invocation: CommandInvocation, { guild }: Services): Promise<MessageReply> {
  const { locale, asker } = invocation;
  const say = phrases[locale].server.scope;
  const key = placeOf(invocation);
  const changed = await guild?.change({ change: invocation.id, person: asker.id }, (state) =>
    planClearScope(state, key),
  );
  const place = showScopePlace(key, locale);
  if (changed?.kind !== "made") return sayPrivately(say.notSet(place));
  return sayPrivately(say.cleared(place), [undoRow(changed.change.id, locale)]);
}

async function completeScope({ focused, locale }: AutocompleteInvocation, services: Services): Promise<ChoicesReply> {
  if (focused.name !== "articles") return { kind: "choices", choices: [] };
  const any = { name: phrases[locale].server.scope.any, value: anyArticle };
  return completeArticles(focused.value, await knownArticles(services), any);
}
