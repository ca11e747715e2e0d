/** An ideograph, or a run of other letters and digits, of a folded text. */
export interface Token {
  readonly text: string;
  readonly isHan: boolean;
  /** Half-open offsets into the folded text. */
  readonly start: number;
  readonly end: number;
  /** Nothing but a space, a hyphen or the like parts it from the token before. */
  readonly joined: boolean;
}

const TOKEN = /(\p{Script=Han})|[[\p{L}\p{N}]--\p{Script=Han}]+/gv;
/** What may stand inside a phrase: `open-source`, `at & t`, `trip.com`, 马克·扎克伯格. */
const JOINT = /^(?:\s*|\s*[-‐–&·・]\s*|[.'’/])$/u;

/** Cuts a folded text into the tokens that table entries are matched by; a possessive `s` is none. */
export function cutTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let [last, joinable] = [0, false];
  for (const { 0: found, 1: han, index: start } of text.matchAll(TOKEN)) {
    const end = start + found.length;
    if (found === "s" && /[\p{L}\p{N}]['’]$/u.test(text.slice(Math.max(0, start - 3), start))) {
      last = end;
      continue;
    }
    const joined = joinable && (last === start || JOINT.test(text.slice(last, start)));
    tokens.push({ text: found, isHan: han !== undefined, start, end, joined });
    [last, joinable] = [end, true];
  }
  return tokens;
}

/** Writes tokens in the one way in which tables know them: a space between words, none beside ideographs. */
export function joinTokens(tokens: readonly Token[]): string {
  return tokens.reduce((key, token, index) => joinToken(key, tokens[index - 1], token), "");
}

/** Writes one more token behind those that are written so. */
export function joinToken(key: string, before: Token | undefined, token: Token): string {
  return before?.isHan === false && !token.isHan ? `${key} ${token.text}` : key + token.text;
}
