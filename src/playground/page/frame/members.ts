import type { Message, Role, User } from "../../wire.ts";
import type { Standing } from "./preferences.ts";

export interface MembersKnown {
  readonly reader: User;
  readonly bot: User;
  readonly standing: Standing;
  readonly roles: readonly Role[];
  readonly messages: readonly Message[];
}

/** Those who have a role in common, or none. */
export interface MemberGroup {
  readonly kind: "managers" | "role" | "online";
  /** Of the role. */
  readonly name?: string;
  readonly members: readonly User[];
}

/** Lists who is here, as Discord does: under their role, those without one last; nobody twice. */
export function listMembers({ reader, bot, standing, roles, messages }: MembersKnown): readonly MemberGroup[] {
  const others = [bot, ...messages.map(({ author }) => author)].filter(({ id }) => id !== reader.id);
  const known = new Map(others.map((user) => [user.id, user]));
  if (standing === "member") known.set(reader.id, reader);
  const online: MemberGroup = { kind: "online", members: [...known.values()].toSorted(byName) };
  const own = groupOf(reader, standing, roles);
  return own ? [own, online] : [online];
}

/** Those that people can have; a bot's own is nobody else's. */
export function rolesOfPeople(roles: readonly Role[]): readonly Role[] {
  return roles.filter(({ botId }) => botId === undefined);
}

function groupOf(reader: User, standing: Standing, roles: readonly Role[]): MemberGroup | undefined {
  if (standing === "member") return undefined;
  if (standing === "manager") return { kind: "managers", members: [reader] };
  return {
    kind: "role",
    name: rolesOfPeople(roles)
      .map(({ name }) => name)
      .join(", "),
    members: [reader],
  };
}

function byName({ username: one }: User, { username: other }: User): number {
  return one < other ? -1 : Number(one > other);
}
