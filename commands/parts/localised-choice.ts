import type { Locale } from "../../src/render/locale.ts";

/** A choice of an option, named in every language. */
export function localisedChoice<Value extends string>(value: Value, nameIn: (locale: Locale) => string) {
  return {
    name: nameIn("en"),
    name_localizations: { "zh-CN": nameIn("zh-CN"), "zh-TW": nameIn("zh-TW") },
    value,
  };
}
