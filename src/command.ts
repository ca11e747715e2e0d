import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from "discord.js";
import type { Locale } from "./render/locale.ts";
import type { Reply } from "./render/reply.ts";
import type { Library } from "./search/library.ts";

/** What every way in becomes, as plain data; a way in is told from the others by its `kind`. */
export type Invocation = CommandInvocation;

/** What is known however somebody asks. */
interface AnyInvocation {
  /** Discord's id of the interaction or message; the same event can come twice. */
  readonly id: string;
  readonly asker: { readonly id: string };
  readonly channel: {
    readonly id: string | undefined;
    /** Absent in direct messages and group messages. */
    readonly guildId: string | undefined;
  };
  readonly locale: Locale;
}

/** A slash command with its options by name. */
export interface CommandInvocation extends AnyInvocation {
  readonly kind: "command";
  readonly name: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
}

/** What commands work with. */
export interface Services {
  readonly library: Library;
  /** At most so many quotes in one answer. */
  readonly quotesPerAnswer: number;
}

/** What Discord is told about a command; the same value serves registration and dispatch. */
export type CommandDeclaration = RESTPostAPIChatInputApplicationCommandsJSONBody;

export interface Command {
  readonly declaration: CommandDeclaration;
  readonly run: (invocation: CommandInvocation, services: Services) => Reply | Promise<Reply>;
}
