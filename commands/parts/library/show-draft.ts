import { answerQuestion } from "../../../src/answer/answer-question.ts";
import { suggestInSteps } from "../../../src/answer/suggest-questions.ts";
import { countLeftOut } from "../../../src/article/count-left-out.ts";
import type { Article } from "../../../src/article/article.ts";
import { excerptOf } from "../../../src/article/excerpt-of.ts";
import type { Services } from "../../../src/services.ts";
import { carryOverTaught } from "../../../src/community/carry-over.ts";
import { compareVersions } from "../../../src/community/compare-versions.ts";
import type { Guild } from "../../../src/community/guild.ts";
import type { GuildState } from "../../../src/community/guild-state.ts";
import { taughtRecord } from "../../../src/community/records.ts";
import type { DraftRecord } from "../../../src/community/records.ts";
import { unfitWords } from "../../../src/community/unfit-words.ts";
import type { Row } from "../../../src/render/component.ts";
import { writeControlId } from "../../../src/render/control-id.ts";
import type { Locale } from "../../../src/render/locale.ts";
import { phrases } from "../../../src/render/phrases/all.ts";
import { previewOf } from "../../../src/render/preview-of.ts";
import { type Changes, hasManyChanges, writeChanges } from "../../../src/render/render-changes.ts";
import { renderDraft } from "../../../src/render/render-draft.ts";
import type { MessageReply } from "../../../src/render/reply.ts";
import { createLibrary } from "../../../src/search/library.ts";
import { sayPrivately } from "../say.ts";
import { takeAllSteps } from "../take-all-steps.ts";

export interface DraftToShow {
  readonly key: string;
  readonly draft: DraftRecord;
  /** As it was read. */
  readonly article: Article;
  readonly state: GuildState;
  readonly replacesByName: boolean;
}

export interface Showing {
  readonly locale: Locale;
  readonly services: Services;
  readonly guild: Guild;
  readonly signal: AbortSignal;
}

/** Shows what was read, what a replacement changes, and the buttons that publish it or give it up. */
export async function showDraft(shown: DraftToShow, showing: Showing): Promise<MessageReply> {
  const { key, draft, article, state, replacesByName } = shown;
  const { locale, services } = showing;
  const { analyse, lexicon } = services.library;
  const changes = draft.replaces ? await findChanges(shown, showing) : undefined;
  // What changes matters more than what could be asked.
  const suggestions = changes ? [] : await suggest(article, showing);
  const comparing = { analyse, regional: lexicon.regional };
  const content = renderDraft(
    {
      draft,
      preview: previewOf(article, suggestions),
      leftOut: countLeftOut(article),
      sameText: articlesWith(article.version, state, services).filter((id) => id !== draft.article),
      replacesByName,
      changes,
    },
    locale,
    comparing,
  );
  const message = sayPrivately(content, [draftRow(key, locale)]);
  if (!changes || !hasManyChanges(changes)) return message;
  const bytes = new TextEncoder().encode(writeChanges(changes, locale));
  return { ...message, files: [{ name: "changes.md", bytes }] };
}

function draftRow(key: string, locale: Locale): Row {
  const { publish, drop } = phrases[locale].library.draft;
  return {
    kind: "buttons",
    buttons: [
      { kind: "action", customId: writeControlId("publish", [key]), label: publish, style: "success" },
      { kind: "action", customId: writeControlId("drop", [key]), label: drop, style: "secondary" },
    ],
  };
}

/** A long article is looked into no further than this: its index would take longer than people wait. */
const mostCharacters = 20_000;

async function suggest(article: Article, { services, signal }: Showing): Promise<readonly string[]> {
  const { analyse, lexicon } = services.library;
  const excerpt = excerptOf(article, mostCharacters);
  const library = createLibrary([excerpt], { analyse, lexicon });
  const steps = suggestInSteps(library, {
    article: excerpt.id,
    answer: (question, id) => answerQuestion(library, question, { article: id, limit: 1 }),
  });
  const suggested = await takeAllSteps(steps, services, signal);
  return suggested.map(({ question }) => question);
}

async function findChanges(
  { draft, article, state }: DraftToShow,
  { services, guild, signal }: Showing,
): Promise<Changes | undefined> {
  const record = state.article.get(draft.article);
  const old = record && (await guild.readVersion(record.active));
  if (!old) return undefined;
  await services.pause?.();
  const { analyse } = services.library;
  const comparison = await takeAllSteps(compareVersions(old, article, analyse), services, signal);
  const carried = carryOverTaught(state, draft.article, article).map(({ before, after }) => ({
    before: taughtRecord.parse(before),
    after: taughtRecord.parse(after),
  }));
  const lost = carried.filter(({ before, after }) => !before.lost && after.lost);
  return {
    old,
    new: article,
    comparison,
    taughtLost: lost.map(({ before }) => before.question),
    taughtFound: carried.filter(({ before, after }) => before.lost && !after.lost).length,
    unfitWords: await takeAllSteps(unfitWords(state, old, article), services, signal),
  };
}

/** Ids of articles whose version in use is just this text. */
function articlesWith(version: string, state: GuildState, { library }: Services): string[] {
  const all = [
    ...[...library.articles.values()].filter((each) => each.version === version).map(({ id }) => id),
    ...[...state.article].filter(([, record]) => record.active === version).map(([id]) => id),
  ];
  return [...new Set(all)];
}
