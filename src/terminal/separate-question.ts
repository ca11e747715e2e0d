/** An option as it is typed, and whether a value follows it. */
export interface TypedOption {
  readonly flags: readonly string[];
  readonly takesValue: boolean;
}

/**
 * Puts the words of a question behind `--`, so that one which begins with a dash is not taken for an option:
 * `-5%是哪一年`, `-40 degrees in Fahrenheit?`.
 *
 * What looks like an option stays one, so that a misspelt option is told.
 */
export function separateQuestion(words: readonly string[], options: readonly TypedOption[]): readonly string[] {
  const [typed, question]: [string[], string[]] = [[], []];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === "--") {
      question.push(...words.slice(at + 1));
      break;
    }
    const option = options.find(({ flags }) => flags.includes(word));
    if (!option && (!word.startsWith("-") || isQuestion(word))) {
      question.push(word);
      continue;
    }
    typed.push(word);
    const value = words[at + 1];
    if (option?.takesValue !== true) continue;
    // Whoever reads the options tells that the value is missing.
    if (value === undefined) return words;
    typed.push(value);
    at += 1;
  }
  return question.length === 0 ? typed : [...typed, "--", ...question];
}

/** An option is a dash or two and Latin letters, with a value behind `=`, whatever that holds. */
function isQuestion(word: string): boolean {
  return !/^(?:-[a-z]|--[a-z][a-z-]*(?:=.*)?)$/isu.test(word);
}
