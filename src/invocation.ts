import type { Locale } from "./render/locale.ts";

/** What every way in becomes, as plain data; a way in is told from the others by its `kind`. */
export type Invocation =
  | CommandInvocation
  | AutocompleteInvocation
  | MenuInvocation
  | ComponentInvocation
  | ModalInvocation
  | MessageInvocation;

/** What is known however somebody asks. */
interface AnyInvocation {
  /** Discord's id of the interaction or message; the same event can come twice. */
  readonly id: string;
  readonly asker: Asker;
  readonly channel: Channel;
  /** The asker's; of a message, which does not tell, the server's. */
  readonly locale: Locale;
  /** Whether the server chose it for everybody; absent means no. */
  readonly isLocaleSet?: boolean | undefined;
}

export interface Asker {
  readonly id: string;
  /** Discord's permission bits of the asker in the channel; absent outside of servers and where they are not known. */
  readonly permissions?: bigint | undefined;
  /** Ids of the roles that the asker has in the server; absent where they are not known. */
  readonly roles?: readonly string[] | undefined;
}

export interface Channel {
  readonly id: string | undefined;
  /** Absent in direct messages and group messages. */
  readonly guildId: string | undefined;
  /** `text` is any channel of a server that messages can start threads in. */
  readonly kind?: "text" | "thread" | "direct" | "group" | "other" | undefined;
  /** The channel that a thread belongs to. */
  readonly parentId?: string | undefined;
  /** The category that the channel, or the channel of the thread, stands in, where that is known. */
  readonly categoryId?: string | undefined;
  /** Whether the bot is a member here, and not merely brought along by the asker's own installation. */
  readonly hasBot?: boolean | undefined;
  /** Whether threads may be opened on answers here, whatever Discord allows; absent means yes. */
  readonly offersThreads?: boolean | undefined;
  /** Discord's permission bits of the bot itself in the channel, where they are known. */
  readonly botPermissions?: bigint | undefined;
}

/** A slash command's options by name, as given. */
export type GivenOptions = Readonly<Record<string, string | number | boolean>>;

/** A file that somebody attached. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** As Discord tells it. */
  readonly bytes: number;
}

export interface CommandInvocation extends AnyInvocation {
  readonly kind: "command";
  readonly name: string;
  /** Of a command that has some: `add` of `/library add`, `scope set` of `/library scope set`. */
  readonly subcommand?: string | undefined;
  readonly options: GivenOptions;
  /** By the names of their options. */
  readonly attachments?: Readonly<Record<string, Attachment>> | undefined;
}

/** Somebody is typing an option of a slash command. */
export interface AutocompleteInvocation extends AnyInvocation {
  readonly kind: "autocomplete";
  readonly name: string;
  readonly subcommand?: string | undefined;
  readonly options: GivenOptions;
  readonly focused: { readonly name: string; readonly value: string };
}

/** A piece of what a message says: its own words, those of a message that it forwards, an embed's title. */
export interface MessageText {
  /** With its marks. */
  readonly written: string;
  /** As a reader sees it. */
  readonly shown: string;
}

/** A command from a message's context menu. */
export interface MenuInvocation extends AnyInvocation {
  readonly kind: "menu";
  readonly name: string;
  readonly target: {
    readonly id: string;
    readonly content: string;
    /** All that it says, in reading order; absent means its content. */
    readonly texts?: readonly MessageText[] | undefined;
    /** Whether it is the bot's own; absent means no. */
    readonly isOwn?: boolean | undefined;
    /** The custom ids of its components. */
    readonly customIds?: readonly string[] | undefined;
    readonly attachments?: readonly Attachment[] | undefined;
  };
}

/** A button was pressed, or something chosen from a select menu. */
export interface ComponentInvocation extends AnyInvocation {
  readonly kind: "component";
  readonly customId: string;
  /** What was chosen; empty for buttons. */
  readonly values: readonly string[];
  /** The bot's own message that the component stands below. */
  readonly message: OwnMessage;
}

export interface ModalInvocation extends AnyInvocation {
  readonly kind: "modal";
  readonly customId: string;
  /** By the inputs' custom ids. */
  readonly fields: Readonly<Record<string, string>>;
  /** Where the form was opened from a component. */
  readonly message?: OwnMessage | undefined;
}

export interface OwnMessage {
  readonly id: string;
  readonly content: string;
  /** Whether only one person sees it. */
  readonly isPrivate: boolean;
}

/** A message that the bot may read; never one by a bot, a webhook or Discord itself. */
export interface MessageInvocation extends AnyInvocation {
  readonly kind: "message";
  /** As a reader sees it, without the bot's own mention; of a message that it replies to or forwards where it has no words itself. */
  readonly text: string;
  /** The same with its marks, where it has any. */
  readonly written?: string | undefined;
  /** Whether it shows something beside words, such as a sticker, a file or an emoji; absent means no. */
  readonly showsMore?: boolean | undefined;
  /** Of a forum post. */
  readonly title?: string | undefined;
  /**
   * What makes it meant for the bot: `thread` is a message in a thread of the bot's own, `forum-post` the first message
   * in a channel chosen for it. With `none` only `[[references]]` are looked for.
   */
  readonly addressed: "mention" | "reply" | "direct" | "thread" | "forum-post" | "none";
  /**
   * The bot's own messages that belong to it, oldest first: those of the thread or the direct messages, or the one
   * replied to. Earlier questions are read from them.
   */
  readonly earlier: readonly string[];
}
