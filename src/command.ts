import type {
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from "discord.js";
import { PermissionFlagsBits } from "discord.js";
import { readUtterance, type Utterance } from "./answer/utterance.ts";
import type {
  Asker,
  AutocompleteInvocation,
  CommandInvocation,
  ComponentInvocation,
  MenuInvocation,
  MessageInvocation,
  ModalInvocation,
} from "./invocation.ts";
import type { ChoicesReply, Reply } from "./render/reply.ts";
import type { Services } from "./services.ts";

/** What Discord is told about a command; the same value serves registration and dispatch. */
export type CommandDeclaration = RESTPostAPIChatInputApplicationCommandsJSONBody;
export type MenuDeclaration = RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** A slash command. */
export interface Command {
  readonly declaration: CommandDeclaration;
  /** Whether it asks a question, so that the cooldown holds; absent means no. */
  readonly asks?: boolean | undefined;
  /** Open to those as well who may not ask where they are; absent means no. */
  readonly isOpen?: boolean | undefined;
  readonly run: (invocation: CommandInvocation, services: Services) => Reply | Promise<Reply>;
  readonly complete?: (invocation: AutocompleteInvocation, services: Services) => ChoicesReply | Promise<ChoicesReply>;
}

/** A command in the context menu of messages. */
export interface Menu {
  readonly declaration: MenuDeclaration;
  /** Whether it asks a question, so that the cooldown holds; absent means no. */
  readonly asks?: boolean | undefined;
  readonly run: (invocation: MenuInvocation, services: Services) => Reply | Promise<Reply>;
}

/** What buttons, select menus and forms do; found by the name that their custom ids begin with. */
export interface Control {
  readonly name: string;
  /** Whether pressing it asks a question anew, so that the cooldown holds; absent means no. */
  readonly asks?: boolean | undefined;
  /** Open to those as well who may not ask where they are; absent means no. */
  readonly isOpen?: boolean | undefined;
  /** `state` is what stands behind the name in the custom id; it may come from anybody and from older versions. */
  readonly press: (
    invocation: ComponentInvocation,
    state: readonly string[],
    services: Services,
  ) => Reply | Promise<Reply>;
  readonly submit?: (
    invocation: ModalInvocation,
    state: readonly string[],
    services: Services,
  ) => Reply | Promise<Reply>;
}

/** Answers messages. */
export type Hear = (invocation: MessageInvocation, services: Services) => Reply;

/** What somebody gets who wrote a message. */
export type Due = "answer" | "greeting" | "silence";

/** As much of a message as tells what is due to it. */
type Written = Pick<MessageInvocation, "addressed" | "title" | "text" | "showsMore">;

/** Tells what is due to a message, apart from the references in it: thanks, a laugh or a sticker wait for nothing. */
export function dueTo(written: Written, tell: (text: string) => Utterance = readUtterance): Due {
  const { addressed, title = "", text, showsMore = false } = written;
  if (addressed === "none") return "silence";
  const isMeant = addressed !== "thread" && addressed !== "forum-post";
  switch (tell(`${title}\n${text}`.trim())) {
    case "question":
      return "answer";
    case "greeting":
      return isMeant ? "greeting" : "silence";
    case "no-words":
      // A mention alone asks what the bot is; a reply of marks alone, or a picture, asks nothing.
      return isMeant && !showsMore && (text === "" || addressed !== "reply") ? "greeting" : "silence";
    case "small-talk":
    case "address":
    case "command":
      return "silence";
  }
}

/** Tells whether somebody runs the server. */
export function mayManage({ permissions = 0n }: Asker): boolean {
  return (permissions & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n;
}

/** Tells whether somebody keeps order in the channel or runs the server. */
export function mayModerate({ permissions = 0n }: Asker): boolean {
  return (
    (permissions &
      (PermissionFlagsBits.ManageMessages | PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !==
    0n
  );
}
