import type { Comparing } from "../answer/compare-wording.ts";
import { type Article, headingText, type Section } from "../article/article.ts";
import { formatReference } from "../article/format-reference.ts";
import type { VersionComparison, VersionSentence } from "../community/compare-versions.ts";
import { escapeInline, tidyLine } from "./escape.ts";
import { type RankedLine, ranked } from "./fit-lines.ts";
import type { Locale } from "./locale.ts";
import { markAlterations } from "./mark-alterations.ts";
import { phrases } from "./phrases/all.ts";

/** What a replacement would change. */
export interface Changes {
  readonly old: Article;
  readonly new: Article;
  readonly comparison: VersionComparison;
  /** The taught questions whose place stands nowhere in the new version, and how many stand again. */
  readonly taughtLost: readonly string[];
  readonly taughtFound: number;
  /** Lines of the server's own words that would lead nowhere. */
  readonly unfitWords: readonly string[];
}

const [mostShown, mostListed, mostAlterations] = [5, 6, 4];
const [longestSentence, longestItem] = [110, 50];

/** Says what differs, the most important lines first. */
export function renderChanges(changes: Changes, locale: Locale, comparing: Comparing): RankedLine[] {
  const say = phrases[locale].library.changes;
  const { comparison, taughtLost, taughtFound, unfitWords } = changes;
  if (isUnchanged(comparison)) return ranked(1, [say.same]);
  const { altered, added, removed, moved, same } = comparison;
  const counts = {
    altered: altered.length,
    added: added.length,
    removed: removed.length,
    moved: moved.length,
    same,
  };
  return [
    ...ranked(1, [hasManyChanges(changes) ? `${say.counts(counts)}\n-# ${say.whole}` : say.counts(counts)]),
    ...ranked(2, taughtLost.length > 0 ? [`⚠ ${say.taughtLost(few(taughtLost), taughtLost.length)}`] : []),
    ...ranked(2, taughtFound > 0 ? [say.taughtFound(taughtFound)] : []),
    ...ranked(2, unfitWords.length > 0 ? [`⚠ ${say.words(few(unfitWords), unfitWords.length)}`] : []),
    ...ranked(3, renderSections(changes, locale)),
    ...list(say.altered, altered, (pair) => {
      const marks = markAlterations(pair.old.text, pair.new.text, comparing).slice(0, mostAlterations);
      return `${sentenceLine(pair.new)} — ${marks.join(" · ")}`;
    }),
    ...list(say.added, added, sentenceLine),
    ...list(say.removed, removed, sentenceLine),
    ...list(say.moved, moved, (pair) => `${referenceTo(pair.old)} → ${sentenceLine(pair.new)}`),
  ];
}

function few(all: readonly string[]): readonly string[] {
  return all.slice(0, 3).map((each) => show(each, longestItem));
}

/** Tells whether all sentences stand as they stood; headings may differ. */
function isUnchanged({ altered, added, removed, moved, sections }: VersionComparison): boolean {
  return [altered, added, removed, moved, sections.added, sections.removed].every(({ length }) => length === 0);
}

/** The first of a kind stands before the second of another. */
function list<Item>(title: string, items: readonly Item[], write: (item: Item) => string): RankedLine[] {
  if (items.length === 0) return [];
  const lines = items.slice(0, mostShown).map((item, place) => ({ line: `- ${write(item)}`, rank: 10 + place * 2 }));
  return [{ line: `**${title}**`, rank: 9 }, ...lines];
}

function renderSections({ old, new: renewed, comparison }: Changes, locale: Locale): string[] {
  const say = phrases[locale].library.changes;
  const { added, removed } = comparison.sections;
  return [
    ...(added.length > 0 ? [say.sectionsAdded(headingsOf(renewed, added, locale))] : []),
    ...(removed.length > 0 ? [say.sectionsRemoved(headingsOf(old, removed, locale))] : []),
  ];
}

function headingsOf(article: Article, sections: readonly Section[], locale: Locale): string[] {
  const shown = sections.slice(0, mostListed).map((section) => {
    return `§${section.number.join(".")} ${show(headingText(article, section), longestItem)}`;
  });
  const more = sections.length - mostListed;
  return more > 0 ? [...shown, phrases[locale].more(more)] : shown;
}

function sentenceLine(sentence: VersionSentence): string {
  return `${referenceTo(sentence)} ${show(sentence.text, longestSentence)}`;
}

function referenceTo({ section, paragraph, sentence }: VersionSentence): string {
  const place = { paragraph, sentence };
  return formatReference({ section: section.number, parts: [{ kind: "sentences", from: place, to: place }] });
}

function show(text: string, mostCharacters: number): string {
  return escapeInline(tidyLine(text, mostCharacters));
}

/** Tells whether a message has no room for all that differs. */
export function hasManyChanges({ comparison }: Changes): boolean {
  const { altered, added, removed, moved } = comparison;
  return [altered, added, removed, moved].some(({ length }) => length > mostShown);
}

/** In UTF-16 code units; Discord takes files of 10 MiB. */
const longestFile = 2_000_000;

/** Writes all that differs into a file, as plain text. */
export function writeChanges({ comparison, old, new: renewed }: Changes, locale: Locale): string {
  const say = phrases[locale].library.changes;
  const { altered, added, removed, moved } = comparison;
  const lines = [
    `# ${tidyLine(renewed.title, 200)}`,
    `${old.version.slice(0, 8)} → ${renewed.version.slice(0, 8)}`,
    ...part(say.altered, altered, (pair) => `- ${line(pair.old)}\n+ ${line(pair.new)}\n`),
    ...part(say.added, added, (each) => `+ ${line(each)}`),
    ...part(say.removed, removed, (each) => `- ${line(each)}`),
    ...part(say.moved, moved, (pair) => `${referenceTo(pair.old)} → ${line(pair.new)}`),
  ];
  return `${lines.join("\n").slice(0, longestFile).toWellFormed()}\n`;
}

function part<Item>(title: string, items: readonly Item[], write: (item: Item) => string): string[] {
  return items.length === 0 ? [] : [`\n## ${title} (${items.length})\n`, ...items.map(write)];
}

function line(each: VersionSentence): string {
  return `${referenceTo(each)} ${each.text}`;
}
