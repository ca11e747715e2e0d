import { listedQuotes } from "../../src/answer/answer.ts";
import { answerQuestion } from "../../src/answer/answer-question.ts";
import type { Article } from "../../src/article/article.ts";
import { contextLevels } from "../../src/answer/widen-span.ts";
import type { Control } from "../../src/command.ts";
import type { ComponentInvocation } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import type { AnswerAction } from "../../src/render/answer-buttons.ts";
import { answerActions } from "../../src/render/answer-buttons.ts";
import type { AnswerMessageOptions, Matches } from "../../src/render/answer-message.ts";
import {
  countShown,
  mostCandidates,
  shownQuotes,
  stateMessage,
  withVersions,
} from "../../src/render/answer-message.ts";
import type { AnswerState } from "../../src/render/answer-state.ts";
import { readAnswerState } from "../../src/render/answer-state.ts";
import { copyMessage } from "../../src/render/copy-message.ts";
import { noticeMark, readIntro, sharedMark } from "../../src/render/own-message.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { readQuestionLines } from "../../src/render/question-line.ts";
import type { MessageReply, Reply } from "../../src/render/reply.ts";
import { words } from "../../src/render/words/all.ts";
import type { Span } from "../../src/text/span.ts";
import { allowsThread } from "../parts/allows-thread.ts";
import { canReport } from "../parts/can-report.ts";
import { findVersions } from "../parts/find-versions.ts";
import { mayTeach } from "../parts/may-teach.ts";
import { sayPrivately } from "../parts/say.ts";
import { threadOn } from "../parts/thread-on.ts";

/** The buttons below an answer; they know all they need, so they work after a restart and for anybody. */
export const answerControls: readonly Control[] = answerActions.map((action) => ({
  name: action,
  press: (invocation, state, services) => pressAnswer({ action, invocation, parts: state, services }),
}));

interface Press {
  readonly action: AnswerAction;
  readonly invocation: ComponentInvocation;
  readonly parts: readonly string[];
  readonly services: Services;
}

async function pressAnswer({ action, invocation, parts, services }: Press): Promise<Reply> {
  const state = readAnswerState(parts);
  if (!state) return sayPrivately(words[invocation.locale].oldControl);
  const { current, old } = await findVersions(services, state.versions);
  const articles = new Map([...services.library.articles, ...current, ...old]);
  const changed = sayPrivately(phrases[invocation.locale].changed);
  if (current.size + old.size < state.versions.length) return changed;
  const shown: Shown = {
    state: move(state, action, services.quotesPerAnswer),
    old,
    options: {
      articles,
      private: action === "share" ? false : invocation.message.isPrivate,
      allowsThread: allowsThread(invocation.channel),
      quotesAtOnce: services.quotesPerAnswer,
      canReport: canReport(services),
      canTeach: mayTeach(invocation.asker, services),
    },
  };
  return act(action, shown, { invocation, services }) ?? changed;
}

interface Shown {
  readonly state: AnswerState;
  readonly old: ReadonlyMap<string, Article>;
  readonly options: AnswerMessageOptions;
}

type Context = Pick<Press, "invocation" | "services">;

function act(action: AnswerAction, shown: Shown, context: Context): Reply | undefined {
  const { invocation } = context;
  switch (action) {
    case "earlier":
    case "later":
    case "wider":
    case "narrower": {
      const message = showAgain(shown, context, []);
      return (
        message && { kind: "update", content: message.content, quotes: message.quotes, components: message.components }
      );
    }
    case "share":
      return showAgain(shown, context, [`${sharedMark}${phrases[shown.state.locale].sharedBy(invocation.asker.id)}`]);
    case "copy": {
      const quotes = shownQuotes(shown.state, shown.options);
      if (quotes.length === 0) return undefined;
      const message = copyMessage(quotes, shown.options.articles, invocation.locale);
      return { ...message, quotes: withVersions(message.quotes, shown.old) };
    }
    case "thread":
      return threadOn(invocation, shownQuotes(shown.state, shown.options), context.services);
  }
}

function move(state: AnswerState, action: AnswerAction, quotesAtOnce: number): AnswerState {
  const step = countShown(state, { quotesAtOnce });
  const last = state.candidates.length - 1;
  switch (action) {
    case "earlier":
      return { ...state, at: Math.max(0, state.at - step) };
    case "later":
      return { ...state, at: Math.min(last, state.at + step) };
    case "wider":
      return { ...state, level: contextLevels[state.level + 1] ?? state.level };
    case "narrower":
      return { ...state, level: contextLevels[state.level - 1] ?? state.level };
    case "copy":
    case "share":
    case "thread":
      return state;
  }
}

function showAgain(
  { state, old, options }: Shown,
  context: Context,
  above: readonly string[],
): MessageReply | undefined {
  const { content } = context.invocation.message;
  const notices = [...old.values()].map(({ version }) => phrases[state.locale].oldVersion(version.slice(0, 8)));
  const intro = [...above, ...readIntro(content), ...notices.map((notice) => `${noticeMark}${notice}`)];
  const matches: Matches = old.size > 0 ? new Map() : matchesOf(content, context.services);
  const message = stateMessage({ state, intro, matches }, options);
  return message && { ...message, quotes: withVersions(message.quotes, old) };
}

/** Asks the message's own question once more, for the words that matched it. */
function matchesOf(content: string, services: Services): Matches {
  const question = readQuestionLines(content).at(-1);
  if (question === undefined) return new Map();
  const make = (): Matches => findMatches(question, services);
  return services.memory?.matches(question, make) ?? make();
}

function findMatches(question: string, { library, quotesPerAnswer }: Services): Matches {
  const matches = new Map<string, readonly Span[]>();
  const answer = answerQuestion(library, question, { limit: Math.max(mostCandidates, quotesPerAnswer) });
  for (const quote of listedQuotes(answer)) {
    matches.set(quote.article, [...(matches.get(quote.article) ?? []), ...quote.matches]);
  }
  return matches;
}
