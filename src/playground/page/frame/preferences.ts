import { locales, type Locale } from "../../../render/locale.ts";

export const themeChoices = ["dark", "light", "system"] as const;

export const standings = ["manager", "helper", "member"] as const;

/** Whether the reader is somebody with _Manage Server_, a member with a role, or one without. */
export type Standing = (typeof standings)[number];

export type ThemeChoice = (typeof themeChoices)[number];

/** What the page remembers between visits. */
export interface Preferences {
  readonly locale: Locale;
  readonly themeChoice: ThemeChoice;
  readonly standing: Standing;
  readonly isSourceOpen: boolean;
  /** The source's share of the width, in percent. */
  readonly sourceShare: number;
}

/** In percent of the width. */
export const sourceShares = { smallest: 20, usual: 34, largest: 60 } as const;

/** Where preferences are kept: `localStorage`, or what stands in for it in tests. */
export interface Keeper {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const key = "yuanwen.playground";

/**
 * Reads what was kept. What is missing or makes no sense is left out.
 *
 * The keeper is asked for late, since browsers that forbid storage throw when it is named.
 */
export function loadPreferences(keeper: () => Keeper): Partial<Preferences> {
  try {
    return readPreferences(keeper().getItem(key) ?? "{}");
  } catch {
    return {};
  }
}

/** Makes a function that keeps preferences and writes only what changed; where nothing can be kept, it does nothing. */
export function preferenceWriter(keeper: () => Keeper): (preferences: Preferences) => void {
  let last = "";
  return ({ locale, themeChoice, standing, isSourceOpen, sourceShare }) => {
    const text = JSON.stringify({ locale, themeChoice, standing, isSourceOpen, sourceShare });
    if (text === last) return;
    last = text;
    try {
      keeper().setItem(key, text);
    } catch {
      // Full or forbidden: the page works without.
    }
  };
}

/** @throws SyntaxError where the text is no JSON. */
export function readPreferences(text: string): Partial<Preferences> {
  const kept: unknown = JSON.parse(text);
  if (typeof kept !== "object" || kept === null) return {};
  const fields: Readonly<Record<string, unknown>> = { ...kept };
  const locale = locales.find((each) => each === fields["locale"]);
  const themeChoice = themeChoices.find((each) => each === fields["themeChoice"]);
  const standing = standings.find((each) => each === fields["standing"]);
  const { isSourceOpen, sourceShare } = fields;
  return {
    ...(locale === undefined ? {} : { locale }),
    ...(themeChoice === undefined ? {} : { themeChoice }),
    ...(standing === undefined ? {} : { standing }),
    ...(typeof isSourceOpen === "boolean" ? { isSourceOpen } : {}),
    ...(typeof sourceShare === "number" ? { sourceShare: clampShare(sourceShare) } : {}),
  };
}

/** Keeps both the chat and the source wide enough to be read. */
export function clampShare(share: number): number {
  const whole = Number.isFinite(share) ? Math.round(share) : sourceShares.usual;
  return Math.min(sourceShares.largest, Math.max(sourceShares.smallest, whole));
}

/** Chooses the first of the browser's languages that the page speaks; `zh-Hant-HK` and `zh-TW` are one here. */
export function preferredLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    const [base, ...rest] = language.toLowerCase().split("-");
    if (base === "en") return "en";
    if (base === "zh") return rest.some((part) => ["hant", "tw", "hk", "mo"].includes(part)) ? "zh-TW" : "zh-CN";
  }
  return "en";
}

export function themeFor(choice: ThemeChoice, prefersLight: boolean): "dark" | "light" {
  if (choice !== "system") return choice;
  return prefersLight ? "light" : "dark";
}
