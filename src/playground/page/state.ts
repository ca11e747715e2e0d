import type { Article } from "../../article/article.ts";
import type { Span } from "../../text/span.ts";
import type { Attachment, Channel, Exchange, Message, Modal, Preview, RegisteredCommand, Role, User } from "../wire.ts";
import type { QuotedPlace } from "./source/quoted-places.ts";
import type { Preferences } from "./frame/preferences.ts";
import type { Room } from "./frame/room.ts";

/** All that the page shows; views are functions of it. */
export interface PageState extends Preferences {
  readonly guildName: string;
  readonly reader: User;
  readonly bot: User;
  readonly channels: readonly Channel[];
  /** Of all channels, oldest first. */
  readonly messages: readonly Message[];
  /** Without the one that everybody has. */
  readonly roles: readonly Role[];
  /** Subcommands stand among them as commands of their own. */
  readonly commands: readonly RegisteredCommand[];

  readonly articles: readonly Article[];
  /** The ids of those that the bot answers from. */
  readonly inUse: readonly string[];
  /** The ids of the server's own. */
  readonly own: readonly string[];
  /** The ids of those that were dropped, which can be closed. */
  readonly dropped: readonly string[];

  /** What is shown of `themeChoice`. */
  readonly theme: "dark" | "light";
  /** How much stands side by side. */
  readonly room: Room;
  /** Whether the members are listed, where the reader chose. */
  readonly membersChoice: boolean | undefined;
  /** Of the channel, thread or direct messages that are open. */
  readonly channelId: string;
  /** On narrow screens one of the three is to be seen. */
  readonly pane: Pane;
  /** The channels in which something was said while another was open. */
  readonly unread: readonly string[];

  /** How many messages are drawn beyond the newest ones. */
  readonly earlier: number;

  /** What stands in the message box. */
  readonly draft: Draft;
  /** What was sent from it, oldest first. */
  readonly sentDrafts: readonly Draft[];
  /** The files that the next message brings along. */
  readonly attached: readonly Attachment[];
  /** The message that the next one replies to. */
  readonly replyTo: string | undefined;
  /** The form that the bot opened, and the message whose button did. */
  readonly modal: { readonly modal: Modal; readonly message: Message | undefined } | undefined;
  /** The message whose menu is open, and where. */
  readonly menu: { readonly message: Message; readonly x: number; readonly y: number } | undefined;

  /** What went to the bot and came back, oldest first. */
  readonly exchanges: readonly NamedExchange[];
  /** The id of the interaction that is looked at; where none has it, the inspector shows the newest. */
  readonly inspected: string | undefined;
  /** What was last copied in the inspector. */
  readonly copied: "sent" | "response" | undefined;
  readonly isHelpOpen: boolean;
  /** Whether an answer is waited for. */
  readonly isWaiting: boolean;

  readonly source: SourceState;
  /** What a dropped file turned out to be. */
  readonly preview: Preview | undefined;
  /** What went wrong, to be read and closed. */
  readonly problem: string | undefined;
  /** Whether the page hears from its server. */
  readonly isConnected: boolean;
}

/** An exchange, and what is written on the control that was used, or above the form; absent where none was. */
export interface NamedExchange extends Exchange {
  readonly control?: string | undefined;
}

export type Pane = "channels" | "chat" | "source";

/** The message box: plain text, or a slash command with its options. */
export type Draft = TextDraft | CommandDraft;

/** What both kinds know of the list of completions and of the history; a new draft begins without. */
interface AnyDraft {
  /** The entry of the list that the keyboard is at; -1 is none, and absent leaves it to the list. */
  readonly active?: number | undefined;
  /** Whether the list was closed by hand. */
  readonly isDismissed?: boolean | undefined;
  /** The place in `sentDrafts` that it was brought back from. */
  readonly recalled?: number | undefined;
  /** Whether it was to be sent and could not be, so that what is wrong is to be said. */
  readonly isChecked?: boolean | undefined;
}

export interface TextDraft extends AnyDraft {
  readonly kind: "text";
  /** As typed: mentions are shown by name. */
  readonly text: string;
  /** Where the caret stands; absent means the end. */
  readonly caret?: number;
}

export interface CommandDraft extends AnyDraft {
  readonly kind: "command";
  readonly command: RegisteredCommand;
  /** By option name, in the order in which optional ones were added. */
  readonly values: Readonly<Record<string, GivenValue>>;
  /** The option that is typed in; absent means the place behind all, where further options are added. */
  readonly focused: string | undefined;
  /** What is typed there. */
  readonly rest: string;
  /** What the bot offers for the option that is typed in. */
  readonly offered: OfferedChoices | undefined;
}

export interface GivenValue {
  readonly shown: string;
  /** Sent in place of what is shown, where a choice was taken. */
  readonly value?: string;
  /** Of an option that is a file: what it was uploaded as. */
  readonly file?: Attachment;
}

/** What the bot offered for an option. */
export interface OfferedChoices {
  readonly option: string;
  /** What was typed when these choices came; until an answer comes they are older than the draft. */
  readonly typed: string;
  readonly choices: readonly { readonly name: string; readonly value: string }[];
}

export interface SourceState {
  /** The article that is open beside the chat. */
  readonly articleId: string;
  /** What a reference led to. */
  readonly highlighted: readonly Span[];
  /** Whether the reader moved in the source since they last asked something: then it stays where they are. */
  readonly isHeld: boolean;
  /** The newest answer's place that was not shown for that reason. */
  readonly offered: QuotedPlace | undefined;
  /** What was marked in the source, and whether by the mouse or the keyboard. */
  readonly taken: Span | undefined;
  /** The name of the article that was closed last, which can be taken back. */
  readonly closed: string | undefined;
  /** What is said to screen readers about the source. */
  readonly notice: string;
  readonly files: FilesState;
}

/** Files on their way to the bot. */
export interface FilesState {
  /** Whether something is dragged over the page. */
  readonly isDragged: boolean;
  /** The file that is being read, and which of how many it is. */
  readonly opening: OpeningFile | undefined;
  /** The files that could not be opened, and why. */
  readonly refused: readonly { readonly name: string; readonly problem: string }[];
}

export interface OpeningFile {
  readonly name: string;
  readonly place: number;
  readonly count: number;
  /** How much of it is done, from 0 to 1; absent where that is not known. */
  readonly share?: number;
  /** Gives this file up, and those behind it. */
  readonly cancel: () => void;
}

/** The source as it is when the page opens. */
export function openSource(articleId: string): SourceState {
  const files = { isDragged: false, opening: undefined, refused: [] };
  return {
    articleId,
    highlighted: [],
    isHeld: false,
    offered: undefined,
    closed: undefined,
    taken: undefined,
    notice: "",
    files,
  };
}
