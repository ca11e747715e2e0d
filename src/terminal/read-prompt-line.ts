/** The commands of the interactive prompt, in the order of its help. */
export const promptCommands = {
  help: "shows this",
  outline: "prints the table of contents",
  new: "forgets the earlier questions",
  quit: "leaves, as Ctrl+D does",
} as const;

export type PromptCommand = keyof typeof promptCommands;

/** What a line that can hold nothing but a question says. */
export type QuestionLine =
  | { readonly kind: "blank" }
  | { readonly kind: "question"; readonly question: string }
  /** In UTF-16 code units. */
  | { readonly kind: "too-long"; readonly length: number };

/** What a line typed at the prompt asks for. */
export type PromptLine =
  | QuestionLine
  | { readonly kind: "command"; readonly command: PromptCommand }
  | { readonly kind: "unknown-command"; readonly name: string };

/** Longer lines are refused, in UTF-16 code units: no question is so long, and a pasted file is none. */
const LONGEST_QUESTION = 10_000;

/** Reads a line of the prompt: a command begins with a colon, full-width or not, and whoever types `exit` may go. */
export function readPromptLine(line: string): PromptLine {
  const text = line.trim();
  const name = /^[:\uff1a]\s*(\S*)$/u.exec(text)?.[1]?.toLowerCase();
  if (name === undefined)
    return /^(exit|quit)$/iu.test(text) ? { kind: "command", command: "quit" } : readQuestionLine(text);
  const command = name || "help";
  return isCommand(command) ? { kind: "command", command } : { kind: "unknown-command", name };
}

function isCommand(name: string): name is PromptCommand {
  return Object.hasOwn(promptCommands, name);
}

/** Reads a line of a pipe. */
export function readQuestionLine(line: string): QuestionLine {
  const question = line.trim();
  if (question === "") return { kind: "blank" };
  if (question.length > LONGEST_QUESTION) return { kind: "too-long", length: question.length };
  return { kind: "question", question };
}

/** Says what is wrong with a line, to be read behind its name. */
export function explainTooLong(length: number): string {
  return `has ${length} characters; a question may have ${LONGEST_QUESTION}`;
}
