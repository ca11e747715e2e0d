import type { PlacePhrases } from "./place-phrases.ts";

const all = (count: number): string => (count === 2 ? "Both parts" : `All ${count} parts`);

export const englishPlaces: PlacePhrases = {
  parts: {
    verbatim: (count) =>
      `✔ **Verbatim, with words left out.** ${all(count)} stand in the article letter for letter, in this order.`,
    same: (count) =>
      `≈ **The words are the same**, with words left out. ${all(count)} stand in the article in this order, but the typography differs.`,
    changed: (differing, count) =>
      `✖ **Not verbatim.** ${differing} of ${count} parts ${differing === 1 ? "differs" : "differ"} or cannot be found:`,
    replaced: (count) =>
      `≈ **Words were replaced in brackets.** ${all(count)} stand in the article letter for letter; compare what it says in place of the brackets.`,
    inPlace: (given, original) => `given here: ${given}; the article has: **${original}**`,
    reordered: (count) => `✖ **In another order.** ${all(count)} stand in the article, but not in this order.`,
    apart: (count) => `✖ **Put together from several articles.** ${all(count)} stand in one, but not in the same.`,
    absent: "not in the article",
    leftOut: (words) => `left out here: **${words}**`,
    leftOutCount: ({ words, sentences, isChinese }) => {
      const unit = isChinese ? "character" : "word";
      const whole =
        sentences === 0 ? "" : sentences === 1 ? ", with 1 whole sentence" : `, with ${sentences} whole sentences`;
      return `left out here: ${words} ${unit}${words === 1 ? "" : "s"}${whole}`;
    },
    leftOutSentences: (count) => `left out here: ${count} whole sentences and more`,
    nothing: "nothing is left out here",
    unchecked: (checked, count) => `Only the first ${checked} of ${count} parts were checked.`,
    added: (words) => `In brackets, so not part of the quote: ${words.join(", ")}`,
    places: (shown, count) => `It stands there ${count} times; the first ${shown}:`,
  },
  empty: {
    section: (name) => `There is no text under ${name}, only the heading.`,
    headings: (name) => `There is no text under ${name}, only headings.`,
  },
  choose: {
    which: "There are several articles. Which one do you mean?",
    unknown: "There is no such article. Which one do you mean?",
    placeholder: "Choose an article",
    type: "You can also type a title into the option `article`.",
    brought: (date) => `brought ${date}`,
    shared: "for all servers",
  },
};
