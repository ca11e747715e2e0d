import type { Answer } from "../answer/answer.ts";
import type { Library } from "../search/library.ts";
import { answerAsked, isQuestion } from "./answer-asked.ts";

export interface ConversationOptions {
  /** At most so many quotes. */
  readonly limit: number;
  /** Earlier questions, oldest first. */
  readonly context: readonly string[];
}

/** Questions asked one after another, of which each may follow the earlier ones. */
export interface Conversation {
  /**
   * Shows the answer to one, which those that follow know of once it is shown.
   *
   * @throws NotLoaded, and asks the same again once that is loaded.
   */
  readonly ask: <Shown>(question: string, show: (answer: Answer) => Shown) => Shown;
  /** The next question follows none. */
  readonly forget: () => void;
}

/** So many earlier questions say what a conversation is about. */
const MOST_EARLIER = 5;

/** Begins a conversation; its questions are kept in memory as long as it lasts. */
export function createConversation(library: Library, { limit, context }: ConversationOptions): Conversation {
  let earlier = context;
  return {
    ask(question, show) {
      const shown = show(answerAsked(library, question, { limit, context: earlier }));
      if (isQuestion(library, question)) earlier = [...earlier, question].slice(-MOST_EARLIER);
      return shown;
    },
    forget() {
      earlier = [];
    },
  };
}
