import type { CheckBody } from "../../../src/local-discord/limits.ts";
import type { Checked } from "../../../src/local-discord/local-discord.ts";
import { LocalDiscord } from "../../../src/local-discord/local-discord.ts";
import type { Handle, LocalRequest, LocalResponse, Route } from "../../../src/local-discord/routes.ts";
import { matchPath } from "../../../src/local-discord/routes.ts";
import { guild, ids } from "../../../src/local-discord/world.ts";
import { ObservedGateway } from "./observed-gateway.ts";
import { readSpecification } from "./specification.ts";

/** Looks like a token, and is one here only. */
export const localToken = "MTAwMDAwMDAwMDAwMDAwMDAy.local1.only-good-for-the-local-discord";

const specificationFile = process.env["DISCORD_OPENAPI"];
const checkSpecification = specificationFile ? readSpecification(specificationFile) : () => [];

/** The local Discord with an eye on what it is asked, and hooks for faults. */
export class ObservedDiscord extends LocalDiscord<ObservedGateway> {
  readonly requests: LocalRequest[] = [];
  /** What requests broke, one line each; a test that means it may empty the list. */
  readonly violations: string[] = [];
  readonly #faults: Route[] = [];

  constructor() {
    let lastId = 200_000_000_000_000_000n;
    super({
      token: localToken,
      guild: guild(),
      newId: () => String((lastId += 1n)),
      now: () => new Date("2026-11-01T00:00:00Z"),
      createGateway: (server, options) => new ObservedGateway(server, options),
    });
  }

  /** Answers the next fitting request so instead; faults are used up in the order in which they were set. */
  failNext(method: string, pattern: string, response: LocalResponse): void {
    this.#faults.push({ method, pattern, handle: () => response });
  }

  /** Does what the next fitting request asks for, but answers with an error all the same. */
  loseNext(method: string, pattern: string, status: number): void {
    const handle: Handle = async (request) => {
      await super.answer(request);
      return { status };
    };
    this.#faults.push({ method, pattern, handle });
  }

  requestsTo(method: string, pattern: string): LocalRequest[] {
    return this.requests.filter((request) => request.method === method && matchPath(pattern, request.path));
  }

  /** Somebody starts a forum post; its first message comes after it, as an event of its own. */
  post({ title, text }: { readonly title: string; readonly text: string }): string {
    const id = this.newId();
    const thread = this.channels.addThread({ id, name: title, parentId: ids.forum, ownerId: ids.asker });
    this.dispatch("THREAD_CREATE", { ...thread, newly_created: true });
    return this.say({ text, channel: id, id });
  }

  protected override async answer(request: LocalRequest): Promise<LocalResponse> {
    this.requests.push(request);
    const at = this.#faults.findIndex(
      ({ method, pattern }) => method === request.method && matchPath(pattern, request.path) !== undefined,
    );
    const fault = at === -1 ? undefined : this.#faults.splice(at, 1)[0];
    return fault ? fault.handle(request) : super.answer(request);
  }

  protected override check(check: CheckBody, request: Checked): readonly string[] {
    const { method, path, body } = request;
    const broken = [...super.check(check, request), ...checkSpecification(method, path, body)].map(
      (line) => `${method} ${path}: ${line}`,
    );
    this.violations.push(...broken);
    return broken;
  }
}
