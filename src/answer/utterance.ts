import { parseSmallTalk } from "../languages/small-talk/parse-small-talk.ts";

/** What somebody's words are, before anything is looked up for them. */
export type Utterance =
  /** To be answered from the articles; whatever is nothing else for certain. */
  | "question"
  /** Thanks, a laugh, praise, agreement, emoji: nobody waits for an answer. */
  | "small-talk"
  /** A greeting, or asking what the bot is or can do: a friendly help is the answer. */
  | "greeting"
  /** Nothing but addresses of pages. */
  | "address"
  /** A command for some other bot, such as `!play`. */
  | "command"
  /** No word at all: empty, or punctuation alone. */
  | "no-words";

/** A longer text is no small talk, and must not take long; addresses may be long. */
const LONGEST = 400;
const LONGEST_WITH_ADDRESSES = 4000;

/** Tells what somebody's words are, whether they hold Discord's marks or what these show; in doubt they are a question. */
export function readUtterance(text: string): Utterance {
  if (text.length > LONGEST_WITH_ADDRESSES) return "question";
  if (COMMAND.test(text) && !/[?？]/u.test(text)) return "command";
  const plain = text.replaceAll(MENTION, " ");
  const unaddressed = plain.replaceAll(ADDRESS, " ");
  const hasAddress = unaddressed !== plain;
  if (unaddressed.length > LONGEST) return "question";
  const words = EMOJI.reduce((rest, emoji) => rest.replaceAll(emoji, " "), unaddressed);
  const hasEmoji = words !== unaddressed;
  if (!/[\p{L}\p{N}]/u.test(words)) {
    if (hasAddress) return "address";
    return hasEmoji ? "small-talk" : "no-words";
  }
  const said = parseSmallTalk(words);
  if (said === undefined) return "question";
  if (hasAddress) return "address";
  return said === "greeting" ? "greeting" : "small-talk";
}

/** An exclamation mark right before a word in small letters: other bots' commands. */
const COMMAND = /^\s*(?:<@[!&]?\d+>\s*)?[!！][a-z\p{Script=Han}]/u;

/** Mentions as Discord writes and shows them. */
const MENTION = /<(?:@[!&]?|#)\d{1,20}>|(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]+/gu;

const ADDRESS = /<?(?:https?:\/\/|discord:\/\/|www\.)[^\s<>]+>?/giu;

/** Custom emoji, timestamps, short names of emoji, emoji themselves, and faces of punctuation and letters. */
const EMOJI: readonly RegExp[] = [
  /<a?:\w{1,40}:\d{1,20}>|<t:-?\d{1,14}(?::[a-z])?>|(?<![\p{L}\p{N}]):[a-z][\w+-]{1,31}:/giu,
  /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|[#*\d]\uFE0F?\u20E3)\uFE0F?\u200D?/giu,
  /(?<![\p{L}\p{N}])(?:[:;=x8][-^'o]?[()[\]dp3/\\|*o]{1,9}|<\/?3{1,9}|[\^>][_.-]{0,3}[\^<])(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])(?:t_{1,3}t|q_{1,3}q|[o0u-][_.]{1,3}[o0u-]|\\?o\/)(?![\p{L}\p{N}])/giu,
];
