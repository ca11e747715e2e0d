/** The languages the bot speaks, under Discord's names for them. */
export const locales = ["en", "zh-CN", "zh-TW"] as const;

export type Locale = (typeof locales)[number];

/** Chooses the bot's language for one of Discord's locales, such as `en-GB` or `ja`. */
export function localeFor(discordLocale: string | undefined): Locale {
  if (discordLocale === "zh-CN" || discordLocale === "zh-TW") return discordLocale;
  return "en";
}
