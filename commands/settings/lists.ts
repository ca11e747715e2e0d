import { ChannelType, type SlashCommandSubcommandBuilder } from "discord.js";
import type { CommandInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import type { Guild } from "../../src/community/guild.ts";
import { type ListSetting, planAddTo, planTakeFrom } from "../../src/community/settings.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { Reply } from "../../src/render/reply.ts";
import { confirmSettings } from "../parts/confirm-settings.ts";
import { type Localised, named } from "../parts/declare.ts";
import { sayPrivately } from "../parts/say.ts";
import type { SettingsPart } from "./subcommand.ts";

const add: Localised = ["add", "添加", "新增"];
const remove: Localised = ["remove", "移除", "移除"];

/** Chooses the forums whose new posts get a first answer. */
export const forum: SettingsPart = {
  declare: (settings) =>
    settings.addSubcommandGroup((group) =>
      named(group, ["forum", "论坛", "論壇"], ["Forums that are answered", "自动回答的论坛", "自動回答的論壇"])
        .addSubcommand((subcommand) =>
          withForum(
            named(subcommand, add, ["Answer new posts of a forum", "回答一个论坛的新帖", "回答一個論壇的新貼文"]),
          ),
        )
        .addSubcommand((subcommand) =>
          withForum(named(subcommand, remove, ["Answer it no longer", "不再回答它", "不再回答它"])),
        ),
    ),
  subcommands: {
    "forum add": (...given) => changeList({ name: "forumChannels", option: "channel", plan: planAddTo }, ...given),
    "forum remove": (...given) =>
      changeList({ name: "forumChannels", option: "channel", plan: planTakeFrom }, ...given),
  },
};

/** Chooses the roles that may teach, beside those who run the server. */
export const teachers: SettingsPart = {
  declare: (settings) =>
    settings.addSubcommandGroup((group) =>
      named(
        group,
        ["teachers", "选定者", "選定者"],
        ["Roles that may teach", "可以选定出处的身份组", "可以選定出處的身分組"],
      )
        .addSubcommand((subcommand) =>
          withRole(
            named(subcommand, add, ["Let a role teach", "让一个身份组可以选定出处", "讓一個身分組可以選定出處"]),
          ),
        )
        .addSubcommand((subcommand) =>
          withRole(named(subcommand, remove, ["Let it teach no longer", "不再让它选定出处", "不再讓它選定出處"])),
        ),
    ),
  subcommands: {
    "teachers add": (...given) => changeList({ name: "teachers", option: "role", plan: planAddTo }, ...given),
    "teachers remove": (...given) => changeList({ name: "teachers", option: "role", plan: planTakeFrom }, ...given),
  },
};

function withForum(subcommand: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return subcommand.addChannelOption((option) =>
    named(option, ["channel", "频道", "頻道"], ["The forum", "论坛", "論壇"])
      .addChannelTypes(ChannelType.GuildForum)
      .setRequired(true),
  );
}

function withRole(subcommand: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return subcommand.addRoleOption((option) =>
    named(option, ["role", "身份组", "身分組"], ["The role", "身份组", "身分組"]).setRequired(true),
  );
}

interface ListChange {
  readonly name: ListSetting;
  /** Whose value is the id. */
  readonly option: string;
  readonly plan: typeof planAddTo | typeof planTakeFrom;
}

async function changeList(
  { name, option, plan }: ListChange,
  ...[invocation, guild, services]: [CommandInvocation, Guild, Services]
): Promise<Reply> {
  const { locale, options, asker } = invocation;
  const say = phrases[locale].server.settings;
  const id = String(options[option] ?? "");
  const changed = await guild.change({ change: invocation.id, person: asker.id }, (state) => plan(state, name, id));
  if (changed.kind === "made") return confirmSettings(changed.change, services, { locale });
  switch (changed.refusal) {
    case "listed":
      return sayPrivately(say.listed);
    case "full":
      return sayPrivately(say.full);
    case "not-listed":
    case "unchanged": {
      const isElsewhere = name === "forumChannels" && services.defaults?.forumChannels.has(id);
      return sayPrivately(isElsewhere === true ? say.fromEnvironment : say.notListed);
    }
  }
}
