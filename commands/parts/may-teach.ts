import { mayManage } from "../../src/command.ts";
import type { Asker } from "../../src/invocation.ts";
import type { Services } from "../../src/services.ts";
import { settingsOf } from "../../src/community/settings.ts";

/** Tells whether somebody may choose places for questions: who runs the server, and the roles that it has named. */
export function mayTeach(asker: Asker, { guild }: Pick<Services, "guild">): boolean {
  if (!guild) return false;
  if (mayManage(asker)) return true;
  const teachers = settingsOf(guild.state).teachers ?? [];
  return asker.roles?.some((role) => teachers.includes(role)) === true;
}
