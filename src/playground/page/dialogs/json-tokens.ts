/** A piece of JSON text; joined again, the pieces are the text. */
export interface JsonToken {
  readonly kind: "key" | "string" | "number" | "literal" | "other";
  readonly text: string;
}

const pattern = /(?<string>"(?:[^"\\]|\\.)*")(?<colon>:)?|(?<number>-?\d[\d.eE+-]*)|(?<literal>true|false|null)/gu;

/** Takes JSON text apart for colouring. */
export function tokeniseJson(json: string): JsonToken[] {
  const tokens: JsonToken[] = [];
  let end = 0;
  for (const match of json.matchAll(pattern)) {
    const { string, colon, number } = match.groups ?? {};
    const text = string ?? match[0];
    const kind = string === undefined ? (number === undefined ? "literal" : "number") : colon ? "key" : "string";
    if (match.index > end) tokens.push({ kind: "other", text: json.slice(end, match.index) });
    tokens.push({ kind, text });
    end = match.index + text.length;
  }
  if (end < json.length) tokens.push({ kind: "other", text: json.slice(end) });
  return tokens;
}
