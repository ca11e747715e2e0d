/** What the bot needs in a channel for all it offers. */
export const permissions = [
  "ViewChannel",
  "SendMessages",
  "ReadMessageHistory",
  "CreatePublicThreads",
  "SendMessagesInThreads",
] as const;

export type Permission = (typeof permissions)[number];
