import { englishLibraryPhrases } from "./library/english.ts";
import { englishServerPhrases } from "./server/english.ts";
import { englishInbox } from "./inbox/english.ts";
import { englishPlaces } from "./places/english.ts";
import type { Phrases } from "./phrases.ts";
import { englishTeachPhrases } from "./teach/english.ts";

export const englishPhrases: Phrases = {
  buttons: {
    earlier: "◀ Better match",
    later: "Next match ▶",
    wider: "More context",
    narrower: "Less context",
    copy: "Copy",
    share: "Share here",
    thread: "Continue in a thread",
    source: "Open source",
    gap: "Report this gap",
    previousPage: "◀ Page",
    nextPage: "Page ▶",
    previousSection: "⏮ Section",
    nextSection: "Section ⏭",
    hideNumbers: "Hide numbers",
    showNumbers: "Show numbers",
    read: "Read the section",
  },
  labelled: (label, value) => `${label}: ${value}`,
  changed:
    "What is quoted here cannot be shown any more: the article was taken out or is not asked here, or this version of it is no longer kept. Please ask again.",
  replaced: "The article has been replaced since. Give the command again for its present version.",
  oldVersion: (hash) => `The article has changed since. This is its older version ${hash}:`,
  sharedBy: (userId) => `shared by <@${userId}>`,
  noArticle:
    "There is no article to ask here. Those who run a server bring one with `/library add`, and choose with `/library scope set` what is asked where.",
  noSuchArticle: (titles) => `There is no such article. There is: ${titles.join(" · ")}`,
  whichArticle: (ids) => `There are several articles. Name one of them: ${ids.join(" · ")}`,
  thread: {
    all: "Ask on here: every message in this thread is a question.",
    addressed: "Ask on here: mention me, reply to me, or use `/ask`. I cannot read messages that do not mention me.",
    none: "Ask on here with `/ask`. I cannot read messages.",
    done: (threadId) => `Continued in <#${threadId}>.`,
    exists: (threadId) => `There is a thread already: <#${threadId}>`,
    forbidden: "I may not open threads here: I lack **Create Public Threads** or **Send Messages in Threads**.",
    failed: "Discord did not let me open the thread. Please try again in a moment.",
    untitled: "Question",
  },
  gap: {
    title: "Report this gap",
    question: "Your question, as it is sent",
    comment: "What did you expect to find? (optional)",
    placeholder: "The people who keep the article read this.",
    done: "Thank you. The people who keep the article have been told.",
    failed: "I could not pass this on. Please tell whoever runs me.",
    report: (userId, version) => `Gap reported by <@${userId}> · ${version}`,
  },
  inbox: englishInbox,
  search: {
    found: (count) => (count === 1 ? "One place:" : `${count} places:`),
    partly: (count) => `No sentence has all of these words; ${count === 1 ? "one has" : `${count} have`} some of them:`,
    foundFirst: (count) => `Many places; the first ${count}:`,
    partlyFirst: (count) =>
      `No sentence that I looked at has all of these words; the first ${count} with some of them:`,
    noneSoFar: "These words stand in none of the sentences that I looked at; other words may find more.",
    none: "These words stand nowhere in the article's sentences.",
    noWords: "There is no word in this that I could look for.",
    headings: (references) => `In the headings of ${references}`,
  },
  page: (page, pages) => `page ${page} of ${pages}`,
  outline: {
    choose: "Open a section",
    sentences: (count) => (count === 1 ? "1 sentence" : `${count} sentences`),
  },
  read: {
    subsections: "Its parts:",
    empty: "There is nothing to read under this heading.",
    tooLong: (reference) => `One sentence is too long for a message and is left out whole: ${reference}`,
  },
  reference: {
    invalid: (input, example) => `I cannot read “${input}” as a reference. Write it like ${example}.`,
    noSection: (asked, first, last) => `There is no §${asked}: the sections are §${first} to §${last}.`,
    noSubsection: (within, asked, last) =>
      last === 0 ? `${within} has no parts.` : `${within} has no part ${asked}: its last one is ${last}.`,
    noParagraph: (within, asked, last) =>
      last === 0 ? `${within} has no paragraphs of its own.` : `${within} has no ¶${asked}: its last one is ¶${last}.`,
    noSentence: (within, asked, last) => `${within} has no sentence ${asked}: its last one is ${last}.`,
    unborne: (written) => `Nothing in the article bears the number “${written}”.`,
    tooMany: (most) => `Only the first ${most} references of a message are shown.`,
  },
  cite: {
    choose: "Form of the citation",
    forms: { plain: "Plain text", markdown: "Markdown", gbt7714: "GB/T 7714", apa: "APA-like", bibtex: "BibTeX" },
    quoteTooLong: "The quote is too long for a message; this is its citation alone.",
  },
  verify: {
    empty: "There is no word in this that I could check.",
    absent: "✖ **Not in the article.** No sentence of it comes near.",
    verbatim: "✔ **Verbatim.** It stands in the article letter for letter.",
    verbatimPart: "✔ **Verbatim**, a part of what stands in the article.",
    outside: "It stands there outside of the sentences and headings: in a part that is left out.",
    places: (count) => `It stands there ${count} times.`,
    typographic: (kinds) => `≈ **The words are the same**, but the typography differs: ${kinds.join(", ")}.`,
    changed: "✖ **Not verbatim: words differ.** The closest place:",
    kinds: {
      spaces: "spaces",
      punctuation: "punctuation",
      width: "full or half width",
      case: "capitals",
      script: "Traditional or Simplified characters",
      accents: "accents",
      hyphens: "hyphens",
    },
    differences: "Differences (given → article):",
    added: (word) => `~~${word}~~ is not in the article`,
    missing: (word) => `**${word}** was left out`,
    more: (count) => `and ${count} more`,
    article: "The article has:",
    cited: {
      here: (reference) => `📍 It is where you cited it: ${reference}.`,
      partly: (reference, actual) => `📍 Only a part of it is at ${reference}; it stands at ${actual}.`,
      elsewhere: (reference, actual) => `📍 It is not at ${reference}, but at ${actual}.`,
      nowhere: (reference) => `📍 Nor is it at ${reference}.`,
    },
  },
  summary: "The key sentence of each section:",
  summaryUnderWay: "The key sentences are still being looked for; ask again in a moment.",
  random: "Opened anywhere:",
  article: {
    source: "Source",
    version: "Version (SHA-256)",
    format: "Read out of",
    original: "Original file (SHA-256)",
    date: "Date",
    attribution: "Attribution",
    language: "Language",
    counts: (sections, paragraphs, sentences) =>
      `${sections} sections · ${paragraphs} paragraphs · ${sentences} sentences`,
    leftOut: (count) =>
      `${count} passages are no content (captions, footers …) and are quoted for author, date and source alone`,
    unknown: "not known",
  },
  help: {
    what: (titles) =>
      `I answer questions about ${titles.join(", ")} by quoting it word for word, and say so when it has no answer or may have none.`,
    commands: [
      "`/ask` a question · `/search` words · `/summary`",
      "`/outline` · `/read` a section · `/random` a quote · `/article`",
      "`/cite` a reference such as `§2 ¶1:3` · `/verify` a quote",
      "On a message: Apps › *Find in the article* or *Check this quote*",
    ],
    readable: {
      all: "Mention me anywhere, reply to me, write to me directly, or ask on in my threads. `[[§2 ¶1:3]]` in a message shows that quote.",
      addressed:
        "Mention me anywhere, reply to my answers with a mention, or write to me directly; in threads, too, mention me. I cannot read messages that do not mention me (the Message Content intent is off).",
      none: "Use the commands: I cannot read messages.",
    },
    examples: "Try one of these:",
    short: "Ask me something about the article, and I quote what it says. `/help` tells more.",
    permissions: {
      all: "Permissions here: nothing is missing.",
      channel: (names) => `Permissions that I lack in this channel: ${names.join(", ")}`,
      threads: (names) => `Permissions that I lack in threads under it: ${names.join(", ")}`,
      names: {
        ViewChannel: "View Channel",
        SendMessages: "Send Messages",
        ReadMessageHistory: "Read Message History",
        CreatePublicThreads: "Create Public Threads",
        SendMessagesInThreads: "Send Messages in Threads",
      },
    },
  },
  menu: { noText: "This message holds no text that I may read." },
  places: englishPlaces,
  library: englishLibraryPhrases,
  server: englishServerPhrases,
  teach: englishTeachPhrases,
};
