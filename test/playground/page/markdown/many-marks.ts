/** As many of one mark as a message holds. */
export const manyMarks = [
  ["backticks", "`".repeat(2000)],
  ["stars with letters", "*a ".repeat(700)],
  ["brackets", "[".repeat(2000)],
  ["links without an end", `[a](${"()".repeat(900)} `],
  ["nested brackets", `${"[a]".repeat(600)}(`],
  ["one long word", "a".repeat(2000)],
  ["quotes", "> ".repeat(1000)],
  ["underscores", "_a".repeat(1000)],
  ["bars", "|".repeat(2000)],
] as const;
