/** What is printed where nothing can start without a token. */
export function explainMissingToken(): string {
  return [
    "DISCORD_TOKEN is not set: put DISCORD_TOKEN=… into .env (see .env.example) or into the environment.",
    "Get it at https://discord.com/developers/applications → your application → Bot → Reset Token.",
    'Without a token everything but Discord works: npm run ask -- "your question"',
    "",
  ].join("\n");
}

/** What is printed where settings are wrong; the mistakes name variables, never values. */
export function explainMistakes(mistakes: readonly string[]): string {
  return ["These settings are wrong:", ...mistakes.map((mistake) => `  ${mistake}`), ""].join("\n");
}

/** What is printed where settings are likely not meant so; a line each, none where there is nothing to say. */
export function explainNotes(notes: readonly string[]): string {
  return notes.map((note) => `Settings: ${note}\n`).join("");
}

export interface PlaygroundFacts {
  /** Of the page. */
  readonly url: string;
  /** The setting; another one was taken where this was not free, and 0 wants any. */
  readonly wantedPort: number;
  readonly hasToken: boolean;
}

/** What is printed when the playground's page can be opened. */
export function explainPlayground({ url, wantedPort, hasToken }: PlaygroundFacts): string {
  const why = hasToken
    ? "DISCORD_TOKEN is not used here; without --playground the bot runs in Discord."
    : "DISCORD_TOKEN is not set, so the bot runs on this page alone; to run it in Discord, see .env.example.";
  const isElsewhere = wantedPort !== 0 && Number(new URL(url).port || 80) !== wantedPort;
  const elsewhere = isElsewhere ? [`Port ${wantedPort} is not free, so it is another one.`] : [];
  return [`The playground is at ${url}`, ...elsewhere, why, "Ctrl+C ends it.", ""].join("\n");
}

/** What is printed where only what the bot itself needs is installed. */
export function explainMissingPackages(): string {
  return "The playground needs packages that are not installed: run npm ci without --omit=dev, or set DISCORD_TOKEN.\n";
}
