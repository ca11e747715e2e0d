/** A question made from the text, before anybody knows whether it is answered by it. */
export interface DraftQuestion {
  readonly question: string;
  readonly language: "zh" | "en";
  /** Which template made it: questions of one template sound alike. */
  readonly template: string;
}

/** One draft, as the templates give theirs. */
export function draft(language: "zh" | "en", template: string, question: string): DraftQuestion[] {
  return [{ question, language, template }];
}
