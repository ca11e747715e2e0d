import type { Quote } from "./answer/answer.ts";
import type { TaughtQuestions } from "./answer/taught-questions.ts";
import type { Checked } from "./answer/verify-quote.ts";
import type { Article, Section } from "./article/article.ts";
import type { Guild } from "./community/guild.ts";
import type { Defaults } from "./community/settings.ts";
import type { Attachment, Invocation } from "./invocation.ts";
import type { Matches } from "./render/answer-message.ts";
import type { FoundPages } from "./render/found-pages.ts";
import type { MessageReply } from "./render/reply.ts";
import type { Library } from "./search/library.ts";
import type { KeepTexts } from "./text/remember-texts.ts";
import type { Pause } from "./text/steps.ts";

/** Which messages the bot gets to read: all, those meant for it (no privileged intent), or none (HTTP alone). */
export type Readable = "all" | "addressed" | "none";

export interface SuggestedQuestion {
  readonly question: string;
  readonly language: "zh" | "en";
  /** The article it was made from. */
  readonly article?: string;
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
  readonly language?: string | undefined;
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
  readonly stopWork?: ((work: string, by: Pick<Invocation, "asker" | "channel">) => Promise<StoppedWork>) | undefined;
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
  readonly prepareVerifying?: ((library: Library, checked: Checked) => Promise<void>) | undefined;
  /** Parts a section into pages, a little at a time; absent means all at once when it is read. */
  readonly prepareReading?: ((article: Article, section: Section) => Promise<void>) | undefined;
  /** The key sentence of each section, nothing as long as they are being looked for; absent means that first sentences stand in. */
  readonly summarise?: ((library: Library, article: string) => Promise<readonly Quote[] | undefined>) | undefined;
}

/** Finds a version that may not be in use any more, by the beginning of its hash. */
export async function readKept(
  { findVersion, guild }: Pick<Services, "findVersion" | "guild">,
  hash: string,
): Promise<Article | undefined> {
  return findVersion?.(hash) ?? (await guild?.readVersion(hash));
}
