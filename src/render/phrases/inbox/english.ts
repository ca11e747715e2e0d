import type { InboxPhrases } from "./inbox-phrases.ts";

export const englishInbox: InboxPhrases = {
  sent: {
    kept: "Thank you. Your question is in this server's list of gaps now, with your name, for the people who keep the articles.",
    posted: (channelId) => `It was posted in <#${channelId}> as well.`,
    notPosted: (channelId) => `It could not be posted in <#${channelId}>.`,
    knownAsOutside: "They have marked it before as something that the articles are not about.",
    canTakeBack: "You can take it back; then it is deleted.",
    noQuestion: "There was no question in the form, so nothing was sent.",
    full: "This server's list of gaps is full, so nothing was sent. Please tell the people who keep the articles.",
    tooMany: (most) =>
      `${most} questions of yours are waiting already, so this one was not sent. Please wait until some of them were looked at.`,
  },
  takeBack: {
    button: "Take it back",
    done: "Taken back: your question, your comment and your name were deleted from the list of gaps.",
    stillPosted: "What was posted in the channel has to be deleted there, by the people who keep it.",
    nothing: "There is nothing of yours to take back any more.",
  },
  states: { open: "open", answered: "answered", outside: "outside the articles", dismissed: "dismissed" },
  list: {
    all: (count) => (count === 1 ? "**One question that was sent**" : `**${count} questions that were sent**`),
    some: (count, state) => (count === 1 ? `**One question · ${state}**` : `**${count} questions · ${state}**`),
    none: "Nobody has sent a question that the articles lack.",
    noneIn: (state) => `No question is ${state}.`,
    choose: "Open a question",
  },
  people: (count) => (count === 1 ? "one person" : `${count} people`),
  gap: {
    times: (first, last) => `first ${first}, last ${last}`,
    once: (at) => `on ${at}`,
    versions: (versions) => `articles at that time: ${versions}`,
    comments: "What they expected to find:",
    more: (count) => (count === 1 ? "and one more" : `and ${count} more`),
    gone: "This question is no longer in the list.",
  },
  buttons: {
    back: "◀ List",
    ask: "What is answered today",
    answer: "Answer",
    outside: "Outside the articles",
    dismiss: "Dismiss",
    reopen: "Reopen",
  },
  settled: {
    open: "✅ Open again.",
    answered: "✅ Marked as answered.",
    outside: "✅ Marked as outside the articles.",
    dismissed: "✅ Dismissed.",
  },
  already: "Somebody has done that already.",
  notAllowed: "Only those who run this server can do that; those who may teach can answer as well.",
  summary: {
    title: "**Questions that the articles lack: the last seven days**",
    sent: (count) => (count === 1 ? "one new question" : `${count} new questions`),
    answered: (count) => `${count} answered`,
    outside: (count) => `${count} outside the articles`,
    dismissed: (count) => `${count} dismissed`,
    open: (count) => (count === 1 ? "One is open." : `${count} are open.`),
    most: "Sent by most people:",
    where: "`/library gaps` shows them all.",
  },
};
