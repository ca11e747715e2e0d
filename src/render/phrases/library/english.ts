import { megabytes } from "../../megabytes.ts";
import type { LibraryPhrases } from "./library-phrases.ts";

export const englishLibraryPhrases: LibraryPhrases = {
  nothingKept: "Nothing can be kept here: this works in servers alone, and where whoever runs me has set up a store.",
  noFiles: "I cannot read files here. Whoever runs me can tell why.",
  notYours: "Only whoever brought this, or those who run the server, can do that.",
  noSuchArticle: (ids) =>
    ids.length === 0
      ? "This server has no article of its own yet. Bring one with `/library add`."
      : `This server has no such article. It has: ${ids.join(" · ")}`,
  undo: "Undo",
  undone: (subject) => `↩ Taken back: ${subject}`,
  notAsked: (id) => `**${id}** is not asked any more.`,
  askedAgain: (id) => `**${id}** is asked again.`,
  inUseNow: (id, version) => `**${id}** is answered from the version of ${version} now.`,
  undoRefused: {
    unknown: "This cannot be taken back any more: it was undone already, or is too long ago.",
    "changed-since": "This cannot be taken back as it is: what it changed was changed again since.",
  },
  list: {
    none: "This server has no article of its own yet. Bring one with `/library add`.",
    listed: (number) => (number === 1 ? "This server's own article:" : `This server's own ${number} articles:`),
    line: (versions, sentences) => `${count(sentences, "sentence")} · ${count(versions, "version")}`,
    drafts: (number) => `${count(number, "draft")} ${number === 1 ? "waits" : "wait"} to be published.`,
    unreadable: (names) =>
      `⚠ Damaged or lost, and left out of every answer: ${names}. Bring the file again, or ask whoever runs this bot to restore a backup.`,
  },
  bring: {
    noAttachment: "This message has no file. Attach the document itself: PDF, Word, EPUB, HTML, Markdown, plain text …",
    choose: "Which of these files?",
    chooseAgain: "I do not remember these files any more. Please choose the message's menu again.",
    fetching: (name) => `Fetching ${name} …`,
    reading: (name, share) => (share === undefined ? `Reading ${name} …` : `Reading ${name} … ${share} %`),
    comparing: "Comparing with the version in use …",
    stop: "Cancel",
    unreadable: "I cannot read this file. The reader says:",
    refused: (refusal, article) => {
      switch (refusal.kind) {
        case "no-such-article":
          return `There is no article \`${article}\` (any more) that this could replace.`;
        case "taken":
          return `\`${article}\` is an article of everybody's, which no server can replace. Give another id.`;
        case "same-text":
          return `\`${article}\` has just this text already: nothing would change.`;
        case "too-many-articles":
          return `This server has ${refusal.most} articles of its own, which is as many as I keep. Remove one first.`;
        case "too-many-drafts":
          return `${refusal.most} drafts wait to be published, which is as many as I keep. Publish or cancel some of them.`;
        case "too-many-bytes":
          return `This server's files weigh ${megabytes(refusal.kept)} of the ${megabytes(refusal.most)} that I keep, so there is no room. Remove an article first.`;
      }
    },
    badId: "An id needs letters or digits: `house-rules`.",
  },
  draft: {
    ready: "Ready to be published",
    replaces: "Ready to replace",
    facts: (sections, sentences, leftOut) =>
      [
        count(sections, "section"),
        count(sentences, "sentence"),
        ...(leftOut > 0 ? [`${count(leftOut, "line")} left out`] : []),
      ].join(" · "),
    languages: { zh: "Chinese", en: "English" },
    begins: "Begins with",
    headings: "Sections",
    questions: "One could ask",
    fewSentences: (number) => `Only ${count(number, "sentence")}: was the file read as you expected?`,
    sameText: (articles) => `The same text stands already in ${articles.join(" · ")}.`,
    replacesByName: (id) => `\`${id}\` is there already: this would replace it. To keep both, give another id.`,
    waits: "Nobody is answered from it before it is published. This draft is kept for a day.",
    publish: "Publish",
    drop: "Cancel",
    publishing: (id) => `Publishing \`${id}\` …`,
    published: (title, id) => `✔ **${title}** is published as \`${id}\`. Questions are answered from it now.`,
    replaced: (title, id) =>
      `✔ \`${id}\` is replaced by **${title}**. Questions are answered from it now; older answers keep the version that they quote.`,
    dropped: "Cancelled. Nothing was published.",
    refused: (refusal) => {
      switch (refusal.kind) {
        case "unknown":
          return "This draft is not there any more: it was published or cancelled.";
        case "expired":
          return "This draft has waited for longer than a day. Please bring the file again.";
        case "taken":
          return `Another article \`${refusal.article}\` was published meanwhile. Bring the file again to replace it, or give another id.`;
        case "gone":
          return `The article \`${refusal.article}\` was taken out meanwhile, so there is nothing to replace. Bring the file again to add it.`;
        case "changed":
          return `\`${refusal.article}\` was changed after this was shown, so it would replace something else. Bring the file again to see what it changes now.`;
        case "too-many-articles":
          return `This server has ${refusal.most} articles of its own, which is as many as I keep. Remove one first.`;
      }
    },
  },
  changes: {
    same: "Not one sentence differs from the version in use.",
    counts: ({ altered, added, removed, moved, same }) =>
      `Sentences: **${altered}** altered · **${added}** added · **${removed}** removed · **${moved}** moved · ${same} as they were`,
    altered: "Altered",
    added: "Added",
    removed: "Removed",
    moved: "Moved",
    sectionsAdded: (headings) => `Sections added: ${headings.join(" · ")}`,
    sectionsRemoved: (headings) => `Sections removed: ${headings.join(" · ")}`,
    taughtLost: (questions, number) =>
      `${count(number, "taught question")} would no longer fit: ${listed(questions, number)}`,
    taughtFound: (number) => `${count(number, "taught question")} would be found again.`,
    words: (lines, number) =>
      `${count(number, "line")} of the server's words would lead nowhere: ${listed(lines, number)}`,
    whole: "All changes are in the file.",
  },
  show: {
    inUse: "in use",
    version: (sections, sentences) => `${count(sections, "section")} · ${count(sentences, "sentence")}`,
    source: "Source",
    formerIds: (ids) => `Earlier ids: ${ids.join(" · ")}`,
    taught: (number, lost) => `Taught questions: ${number}${lost > 0 ? `, ${lost} of which no longer fit` : ""}`,
    scopes: (channels, isDefault) =>
      `Named for: ${[...(isDefault ? ["the whole server"] : []), ...channels].join(" · ")}`,
    more: (number) => `and ${count(number, "older version")}`,
    weighs: (own, of) => `All files of this server: ${own} of ${of}`,
  },
  rollback: {
    done: (id, version) => `✔ \`${id}\` is back at the version of ${version}.`,
    refused: {
      "no-such-article": "This server has no such article (any more).",
      "no-such-version": "No such version is kept. `/library show` lists those that are.",
      "no-earlier-version": "There is no earlier version. To take a later one, name it.",
      "in-use": "This version is in use already.",
    },
  },
  remove: {
    confirm: (title, id, versions) =>
      `Take **${title}** \`${id}\` out with ${versions === 1 ? "its only version" : `all its ${versions} versions`}? Nobody is answered from it any more, and the buttons of older answers say that it is gone. You can take this back.`,
    button: "Remove",
    keep: "Keep",
    kept: "Nothing was changed.",
    done: (id) => `✔ \`${id}\` is taken out.`,
  },
  rename: {
    done: (id, title) => `✔ It is called **${title}** \`${id}\` now.`,
    refused: {
      "no-such-article": "This server has no such article (any more).",
      taken: "Another article has this id.",
      "nothing-to-change": "Give a new id, a new title, or both.",
    },
  },
  export: {
    fetching: "Looking for the file …",
    done: (name) => `${name}, as it was brought:`,
    all: "Everything that this server has, without anybody's name. Whoever runs a bot can bring it in again: `npm run library -- import`.",
    lost: "This file is not kept any more.",
    tooLarge: (weight) => `This weighs ${weight}, which is more than Discord takes. Whoever runs me can export it.`,
  },
  verify: {
    stood: ({ title, date, hash }) =>
      `📜 It stood letter for letter in an older version of **${title}**, of ${date} (${hash}).`,
    present: "What the present version says:",
  },
};

function count(number: number, name: string): string {
  return `${number} ${name}${number === 1 ? "" : "s"}`;
}

function listed(some: readonly string[], number: number): string {
  return [...some, ...(number > some.length ? [`and ${number - some.length} more`] : [])].join(" · ");
}
