import { type Command, mayManage } from "../src/command.ts";
import type { CommandInvocation } from "../src/invocation.ts";
import type { Services } from "../src/services.ts";
import { undoDays } from "../src/community/due.ts";
import type { GuildState } from "../src/community/guild-state.ts";
import { keptAbout, type KeptAboutPerson, keptAboutServer } from "../src/community/privacy.ts";
import { builtInDefaults } from "../src/community/settings.ts";
import { writeControlId } from "../src/render/control-id.ts";
import { escapeInline, tidyLine } from "../src/render/escape.ts";
import type { Locale } from "../src/render/locale.ts";
import { phrases } from "../src/render/phrases/all.ts";
import type { Reply } from "../src/render/reply.ts";
import { words } from "../src/render/words/all.ts";
import { declareCommand, named } from "./parts/declare.ts";
import { sayPrivately } from "./parts/say.ts";

/** Tells what is kept about the asker and the server, and deletes it. */
export const privacy: Command = {
  declaration: declareCommand(
    ["privacy", "隐私", "隱私"],
    [
      "See what is kept about you and this server, and delete it",
      "查看、删除保存的关于你和本服务器的内容",
      "查看、刪除保存的關於你和本伺服器的內容",
    ],
  )
    .addSubcommand((subcommand) =>
      named(subcommand, ["show", "查看", "查看"], ["Show what is kept", "查看保存了什么", "查看保存了什麼"]),
    )
    .addSubcommand((subcommand) =>
      named(
        subcommand,
        ["delete", "删除", "刪除"],
        ["Take your id out of what is kept", "从保存的内容里抹去你的 ID", "從保存的內容裡抹去你的 ID"],
      ),
    )
    .addSubcommand((subcommand) =>
      named(
        subcommand,
        ["delete-server", "删除服务器数据", "刪除伺服器資料"],
        [
          "Delete all that is kept about this server (for those who run it)",
          "删除本服务器的全部内容（服务器管理员用）",
          "刪除本伺服器的全部內容（伺服器管理員用）",
        ],
      ),
    )
    .toJSON(),
  isOpen: true,
  run(invocation, services) {
    const run = subcommands.get(invocation.subcommand ?? "");
    return run?.(invocation, services) ?? sayPrivately(words[invocation.locale].unknownCommand);
  },
};

const subcommands: ReadonlyMap<string, Command["run"]> = new Map<string, Command["run"]>([
  ["show", showKept],
  ["delete", offerForgetting],
  ["delete-server", openForm],
]);

const mostChanges = 1000;
const mostNamed = 5;

async function showKept(
  { asker, locale }: CommandInvocation,
  { guild, defaults = builtInDefaults }: Services,
): Promise<Reply> {
  const say = phrases[locale].server.privacy;
  if (!guild) return sayPrivately([say.outside, say.never].join("\n"));
  const state = await guild.fresh();
  const about = keptAbout(state, asker.id, await guild.changes(mostChanges));
  return sayPrivately(
    [
      say.never,
      "",
      ...showPerson(about, locale),
      "",
      phrases[locale].labelled(say.server, countServer(state, locale)),
      say.whoSees,
      say.howLong(undoDays, defaults.leftDays),
      "",
      `-# ${say.how}`,
    ].join("\n"),
  );
}

function showPerson({ articles, taught, words: lines, gaps, changes }: KeptAboutPerson, locale: Locale): string[] {
  const say = phrases[locale].server.privacy;
  const names = articles.slice(0, mostNamed).map((id) => escapeInline(tidyLine(id, 60)));
  const more = articles.length > mostNamed ? [phrases[locale].server.scope.more(articles.length - mostNamed)] : [];
  const told = [
    ...(articles.length > 0 ? [say.articles(articles.length, [...names, ...more].join(", "))] : []),
    ...(taught.length > 0 ? [say.taught(taught.length)] : []),
    ...(lines.length > 0 ? [say.words(lines.length)] : []),
    ...(gaps.length > 0 ? [say.gaps(gaps.length)] : []),
    ...(changes > 0 ? [say.changes(changes)] : []),
  ];
  return told.length === 0 ? [say.nothingOfYou] : [say.person, ...told.map((line) => `- ${line}`)];
}

function countServer(state: GuildState, locale: Locale): string {
  const say = phrases[locale].server.privacy;
  if (state.revision === 0) return say.nothingOfServer;
  const { bytes, ...counts } = keptAboutServer(state);
  return say.counts({ ...counts, megabytes: (bytes / 1_000_000).toFixed(1) });
}

function offerForgetting({ locale, asker }: CommandInvocation, { guild }: Services): Reply {
  const say = phrases[locale].server.privacy;
  if (!guild) return sayPrivately(say.outside);
  const customId = writeControlId("forget-me", [asker.id]);
  return sayPrivately(say.confirmPerson, [
    { kind: "buttons", buttons: [{ kind: "action", customId, label: say.forgetMe, style: "danger" }] },
  ]);
}

/** Discord does not know that this part of the command is for those who run the server. */
function openForm({ locale, asker }: CommandInvocation, { guild }: Services): Reply {
  const say = phrases[locale].server.privacy;
  if (!guild) return sayPrivately(say.outside);
  if (!mayManage(asker)) return sayPrivately(phrases[locale].server.forManagers);
  return {
    kind: "modal",
    customId: writeControlId("forget-server", []),
    title: say.formTitle,
    inputs: [
      {
        customId: "word",
        label: say.formLabel(say.formWord),
        isLong: false,
        required: true,
        maxLength: 20,
        placeholder: say.formWord,
      },
    ],
  };
}
