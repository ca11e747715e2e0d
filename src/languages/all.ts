import { chinese } from "./chinese.ts";
import { english } from "./english.ts";
import type { Language } from "./language.ts";

/** Every language the program can read; the first is the one assumed where a text does not tell. */
export const languages: readonly Language[] = [chinese, english];
