import type { APIAttachment } from "discord.js";
import type { Attachment } from "../invocation.ts";

type Named = Pick<APIAttachment, "filename" | "title">;

/** Reads what Discord tells of a file. */
export function readAttachment({
  id,
  size,
  url,
  ...named
}: Named & Pick<APIAttachment, "id" | "size" | "url">): Attachment {
  return { id, name: nameOf(named), url, bytes: size };
}

/** Discord takes out of a file's name what it does not like in addresses, and tells the name itself, without its ending, apart. */
function nameOf({ filename, title }: Named): string {
  if (typeof title !== "string" || title === "") return filename;
  const ending = /\.[^.]+$/u.exec(filename)?.[0] ?? "";
  return title.endsWith(ending) ? title : title + ending;
}

/** Reads the attachments that stand in options, by the options' names. */
export function readAttached(
  attached: readonly (readonly [option: string, id: string])[],
  resolved: Readonly<Record<string, APIAttachment>> = {},
): Readonly<Record<string, Attachment>> {
  const byId = new Map(Object.entries(resolved));
  return Object.fromEntries(
    attached.flatMap(([option, id]) => {
      const found = byId.get(id);
      return found ? [[option, readAttachment(found)] as const] : [];
    }),
  );
}
