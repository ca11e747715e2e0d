/** One request as the local Discord got it. */
export interface LocalRequest {
  readonly method: string;
  /** Without `/api/v10` and without the query. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: unknown;
  /** What was uploaded along, by the numbers that the body names it by. */
  readonly files: readonly UploadedFile[];
}

export interface UploadedFile {
  /** As the body's `attachments` name it. */
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface LocalResponse {
  readonly status: number;
  readonly body?: unknown;
  /** In place of a body that is JSON. */
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** Waits so many milliseconds before answering. */
  readonly delay?: number;
}

export type Handle = (request: LocalRequest) => LocalResponse | Promise<LocalResponse>;

export interface Route {
  readonly method: string;
  /** Such as `/channels/:channel/messages`. */
  readonly pattern: string;
  readonly handle: Handle;
}

/** Reads the parameters of a path, or `undefined` where the pattern does not fit. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const [expected, given] = [pattern.split("/"), path.split("/")];
  if (expected.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const value = given[index] ?? "";
    if (part.startsWith(":")) parameters[part.slice(1)] = value;
    if (!part.startsWith(":") && part !== value) return undefined;
  }
  return parameters;
}

export function ok(body: unknown): LocalResponse {
  return { status: 200, body };
}

/** An error in Discord's form. */
export function discordError(status: number, code: number, message: string): LocalResponse {
  return { status, body: { code, message } };
}
