import type { TeachPhrases } from "./teach-phrases.ts";

export const englishTeachPhrases: TeachPhrases = {
  button: "Choose the place",
  choose:
    "Which place answers this question? From then on it comes first for this question and those that ask the same.",
  noPlaces: "Name the place that answers this question: it then comes first for it, and for those that ask the same.",
  pick: "The right place",
  another: "Another place…",
  form: {
    title: "The right place for a question",
    question: "Question",
    reference: "Place, such as §2 ¶1:3",
    article: "Article, where there are several",
  },
  noQuestion:
    "I find no question in this message. Use this on an answer of mine, or name question and place with `/teach`.",
  mayNot: "Only those who run this server, and roles that `/settings` names as teachers, can choose places.",
  taught: (reference) => `${reference} now comes first for this question and those that ask the same.`,
  replaced: (reference) => `${reference} now comes first for this question, in place of what was chosen before.`,
  already: (reference) => `${reference} was chosen for this question already.`,
  full: (most) =>
    `This server has ${most} taught questions, and no more are kept. Remove some with \`/library taught\`.`,
  notOnePlace: (most) =>
    `A place is one stretch of whole sentences within a section, of at most ${most} characters: §2 ¶1:3, or §2 ¶1:3–5.`,
  list: {
    none: "Nothing is taught yet. Use *This is the right place* on an answer, or `/teach`.",
    noneLike: (query) => `No taught question has “${query}”.`,
    title: (count) => (count === 1 ? "One taught question:" : `${count} taught questions:`),
    lost: (count) => `${count} to be looked at: the text that was chosen does not stand any more.`,
    isLost: "to be looked at",
    remove: "Remove one",
    removed: (question) => `Removed: ${question}`,
    gone: "This question is not taught (any more).",
  },
  check: {
    underWay: (done, of) => `Asking the taught questions again: ${done} of ${of}`,
    nothing: "Nothing is taught yet, so there is nothing to check.",
    done: (count) =>
      count === 1 ? "One taught question was asked again." : `${count} taught questions were asked again.`,
    right: (count) => `**Still right: ${count}**`,
    changed: (count) => `**Changed: ${count}**, another place comes first now`,
    lost: (count) => `**Lost: ${count}**, the text that was chosen does not stand any more`,
    elsewhere: (count) => `**Not asked here: ${count}**, their articles are not in this channel's scope`,
    byItself: (count) => `${count} of them would be found without teaching as well`,
    first: (question, found) => `${question} → ${found}`,
    closest: (question, found) => (found === undefined ? question : `${question} → closest now: ${found}`),
    more: (count) => `and ${count} more, see the file`,
    states: { right: "still right", changed: "changed", lost: "lost", elsewhere: "not asked here" },
    columns: [
      "state",
      "question",
      "article",
      "place",
      "text",
      "comes first or is closest now",
      "its text",
      "found without teaching",
    ],
    stop: "Cancel",
  },
};
