/** The form of the states behind it; a later form gets another number, and old buttons are told apart by it. */
const formVersion = "1";

/** Discord's limit, in UTF-16 units: characters are never more. */
export const controlIdLimit = 100;

/**
 * Writes what a button, select menu or form knows: its control's name and its whole state.
 *
 *     1:page:0123abcd:3
 *
 * @throws RangeError where it gets longer than Discord takes, or a part holds a colon.
 */
export function writeControlId(name: string, state: readonly string[]): string {
  const id = [formVersion, name, ...state].join(":");
  if (id.length > controlIdLimit) throw new RangeError(`custom id of ${id.length} characters for "${name}"`);
  if (id.split(":").length !== state.length + 2) throw new RangeError(`custom id with a colon in a part for "${name}"`);
  return id;
}

/** Tells whether a state has room; where text that people type stands in it, it may not. */
export function fitsControlId(name: string, state: readonly string[]): boolean {
  return [formVersion, name, ...state].join(":").length <= controlIdLimit;
}

/** Reads a custom id; gives nothing for one that this version of the bot has not written. */
export function readControlId(
  customId: string,
): { readonly name: string; readonly state: readonly string[] } | undefined {
  const [version, name, ...state] = customId.split(":");
  if (version !== formVersion || name === undefined || name === "") return undefined;
  return { name, state };
}
