/**
 * Shows control characters, which could command a terminal, as visible signs; line breaks and tabs stay.
 *
 * A carriage return alone is one of them: what follows it would be written over what stands before.
 */
export function safeForTerminal(text: string): string {
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\r(?!\n)/gu, "\ufffd");
}
