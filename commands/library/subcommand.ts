import type { SlashCommandBuilder } from "discord.js";
import type { Command } from "../../src/command.ts";

/** A part of `/library`: a subcommand, or a group of some. */
export interface LibraryPart {
  /** Adds it to the command. */
  readonly declare: (library: SlashCommandBuilder) => void;
  readonly subcommands: readonly Subcommand[];
}

export interface Subcommand extends Pick<Command, "run" | "complete"> {
  /** `add`, or within a group `scope set`: as invocations name it. */
  readonly name: string;
}
