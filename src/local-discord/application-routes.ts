import type { CheckBody } from "./limits.ts";
import { checkCommandList } from "./limits.ts";
import type { Handle, LocalResponse, Route } from "./routes.ts";
import { ok } from "./routes.ts";
import { botUser, ids } from "./world.ts";

export interface ApplicationRoutesOptions {
  readonly gatewayUrl: () => string;
  readonly shards: () => number;
  readonly newId: () => string;
  /** Refuses bodies that break a limit. */
  readonly checked: (check: CheckBody, handle: Handle) => Handle;
}

/** Who the bot is, where its gateway is, and its commands. */
export function applicationRoutes({ gatewayUrl, shards, newId, checked }: ApplicationRoutesOptions): readonly Route[] {
  const commands = new Map<string, unknown[]>();
  const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 16 };
  const commandRoutes = ["/applications/:application/commands", "/applications/:application/guilds/:guild/commands"];

  function register(path: string, body: unknown): LocalResponse {
    const kept = keepCommands(body, newId);
    commands.set(path, kept);
    return ok(kept);
  }

  return [
    get("/gateway/bot", () => ok({ url: gatewayUrl(), shards: shards(), session_start_limit: limit })),
    get("/users/@me", () => ok(botUser)),
    get("/applications/@me", () => ok({ id: ids.application, name: "Yuanwen", flags: 0 })),
    ...commandRoutes.flatMap((pattern): Route[] => [
      get(pattern, ({ path }) => ok(commands.get(path) ?? [])),
      { method: "PUT", pattern, handle: checked(checkCommandList, ({ path, body }) => register(path, body)) },
    ]),
  ];
}

function get(pattern: string, handle: Handle): Route {
  return { method: "GET", pattern, handle };
}

/** Keeps what Discord would send back: every field it knows, those not given as `null`. */
function keepCommands(body: unknown, newId: () => string): unknown[] {
  const given: readonly unknown[] = Array.isArray(body) ? body : [];
  return given.map((command) => ({
    dm_permission: true,
    name_localizations: null,
    default_member_permissions: null,
    nsfw: false,
    ...Object(command),
    id: newId(),
    application_id: ids.application,
    version: newId(),
  }));
}
