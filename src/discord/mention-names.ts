import { z } from "zod";
import type { MentionName, Mentioned } from "../render/markup/mention-name.ts";

const name = z.string().min(1);
const user = z.object({
  id: z.string(),
  username: name.optional().catch(undefined),
  global_name: name.nullish().catch(undefined),
  member: z
    .object({ nick: name.nullish().catch(undefined) })
    .optional()
    .catch(undefined),
});
const named = z.object({ name });
const nicknamed = z.object({ nick: name });

/** Reads the names of those whom a message mentions, from what comes with it. */
export function namesInMessage(message: object): MentionName {
  const { mentions, message_snapshots: forwarded }: MentioningMessage = message;
  const names = new Map<string, string>();
  for (const each of [...listIn(mentions), ...listIn(forwarded).flatMap(mentionsOfForwarded)]) {
    const { data } = user.safeParse(each);
    const shown = data?.member?.nick ?? data?.global_name ?? data?.username;
    if (data && shown !== undefined) names.set(data.id, shown);
  }
  return (kind, id) => (kind === "user" ? names.get(id) : undefined);
}

/** Reads the names that come with a command's options, in objects by id. */
export function namesInResolved(resolved: unknown): MentionName {
  if (typeof resolved !== "object" || resolved === null) return () => undefined;
  const { users, members, roles, channels }: Resolved = resolved;
  const others: Readonly<Record<Exclude<Mentioned, "user">, unknown>> = { role: roles, channel: channels };
  return (kind, id) => {
    if (kind !== "user") return named.safeParse(valueIn(others[kind], id)).data?.name;
    const { data } = user.safeParse(valueIn(users, id));
    return nicknamed.safeParse(valueIn(members, id)).data?.nick ?? data?.global_name ?? data?.username;
  };
}

/** Gives the first name that one of them knows; whoever is left out has none. */
export function joinNames(all: readonly MentionName[], leftOut: readonly (string | undefined)[] = []): MentionName {
  return (kind, id) => {
    if (leftOut.includes(id)) return undefined;
    for (const nameOf of all) {
      const found = nameOf(kind, id);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

interface MentioningMessage {
  readonly mentions?: unknown;
  readonly message_snapshots?: unknown;
}

interface Resolved {
  readonly users?: unknown;
  readonly members?: unknown;
  readonly roles?: unknown;
  readonly channels?: unknown;
}

function mentionsOfForwarded(snapshot: unknown): readonly unknown[] {
  if (typeof snapshot !== "object" || snapshot === null || !("message" in snapshot)) return [];
  const { message } = snapshot;
  if (typeof message !== "object" || message === null || !("mentions" in message)) return [];
  return listIn(message.mentions);
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 100) : [];
}

function valueIn(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([own]) => own === key)?.[1]
    : undefined;
}
