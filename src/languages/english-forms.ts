/** Reads an irregular form's base forms (`bought` → `buy`). */
export type IrregularForms = ReadonlyMap<string, readonly string[]>;

/**
 * Lists the forms an English word may stand under in a dictionary, itself first, then the likeliest.
 *
 * A stemmer would find more and worse: to Porter, `universe` and `university` are one word. Plurals are tried for singulars
 * as well, since some glosses stand in the plural alone (`profits` for 利润).
 */
export function englishForms(word: string, irregular: IrregularForms): string[] {
  const candidates = [word, ...(irregular.get(word) ?? []), ...singulars(word), ...verbForms(word), ...plural(word)];
  return [...new Set(candidates)].filter((form) => form.length > 1);
}

function singulars(word: string): string[] {
  if (word.endsWith("men")) return [`${word.slice(0, -3)}man`];
  if (word.endsWith("ies")) return [`${word.slice(0, -3)}y`, word.slice(0, -1)];
  if (/(?:s|x|z|ch|sh|o)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)];
  return /[^su]s$/.test(word) ? [word.slice(0, -1)] : [];
}

function verbForms(word: string): string[] {
  const base = /^(.{2,})(?:ed|ing|er)$/.exec(word)?.[1];
  if (base === undefined) return [];
  const single = /([bdfgklmnprtvz])\1$/.test(base) ? [base.slice(0, -1)] : [];
  if (word.endsWith("er")) return single;
  const ied = word.endsWith("ied") ? [`${base.slice(0, -1)}y`, ...(base.length < 4 ? [`${base}e`] : [])] : [];
  return [...ied, ...single, `${base}e`, base];
}

function plural(word: string): string[] {
  if (/(?:s|ed|ing)$/.test(word)) return [];
  if (/(?:x|z|ch|sh)$/.test(word)) return [`${word}es`];
  return [/[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`];
}
