import type {
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from "discord.js";
import { PermissionFlagsBits } from "discord.js";
import type { Quote } from "./answer/answer.ts";
import type { Article, Section } from "./article/article.ts";
import type { Guild } from "./community/guild.ts";
import type { Defaults } from "./community/settings.ts";
import type { TaughtQuestions } from "./answer/taught-questions.ts";
import type { FoundPages } from "./render/found-pages.ts";
import type { KeepTexts } from "./text/remember-texts.ts";
import type { Pause } from "./text/steps.ts";
import type { Matches } from "./render/answer-message.ts";
import type { Locale } from "./render/locale.ts";
import type { ChoicesReply, MessageReply, Reply } from "./render/reply.ts";
import type { Library } from "./search/library.ts";

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

/** A command from a message's context menu. */
export interface MenuInvocation extends AnyInvocation {
  readonly kind: "menu";
  readonly name: string;
  readonly target: {
    readonly id: string;
    readonly content: string;
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
  /** The bot's own mention is taken out. */
  readonly text: string;
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

/** Which messages the bot gets to read: all, those meant for it (no privileged intent), or none (HTTP alone). */
export type Readable = "all" | "addressed" | "none";

export interface SuggestedQuestion {
  readonly question: string;
  readonly language: "zh" | "en";
}

/** What was answered last, in memory alone; whoever serves another library begins a new one. */
export interface AnswerMemory {
  /** By all that they depend on. */
  readonly answers: KeepTexts<MessageReply>;
  /** What matched a question, for the buttons below its answer. */
  readonly matches: KeepTexts<Matches>;
}

/** Reads a file into an article and tells what it holds. */
export interface ReadFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The id that the article gets. */
  readonly id: string;
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly source?: string | undefined;
}

export interface ReadingOptions {
  /** Calls it off. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

/** What a server can do with files. */
export interface Files {
  /**
   * Reads and indexes in a thread of its own.
   *
   * @throws ArticleError where the file cannot be read as an article; the signal's reason when it is called off.
   */
  read(file: ReadFile, options?: ReadingOptions): Promise<Article>;
  /**
   * Fetches what somebody attached, from Discord's own hosts alone.
   *
   * @throws AttachmentError telling why not.
   */
  fetch(attachment: Attachment, signal?: AbortSignal): Promise<Uint8Array>;
}

/** What became of the wish to call a work off; `over` is also said of one that nobody knows here, as after a restart. */
export type StoppedWork = "stopped" | "over" | "forbidden";

/** What commands work with. */
export interface Services {
  /** The articles that are asked where the question comes from. */
  readonly library: Library;
  /** What the server has of its own; absent outside of servers, and where nothing can be kept. */
  readonly guild?: Guild | undefined;
  /** What people of the server chose for questions; absent where nothing is taught. */
  readonly taught?: TaughtQuestions | undefined;
  /** Absent where files cannot be brought. */
  readonly files?: Files | undefined;
  /** The asker may not ask here; what is open to everybody then names no article. Absent means no. */
  readonly isBarred?: boolean | undefined;
  /** Answers to commands that do not say are seen by the asker alone; absent means by everybody. */
  readonly isPrivate?: boolean | undefined;
  /** Whether threads may be opened on answers; absent means yes. */
  readonly offersThreads?: boolean | undefined;
  /** What whoever runs the bot has set for all servers; absent means what is built in. */
  readonly defaults?: Defaults | undefined;
  /** Gives what is worked with by now, behind a change; absent where nothing changes. */
  readonly renew?: (() => Promise<Services>) | undefined;
  /** Calls off a work, named by the invocation that began it, where whoever asks for that may. */
  readonly stopWork?: ((work: string, by: Pick<Invocation, "asker" | "channel">) => StoppedWork) | undefined;
  /** Lets everything else run during a work; absent means that it is done at once. */
  readonly pause?: Pause | undefined;
  /** Ids of everybody's articles, also where they are not asked: no server's own may have them. */
  readonly sharedIds?: ReadonlySet<string> | undefined;
  /** Milliseconds since 1970; absent where nothing is kept. */
  readonly now?: (() => number) | undefined;
  /** At most so many quotes at once. */
  readonly quotesPerAnswer: number;
  /** Asked anew each time, since Discord may refuse an intent while the bot is running; absent means `addressed`. */
  readonly readable?: (() => Readable) | undefined;
  /** Where reports of gaps go; without it nobody is offered to report one. */
  readonly gapChannelId?: string | undefined;
  /** Finds a version of an article that is no longer in use, by the first characters of its hash, if it is kept. */
  readonly findVersion?: ((hash: string) => Article | undefined) | undefined;
  /** Absent means that every answer is found anew. */
  readonly memory?: AnswerMemory | undefined;
  /** Questions that the articles answer, best first; absent, or as long as it gives nothing, headings stand in. */
  readonly suggestQuestions?:
    | ((library: Library, article?: string) => readonly SuggestedQuestion[] | undefined)
    | undefined;
  /** Finds words a little at a time, or gives nothing where too many are looked for already; absent means at once. */
  readonly findPages?:
    | ((library: Library, words: string, article?: string) => Promise<FoundPages | undefined>)
    | undefined;
  /** Makes what checking a quote needs to know of articles, a little at a time; absent means all at once when it is needed. */
  readonly prepareVerifying?: ((library: Library, article?: string) => Promise<void>) | undefined;
  /** Parts a section into pages, a little at a time; absent means all at once when it is read. */
  readonly prepareReading?: ((article: Article, section: Section) => Promise<void>) | undefined;
  /** The key sentence of each section, nothing as long as they are being looked for; absent means that first sentences stand in. */
  readonly summarise?: ((library: Library, article: string) => Promise<readonly Quote[] | undefined>) | undefined;
}

/** What Discord is told about a command; the same value serves registration and dispatch. */
export type CommandDeclaration = RESTPostAPIChatInputApplicationCommandsJSONBody;
export type MenuDeclaration = RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** A slash command. */
export interface Command {
  readonly declaration: CommandDeclaration;
  /** Open to those as well who may not ask where they are; absent means no. */
  readonly isOpen?: boolean | undefined;
  readonly run: (invocation: CommandInvocation, services: Services) => Reply | Promise<Reply>;
  readonly complete?: (invocation: AutocompleteInvocation, services: Services) => ChoicesReply | Promise<ChoicesReply>;
}

/** A command in the context menu of messages. */
export interface Menu {
  readonly declaration: MenuDeclaration;
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
