import { isNumber, type Words } from "./words.ts";

export const english: Words = {
  source: "source",
  version: (hash) => `version ${hash}`,
  atLandmarks: (reference, landmarks) => `${reference} (${landmarks.join(", ")})`,
  landmarks: {
    page: (first, last) => (first === last ? `p. ${first}` : `pp. ${first}–${last}`),
    chapter: chapterWords,
    time: (first) => first,
  },
  declined: {
    "no-words": "I find no word in this question that I could look for. Try asking in a few words of your own.",
    "nothing-found": "The article says nothing near this question, so there is nothing to quote.",
    "not-covered": "The article does not answer this question, so there is nothing to quote.",
    "unknown-language": "I read questions in Chinese and English only.",
  },
  next: "Try other words, or look around with `/search` and `/outline`.",
  missing: (words, more = 0) => `Not found in the article: ${listWords(words, more)}`,
  unsure: "The article may not answer this. The closest passages:",
  nearest: "The nearest passages, which do **not** answer the question:",
  side: (compared) => `About ${compared}`,
  added: (words, more = 0) => `From your earlier questions: ${listWords(words, more)}`,
  chosen: (reference, question) =>
    question === undefined
      ? `People of this server chose ${reference} for this question.`
      : `People of this server chose ${reference} for: ${question}`,
  leftOut: (count) =>
    count === 1
      ? "One passage is too long for this message and is left out whole:"
      : `${count} passages are too long for this message and are left out whole:`,
  fault: (id) => `Something went wrong on my side. If it happens again, tell whoever runs me this number: ${id}`,
  unknownCommand: "I do not know this command (any more). It may work again in a few minutes.",
  oldControl: "This button was made by another version of me and does nothing any more. Please ask again.",
  cannotWrite: (channelId) =>
    `I would like to answer you in <#${channelId}>, but I may not write there. Whoever runs the server can let me.`,
  busy: "I am asked more than I can answer at the moment. Please try again shortly.",
  wait: (seconds) =>
    `One question at a time: please wait ${seconds} ${seconds === 1 ? "second" : "seconds"} and ask again.`,
  store: {
    unavailable:
      "What this server has of its own cannot be reached at the moment, so nothing was changed. Please try again in a few minutes.",
    "read-only":
      "Nothing can be saved at the moment, so nothing was changed. Whoever runs me has to make my storage writable.",
    full: "There is no room left to save this, so nothing was changed. Whoever runs me has to make room.",
    busy: "Others are changing things at the same moment, so nothing was changed. Please try again shortly.",
    opening: "This server’s articles are still being opened. Please ask again in a few seconds.",
  },
  mayNotAsk: "Only people with certain roles may ask me here. Somebody who runs this server can tell you where to ask.",
  attachment: {
    foreign: "I only fetch files that were attached here in Discord. Please attach the file itself.",
    "too-large": "This file is too large for me. Please attach a smaller one, or a part of it.",
    gone: "Discord does not have this file any more. Please attach it again.",
    unreachable: "Discord did not hand me the file in time. Please try again shortly.",
  },
  work: {
    full: "I am working on as much as I can at once. Please do this again in a minute.",
    calledOff: {
      asker: "Cancelled. Nothing was changed.",
      restart: "I am being restarted and could not finish this. Please do it again in a minute.",
      time: "This took longer than Discord lets me, so I stopped. Please try again, with a smaller file if there is one.",
    },
    unseen:
      "I was restarted before I could show what came of this. It was done all the same: `/settings history` lists it.",
    over: "There is nothing to cancel any more: it is finished, or I was restarted meanwhile. If no outcome is shown, please do it again.",
    forbidden: "Only whoever began this, or runs the server, can cancel it.",
  },
};

function listWords(words: readonly string[], more: number): string {
  return [...words.map((word) => `“${word}”`), ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
}

/** A chapter without a number goes by its heading. */
function chapterWords(first: string, last: string): string {
  if (!isNumber(first) || !isNumber(last)) return first === last ? first : `${first} – ${last}`;
  return first === last ? `ch. ${first}` : `chs. ${first}–${last}`;
}
