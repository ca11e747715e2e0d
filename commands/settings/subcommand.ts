import type { SlashCommandBuilder } from "discord.js";
import type { CommandInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import type { Guild } from "../../src/community/guild.ts";
import type { Reply } from "../../src/render/reply.ts";

/** A part of `/settings`: a subcommand, or a group of some. */
export interface SettingsPart {
  /** Adds it to the command. */
  readonly declare: (settings: SlashCommandBuilder) => void;
  /** By their names, as invocations tell them. */
  readonly subcommands: Readonly<Record<string, RunInGuild>>;
}

export type RunInGuild = (invocation: CommandInvocation, guild: Guild, services: Services) => Promise<Reply>;
