import type { Interface } from "node:readline";
import type { Answer } from "../answer/answer.ts";
import type { Library } from "../search/library.ts";
import { answerData } from "./answer-data.ts";
import { type ConversationOptions, createConversation } from "./conversation.ts";
import { lookOf } from "./look.ts";
import { createInTurn } from "./in-turn.ts";
import { createLineEditor } from "./line-editor.ts";
import { writeOutline } from "./outline.ts";
import { explainTooLong, type PromptCommand, promptCommands, readPromptLine } from "./read-prompt-line.ts";
import { safeForTerminal } from "./safe-for-terminal.ts";
import { showAnswer } from "./show-answer.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

export interface PromptOptions extends ConversationOptions {
  /** Shows the whole answers as data. */
  readonly json: boolean;
}

/** Answers questions as they are typed, until Ctrl+D, Ctrl+C twice or `:quit`; earlier questions are their context. */
export async function promptForQuestions(
  library: Library,
  options: PromptOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { input, output } = terminal;
  const respond = createRespond(library, options, terminal);
  output.write(`${greet(library)}\n\n`);
  const editor = createLineEditor({ input, output, prompt: "> ", complete: completeCommand });
  return new Promise((resolve, reject) => {
    let [isLeaving, isClosed] = [false, false];
    const inTurn = createInTurn((error) => {
      reject(error);
      editor.close();
    });
    const show = (response: string | undefined): void => {
      if (isLeaving) return;
      isLeaving = response === undefined;
      if (response === undefined) return editor.close();
      output.write(response);
      if (!isClosed) editor.prompt();
    };
    editor.on("line", (line) => inTurn(() => (isLeaving ? undefined : respond(line)), show));
    onInterrupt(editor, output);
    editor.on("close", () => {
      isClosed = true;
      inTurn(
        () => isLeaving,
        (hasAsked) => {
          if (!hasAsked) output.write("\n");
          resolve(0);
        },
      );
    });
    editor.prompt();
  });
}

/** Ctrl+C clears what is typed; where nothing is, the second in turn leaves. */
function onInterrupt(editor: Interface, output: NodeJS.WriteStream): void {
  let isWarned = false;
  editor.on("line", () => {
    isWarned = false;
  });
  editor.on("SIGINT", () => {
    if (editor.line !== "") {
      isWarned = false;
      editor.write(null, { ctrl: true, name: "e" });
      editor.write(null, { ctrl: true, name: "u" });
      return;
    }
    if (isWarned) return editor.close();
    isWarned = true;
    output.write("\nCtrl+C once more, or Ctrl+D, leaves.\n");
    editor.prompt();
  });
}

/** Gives what is written below a line; nothing where it asks to leave. */
function createRespond(
  library: Library,
  options: PromptOptions,
  terminal: Terminal,
): (line: string) => string | undefined {
  const conversation = createConversation(library, options);
  const obey: Record<PromptCommand, () => string> = {
    help: () => HELP,
    outline: () => writeOutline([...library.articles.values()]),
    new: () => {
      conversation.forget();
      return "The next question follows none.";
    },
    quit: () => "",
  };
  const show = (given: Answer): string =>
    options.json
      ? JSON.stringify(answerData(given, library), undefined, 2)
      : showAnswer(given, library, lookOf(terminal));
  return (typed) => {
    const line = readPromptLine(typed);
    switch (line.kind) {
      case "blank":
        return "";
      case "question":
        return `\n${conversation.ask(line.question, show)}\n\n`;
      case "too-long":
        return `\nThe line ${explainTooLong(line.length)}.\n\n`;
      case "command":
        return line.command === "quit" ? undefined : `\n${obey[line.command]()}\n\n`;
      case "unknown-command":
        return `\nThere is no :${safeForTerminal(line.name.slice(0, 40))}; these there are:\n\n${HELP}\n\n`;
    }
  };
}

const HELP = [
  "A line is a question, in Chinese or English.",
  "“那谷歌呢?” or “why?” follow the questions before.",
  ...Object.entries(promptCommands).map(([name, does]) => `  :${name.padEnd(8)} ${does}`),
  "  ↑ and ↓   bring back what was typed",
  "  Ctrl+C    clears the line",
].join("\n");

/** Titles that a greeting names. */
const TITLES = 3;

function greet({ articles }: Library): string {
  const titles = [...articles.values()].slice(0, TITLES).map(({ title }) => `“${safeForTerminal(title)}”`);
  const more = articles.size > TITLES ? ` and ${articles.size - TITLES} more` : "";
  return `Ask about ${titles.join(", ")}${more}.\n:help shows the commands, Ctrl+D leaves.`;
}

function completeCommand(line: string): string[] {
  if (!line.startsWith(":")) return [];
  return Object.keys(promptCommands)
    .map((name) => `:${name}`)
    .filter((name) => name.startsWith(line));
}
