/** Phrases that people say to each other rather than ask, in lower case, written as `expandPhrase` reads them. */
export interface SmallTalk {
  /** Thanks, laughs, praise, agreement, farewells: nobody waits for an answer. */
  readonly talk: readonly string[];
  /** Greetings, and asking what somebody is or can do. */
  readonly greeting: readonly string[];
  /** Says nothing by itself, and may stand beside the others: names, fillers. */
  readonly beside: readonly string[];
}
