import type { Asker } from "../../src/command.ts";
import { mayManage } from "../../src/command.ts";
import type { GuildState } from "../../src/community/guild-state.ts";

/** Tells whether somebody may choose the places that answer questions: who runs the server, and whom its settings name. */
export function mayTeach(asker: Asker, state: GuildState): boolean {
  const teachers = state.settings.get("server")?.teachers ?? [];
  return mayManage(asker) || teachers.some((role) => asker.roles?.includes(role));
}
