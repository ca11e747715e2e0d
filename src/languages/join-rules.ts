import type { SentenceRules } from "../text/sentence-rules.ts";

/** Joins what the languages know of sentences: articles mix languages, so all of it counts everywhere. */
export function joinRules(all: readonly SentenceRules[]): SentenceRules {
  const join = (pick: (rules: SentenceRules) => ReadonlySet<string>): ReadonlySet<string> =>
    new Set(all.flatMap((rules) => [...pick(rules)]));
  const speechTag = joinPatterns(all.map((rules) => rules.speechTag));
  const boundClause = joinPatterns(all.map((rules) => rules.boundClause));
  return {
    abbreviations: join(({ abbreviations }) => abbreviations),
    numberAbbreviations: join(({ numberAbbreviations }) => numberAbbreviations),
    finalAbbreviations: join(({ finalAbbreviations }) => finalAbbreviations),
    nameAbbreviations: join(({ nameAbbreviations }) => nameAbbreviations),
    sentenceOpeners: join(({ sentenceOpeners }) => sentenceOpeners),
    markedNames: join(({ markedNames }) => markedNames),
    ...(speechTag && { speechTag }),
    ...(boundClause && { boundClause }),
  };
}

function joinPatterns(patterns: readonly (RegExp | undefined)[]): RegExp | undefined {
  const known = patterns.filter((pattern) => pattern !== undefined);
  if (known.length === 0) return undefined;
  return new RegExp(known.map(({ source }) => `(?:${source})`).join("|"), "u");
}
