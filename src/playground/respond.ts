import type { Context } from "hono";
import type { z } from "zod";
import { explainIssues } from "./requests.ts";
import type { Problem } from "./wire.ts";

type ProblemStatus = 400 | 403 | 404 | 413 | 415 | 421 | 422 | 500;

/** Says what went wrong, to be shown as it is. */
export function problem(context: Context, status: ProblemStatus, text: string): Response {
  return context.json<Problem>({ problem: text }, status);
}

export function nothingHere(context: Context): Response {
  return problem(context, 404, "There is nothing here.");
}

export function refuseMethod(context: Context, allow: string): Response {
  return context.json<Problem>({ problem: `Only ${allow} is possible here.` }, 405, { allow });
}

/** Whether a body is said to be of a type; those of forms, which any site may send, are none of ours. */
export function hasType(context: Context, type: string): boolean {
  return context.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() === type;
}

export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Response };

/** Reads a body as JSON of a certain form. */
export async function readJson<Value>(context: Context, schema: z.ZodType<Value>): Promise<Read<Value>> {
  const refuse = (status: 400 | 415, text: string) => ({ ok: false, refusal: problem(context, status, text) }) as const;
  if (!hasType(context, "application/json")) return refuse(415, "Expected application/json.");
  const body: unknown = await context.req.json().catch(() => undefined);
  if (body === undefined) return refuse(400, "The playground could not read this: it is no JSON.");
  const result = schema.safeParse(body);
  return result.success ? { ok: true, value: result.data } : refuse(400, explainIssues(result.error));
}
