import type { Article } from "../article/article.ts";
import type { Locale } from "../render/locale.ts";
import type { ArticlePreview } from "../render/preview-of.ts";

/** What the page and its server say to each other. Ids are Discord's: snowflakes as text. */

export interface User {
  readonly id: string;
  readonly username: string;
  readonly bot?: boolean;
}

/** A channel, a thread (11) or direct messages (1), told apart by Discord's type. */
export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly name?: string;
  /** Of a thread. */
  readonly parent_id?: string;
}

/** A file at a message or given with a command; it is to be had at `url` as long as the playground runs. */
export interface Attachment {
  readonly id: string;
  readonly filename: string;
  /** In bytes. */
  readonly size: number;
  readonly url: string;
  readonly content_type?: string;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  /** Whose role Discord made it. */
  readonly botId?: string | undefined;
}

/**
 * A message as Discord would show it. The flag 64 is a private one, 128 one that the bot still thinks about.
 *
 * Type 19 is a reply, 20 the answer to a slash command, 23 to a command of a message's menu; all others are 0.
 */
export interface Message {
  readonly id: string;
  readonly channel_id: string;
  readonly type: number;
  readonly author: User;
  /** Discord's Markdown. */
  readonly content: string;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly flags: number;
  readonly components: readonly ActionRow[];
  readonly attachments?: readonly Attachment[];
  readonly referenced_message?: Message;
  readonly reactions?: readonly Reaction[];
  /** Of an answer to an interaction: which, and with what it was asked (`/ask`, `Check this quote`). */
  readonly interaction_metadata?: { readonly id: string; readonly type: number; readonly name?: string };
}

/** An emoji below a message; a server's own have an id. */
export interface Reaction {
  readonly emoji: { readonly id: string | null; readonly name: string };
  readonly count: number;
}

export interface ActionRow {
  readonly type: 1;
  readonly components: readonly (Button | Select)[];
}

/** Styles 1 to 4 are pressed (`custom_id`), style 5 is a link (`url`). */
export interface Button {
  readonly type: 2;
  readonly style: 1 | 2 | 3 | 4 | 5;
  readonly label: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly disabled?: boolean;
}

export interface Select {
  readonly type: 3;
  readonly custom_id: string;
  readonly placeholder?: string;
  readonly options: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string;
    readonly default?: boolean;
  }[];
}

/** A form, as the response of type 9 holds it. */
export interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly {
    readonly type: 18;
    readonly label: string;
    readonly component: {
      readonly type: 4;
      readonly custom_id: string;
      /** 1 is one line, 2 several. */
      readonly style: 1 | 2;
      readonly required: boolean;
      readonly max_length: number;
      readonly placeholder?: string;
      readonly value?: string;
    };
  }[];
}

/** Names in other languages under Discord's names for them. */
export type Localizations = { readonly [locale: string]: string | null | undefined };

/** What has a name and a description in several languages. */
export interface Declared {
  readonly name: string;
  readonly name_localizations?: Localizations | null | undefined;
  readonly description?: string | undefined;
  readonly description_localizations?: Localizations | null | undefined;
}

/** A command as it is declared to Discord, as far as the page looks into it. */
export interface RegisteredCommand extends Declared {
  readonly id: string;
  /** 1, or absent, is a slash command, 3 one of a message's menu. */
  readonly type?: number | undefined;
  readonly options?: readonly DeclaredOption[] | undefined;
  readonly default_member_permissions?: string | null | undefined;
  /** 0 is a server, 1 direct messages. */
  readonly contexts?: readonly number[] | null | undefined;
  /** Of a subcommand, which the page lists as a command of its own: `["library", "add"]`. */
  readonly path?: readonly string[] | undefined;
}

export interface DeclaredOption extends Declared {
  readonly type: number;
  readonly required?: boolean | undefined;
  readonly autocomplete?: boolean | undefined;
  readonly choices?: readonly (Omit<Declared, "description"> & { readonly value: string | number })[] | undefined;
  readonly min_length?: number | undefined;
  readonly max_length?: number | undefined;
  readonly min_value?: number | undefined;
  readonly max_value?: number | undefined;
  readonly channel_types?: readonly number[] | undefined;
  /** Of a subcommand, or of a group of them. */
  readonly options?: readonly DeclaredOption[] | undefined;
}

/** `GET /api/world`: all there is when the page opens. */
export interface World {
  readonly guild: { readonly id: string; readonly name: string };
  /** Who sits at the page. */
  readonly reader: User;
  readonly bot: User;
  readonly channels: readonly Channel[];
  /** Without the one that everybody has. */
  readonly roles: readonly Role[];
  /** Of all channels, oldest first, without private ones. */
  readonly messages: readonly Message[];
  /** The number of the last event before this: `/api/events?after=` it tells of what has happened since. */
  readonly lastEvent: number;
  /** As the bot declares them to Discord. */
  readonly commands: readonly RegisteredCommand[];
}

/** `GET /api/shelf`: the articles that are open. */
export interface Shelf {
  readonly articles: readonly Article[];
  /** The ids of those that the bot answers from. */
  readonly inUse: readonly string[];
  /** Those among them that are the server's own, which the bot always answers from. */
  readonly own: readonly string[];
  /** Those among them that were dropped on the page, oldest first, which can be closed again. */
  readonly dropped: readonly string[];
}

/**
 * `POST /api/articles?name=notes.md` with the file's bytes: what was found in it; with 422 a `Problem`. Nothing changes
 * where the request is given up before it is answered. The bot answers from it alone from then on.
 */
export type Preview = Omit<ArticlePreview, "suggestions">;

/** `GET /api/examples?locale=zh-TW`, and `&article=` with the id of one in use: what can be pressed; all was tried. */
export interface Examples {
  /** The first ones fit best. */
  readonly questions: readonly string[];
  /** A question that is declined; absent where none is. */
  readonly refused?: string;
}

/** What was wrong, where, and what to do; to be shown as it is. */
export interface Problem {
  readonly problem: string;
}

/** `POST /api/interactions` with an interaction without id and token: what went to the bot and what came back. */
export interface Exchange {
  /** With id and token, as it was signed. */
  readonly sent: { readonly id: string; readonly type: number; readonly [field: string]: unknown };
  /** Of the bot's own endpoint; 0 where it could not be reached. */
  readonly status: number;
  /** An interaction response in Discord's form; `null` where there is none. */
  readonly response: { readonly type: number; readonly data?: unknown } | null;
  /** What Discord would refuse about the response, a line each; none where all is well. */
  readonly refused: readonly string[];
  /** Whether Discord had given up waiting when the response came, if it ever did. */
  readonly isLate: boolean;
  /** In milliseconds, from the signature to the response. */
  readonly took: number;
}

/** `POST /api/messages`: somebody says something; the bot hears it over the gateway. */
export interface Said {
  readonly channel: string;
  readonly content: string;
  /** A message of the same channel. */
  readonly replyTo?: string;
  /** The ids of what was uploaded for it. */
  readonly attachments?: readonly string[];
}

/** `POST /api/locale`: the language that the server prefers, since messages do not tell their author's. */
export interface PreferredLocale {
  readonly locale: Locale;
}

/** `POST /api/shelf`: which articles the bot answers from; at least one. */
export interface InUse {
  readonly ids: readonly string[];
}

/** `POST /api/closed`: the dropped article that is not wanted any more. `POST /api/reopened` with `{}` takes it back. */
export interface Closed {
  readonly id: string;
}

/** `GET /api/events`, from now on or behind `?after=` a number: server-sent events, each with one of these as JSON data. */
export type WorldEvent =
  /** A new message, or one that changed: it takes the place of the one with its id. */
  | { readonly kind: "message"; readonly message: Message }
  | { readonly kind: "channel"; readonly channel: Channel }
  /** The shelf is to be fetched anew. */
  | { readonly kind: "shelf" }
  /** How many of a dropped file's passages are indexed, by the name that it was given with. */
  | { readonly kind: "reading"; readonly name: string; readonly done: number; readonly of: number };
