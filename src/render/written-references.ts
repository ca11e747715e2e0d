/** What is written in code is meant to stay as it is. */
const code = /(`{3,})[^]*?\1|(`{1,2})(?!`)[^]*?(?<!`)\2(?!`)/gu;
const written = /\[\[([^[\]\n]{1,100})\]\]/gu;

/** Finds the references that somebody wrote as `[[§2 ¶1:3]]` within a message, in their order, none twice. */
export function writtenReferences(message: string): string[] {
  const found = [...message.replaceAll(code, " ").matchAll(written)].map(([, reference = ""]) => reference.trim());
  return [...new Set(found.filter((reference) => reference !== ""))];
}
