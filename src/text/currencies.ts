import { readLetters, skipSpace } from "./characters.ts";

export interface CurrencySign {
  readonly unit: string;
  readonly end: number;
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ["$", "usd"],
  ["¥", "yuan"],
  ["€", "eur"],
  ["£", "gbp"],
  ["₩", "krw"],
  ["₹", "inr"],
  ["₽", "rub"],
]);

/** Letters before a dollar sign: US$, NT$. */
const DOLLARS: ReadonlyMap<string, string> = new Map([
  ["us", "usd"],
  ["nt", "twd"],
  ["hk", "hkd"],
  ["a", "aud"],
  ["au", "aud"],
  ["c", "cad"],
  ["ca", "cad"],
  ["s", "sgd"],
  ["sg", "sgd"],
  ["nz", "nzd"],
]);

const CODES: ReadonlyMap<string, string> = new Map([
  ["usd", "usd"],
  ["rmb", "cny"],
  ["cny", "cny"],
  ["twd", "twd"],
  ["ntd", "twd"],
  ["hkd", "hkd"],
  ["eur", "eur"],
  ["jpy", "jpy"],
  ["gbp", "gbp"],
]);

const NAMES: readonly (readonly [string, string])[] = [
  ["新台币", "twd"],
  ["台币", "twd"],
  ["人民币", "cny"],
  ["美元", "usd"],
  ["美金", "usd"],
  ["港币", "hkd"],
  ["日币", "jpy"],
];

/** The letters of currencies that stand before an amount. */
export const currencyWords: readonly string[] = [...DOLLARS.keys(), ...CODES.keys()];

/** Reads a currency that stands before its amount: `$`, `us$`, `nt$`, `rmb`, 新台币. */
export function readCurrencySign(text: string, at: number): CurrencySign | undefined {
  const sign = SIGNS.get(text.charAt(at));
  if (sign !== undefined) return { unit: `currency:${sign}`, end: skipSpace(text, at + 1) };
  const letters = readLetters(text, at, 5);
  if (letters !== "") {
    const dollar = text.charAt(at + letters.length) === "$" ? DOLLARS.get(letters) : undefined;
    const code = dollar ?? CODES.get(letters);
    const end = at + letters.length + (dollar === undefined ? 0 : 1);
    return code === undefined ? undefined : { unit: `currency:${code}`, end: skipSpace(text, end) };
  }
  const name = NAMES.find(([word]) => text.startsWith(word, at));
  return name && { unit: `currency:${name[1]}`, end: skipSpace(text, at + name[0].length) };
}
