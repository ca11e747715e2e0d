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
