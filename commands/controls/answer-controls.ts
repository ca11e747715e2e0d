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
  noMatches,
  pageBefore,
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
  const isLost = current.size + old.size < state.versions.length;
  if (isLost && action !== "thread") return changed;
  const shown: Shown = {
    state: move(state, action, services.quotesPerAnswer),
    old,
    isLost,
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
  /** Whether a version that was quoted is not there any more. */
  readonly isLost: boolean;
  readonly options: AnswerMessageOptions;
}

type Context = Pick<Press, "invocation" | "services">;

function act(action: AnswerAction, shown: Shown, context: Context): Reply | undefined {
  const { invocation } = context;
  switch (action) {
    case "earlier":
    case "later":
    case "wider":
    case "narrower":
    case "more": {
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
    case "thread": {
      const { old, isLost, options } = shown;
      const quotes = isLost ? [] : shownQuotes(shown.state, options);
      return threadOn(invocation, { quotes, articles: options.articles, old, isLost }, context.services);
    }
  }
}

function move({ showsMore, ...state }: AnswerState, action: AnswerAction, quotesAtOnce: number): AnswerState {
  const last = state.candidates.length - 1;
  switch (action) {
    case "earlier":
      return { ...state, at: pageBefore(state, { quotesAtOnce }) };
    case "later":
      return { ...state, at: Math.min(last, state.at + countShown(state, { quotesAtOnce })) };
    case "wider":
      return { ...state, level: contextLevels[state.level + 1] ?? state.level };
    case "narrower":
      return { ...state, level: contextLevels[state.level - 1] ?? state.level };
    case "more":
      return { ...state, showsMore: !showsMore };
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
  const matches = old.size > 0 ? noMatches : matchesOf(content, context.services);
  const message = stateMessage({ state, intro, matches }, options);
  return message && { ...message, quotes: withVersions(message.quotes, old) };
}

/** Asks the message's own question once more, for the words that matched it. */
function matchesOf(content: string, services: Services): Matches {
  const question = readQuestionLines(content).at(-1);
  if (question === undefined) return noMatches;
  const make = (): Matches => findMatches(question, services);
  return services.memory?.matches(question, make) ?? make();
}

function findMatches(question: string, { library, quotesPerAnswer }: Services): Matches {
  const spans = new Map<string, readonly Span[]>();
  const answer = answerQuestion(library, question, { limit: Math.max(mostCandidates, quotesPerAnswer) });
  const quotes = listedQuotes(answer);
  for (const quote of quotes) spans.set(quote.article, [...(spans.get(quote.article) ?? []), ...quote.matches]);
  const sides = quotes.flatMap(({ article, span, side }) => (side === undefined ? [] : [{ article, span, side }]));
  return { spans, sides };
}
