import type { Attachment } from "../../../src/invocation.ts";

interface RememberedFiles {
  readonly guild: string | undefined;
  readonly attachments: readonly Attachment[];
}

/** An address at Discord has no room in a custom id; it holds for a day at most. */
const remembered = new Map<string, RememberedFiles>();
const mostRemembered = 200;

/** Remembers a message's files until one is chosen, by the interaction that asked. */
export function rememberFiles(menu: string, files: RememberedFiles): void {
  remembered.delete(menu);
  remembered.set(menu, files);
  const [oldest] = remembered.keys();
  if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
}

/** Finds a file again, in its own server alone. */
export function recallFile(chosen: {
  readonly menu: string;
  readonly guild: string | undefined;
  readonly attachment: string | undefined;
}): Attachment | undefined {
  const files = remembered.get(chosen.menu);
  if (!files || files.guild === undefined || files.guild !== chosen.guild) return undefined;
  return files.attachments.find(({ id }) => id === chosen.attachment);
}
