/** Whom or what a mention means. */
export type Mentioned = "user" | "role" | "channel";

/** Gives the name that a mention shows, where that is known. */
export type MentionName = (kind: Mentioned, id: string) => string | undefined;
