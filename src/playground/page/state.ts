import type { Article } from "../../article/article.ts";
import type { Locale } from "../../render/locale.ts";
import type { Span } from "../../text/span.ts";
import type { Channel, Exchange, Message, Modal, Preview, RegisteredCommand, User } from "../wire.ts";

/** All that the page shows; views are functions of it. */
export interface PageState {
  readonly guildName: string;
  readonly reader: User;
  readonly bot: User;
  readonly channels: readonly Channel[];
  /** Of all channels, oldest first. */
  readonly messages: readonly Message[];
  readonly commands: readonly RegisteredCommand[];

  readonly articles: readonly Article[];
  /** The ids of those that the bot answers from. */
  readonly inUse: readonly string[];

  readonly locale: Locale;
  readonly theme: "dark" | "light";
  /** Of the channel, thread or direct messages that are open. */
  readonly channelId: string;
  /** On narrow screens one of the three is to be seen. */
  readonly pane: "channels" | "chat" | "source";

  /** What stands in the message box. */
  readonly draft: Draft;
  /** The message that the next one replies to. */
  readonly replyTo: string | undefined;
  /** The form that the bot opened, and the message whose button did. */
  readonly modal: { readonly modal: Modal; readonly message: Message | undefined } | undefined;
  /** The message whose menu is open, and where. */
  readonly menu: { readonly message: Message; readonly x: number; readonly y: number } | undefined;

  /** What went to the bot and came back, oldest first. */
  readonly exchanges: readonly Exchange[];
  /** The id of the interaction that is looked at. */
  readonly inspected: string | undefined;
  /** Whether an answer is waited for. */
  readonly isWaiting: boolean;

  readonly source: SourceState;
  /** What a dropped file turned out to be. */
  readonly preview: Preview | undefined;
  /** What went wrong, to be read and closed. */
  readonly problem: string | undefined;
}

/** The message box: plain text, or a slash command with its options, the last touched being typed. */
export type Draft =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "command";
      readonly command: RegisteredCommand;
      /** By option name, as typed. */
      readonly values: Readonly<Record<string, string>>;
      readonly focused: string | undefined;
    };

export interface SourceState {
  /** The article that is open beside the chat. */
  readonly articleId: string;
  /** What a reference led to. */
  readonly highlighted: readonly Span[];
  /** What was marked in the source, and whether by the mouse or the keyboard. */
  readonly taken: Span | undefined;
  /** What is said to screen readers about the source. */
  readonly notice: string;
  readonly files: FilesState;
}

/** Files on their way to the bot. */
export interface FilesState {
  /** Whether something is dragged over the page. */
  readonly isDragged: boolean;
  /** The file that is being read, and which of how many it is. */
  readonly opening: { readonly name: string; readonly place: number; readonly count: number } | undefined;
  /** The files that could not be opened, and why. */
  readonly refused: readonly { readonly name: string; readonly problem: string }[];
}

/** The source as it is when the page opens. */
export function openSource(articleId: string): SourceState {
  const files = { isDragged: false, opening: undefined, refused: [] };
  return { articleId, highlighted: [], taken: undefined, notice: "", files };
}
