import type { Comparing } from "../answer/compare-wording.ts";
import type { DraftRecord } from "../community/records.ts";
import { escapeInline, escapeLine, tidyLine } from "./escape.ts";
import { fitLines, ranked } from "./fit-lines.ts";
import type { Locale } from "./locale.ts";
import { megabytes } from "./megabytes.ts";
import { phrases } from "./phrases/all.ts";
import type { ArticlePreview } from "./preview-of.ts";
import { type Changes, renderChanges } from "./render-changes.ts";
import { contentLimit } from "./reply.ts";

export interface ShownDraft {
  readonly draft: DraftRecord;
  readonly preview: ArticlePreview;
  /** How many passages are never quoted. */
  readonly leftOut: number;
  /** Ids of articles that have the same text. */
  readonly sameText: readonly string[];
  /** It replaces an article merely because their ids are the same, which nobody asked for. */
  readonly replacesByName: boolean;
  /** Of a replacement. */
  readonly changes?: Changes | undefined;
}

/** With fewer sentences something may have been read badly. */
const fewSentences = 5;
const mostHeadings = 8;
const mostNotes = 4;
const mostSame = 3;

/** Says what was read and what publishing it would change. */
export function renderDraft(shown: ShownDraft, locale: Locale, comparing: Comparing): string {
  const { labelled, library } = phrases[locale];
  const say = library.draft;
  const { draft, preview, changes } = shown;
  const title = escapeInline(tidyLine(draft.title ?? preview.title, 120)) || draft.article;
  const headings = preview.headings.slice(0, mostHeadings).map(({ reference, heading }) => {
    return `${reference} ${escapeInline(tidyLine(heading, 40))}`;
  });
  const { more } = phrases[locale];
  const left = preview.sections - headings.length;
  const rest = headings.length === mostHeadings && left > 0 ? [more(left)] : [];
  const lines = [
    ...ranked(0, [`📄 ${labelled(draft.replaces ? say.replaces : say.ready, `**${title}** \`${draft.article}\``)}`]),
    ...ranked(0, [`-# ${factsOf(shown, locale)}`]),
    ...ranked(4, preview.firstSentence === "" ? [] : [labelled(say.begins, show(preview.firstSentence, 240))]),
    ...ranked(7, headings.length > 0 ? [labelled(say.headings, [...headings, ...rest].join(" · "))] : []),
    ...ranked(
      6,
      preview.suggestions.length > 0
        ? [
            [
              labelled(say.questions, "").trimEnd(),
              ...preview.suggestions.map((question) => `- ${escapeLine(tidyLine(question, 100))}`),
            ].join("\n"),
          ]
        : [],
    ),
    ...ranked(1, warningsOf(shown, locale)),
    ...(changes ? renderChanges(changes, locale, comparing) : []),
    ...ranked(0, [`-# ${say.waits}`]),
  ];
  return fitLines(lines, contentLimit, phrases[locale].moreLines).toWellFormed();
}

function factsOf({ draft, preview, leftOut }: ShownDraft, locale: Locale): string {
  const say = phrases[locale].library.draft;
  const language = draft.language ?? (preview.language === "en" ? "en" : "zh");
  const { file, bytes } = draft.version;
  return [
    escapeLine(tidyLine(file, 60)),
    ...(preview.format === undefined ? [] : [show(preview.format, 40)]),
    megabytes(bytes),
    say.languages[language],
    say.facts(preview.sections, preview.sentences, leftOut),
    ...(draft.source === undefined ? [] : [show(draft.source, 100)]),
  ].join(" · ");
}

function warningsOf({ draft, preview, sameText, replacesByName }: ShownDraft, locale: Locale): string[] {
  const say = phrases[locale].library.draft;
  return [
    ...(replacesByName ? [say.replacesByName(draft.article)] : []),
    ...(sameText.length > 0
      ? [
          say.sameText(
            firstOf(
              sameText.map((id) => `\`${id}\``),
              mostSame,
              locale,
            ),
          ),
        ]
      : []),
    ...(preview.sentences < fewSentences ? [say.fewSentences(preview.sentences)] : []),
    ...firstOf(
      preview.notes.map((note) => show(note, 150)),
      mostNotes,
      locale,
    ),
  ].map((warning) => `⚠ ${warning}`);
}

/** The first of some, and how many more there are. */
function firstOf(all: readonly string[], most: number, locale: Locale): string[] {
  const more = all.length - most;
  return [...all.slice(0, most), ...(more > 0 ? [phrases[locale].more(more)] : [])];
}

function show(text: string, mostCharacters: number): string {
  return escapeInline(tidyLine(text, mostCharacters));
}
