import { readFileSync } from "node:fs";
import type { ValidateFunction } from "ajv/dist/2020.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import { z } from "zod";
import { matchPath } from "../../../src/local-discord/routes.ts";

/** Checks a request body against Discord's own specification; gives one line a violation. */
export type CheckRequest = (method: string, path: string, body: unknown) => readonly string[];

const document = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});
const operation = z.looseObject({
  requestBody: z.looseObject({ content: z.looseObject({ "application/json": z.unknown() }) }).optional(),
});

const formats = {
  snowflake: /^(0|[1-9][0-9]{0,19})$/u,
  nonce: /^.{1,25}$/u,
  uri: (text: string) => URL.canParse(text),
  "date-time": (text: string) => !Number.isNaN(Date.parse(text)),
  int32: true,
  int64: true,
  double: true,
} as const;

/**
 * Reads Discord's OpenAPI document (github.com/discord/discord-api-spec), which the project does not need: without it
 * the local Discord checks the limits alone.
 */
export function readSpecification(file: string): CheckRequest {
  const parsed = document.parse(JSON.parse(readFileSync(file, "utf8")));
  const ajv = new Ajv2020({ strict: false, allErrors: false, formats, logger: false });
  ajv.addSchema({ ...parsed, $id: "discord" });
  const validators = new Map<string, ValidateFunction | undefined>();

  function validatorFor(template: string, method: string): ValidateFunction | undefined {
    const { requestBody } = operation.parse(parsed.paths[template]?.[method]);
    if (!requestBody?.content["application/json"]) return undefined;
    const pointer = ["paths", template, method, "requestBody", "content", "application/json", "schema"];
    const escaped = pointer.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")));
    return ajv.compile({ $ref: `discord#/${escaped.join("/")}` });
  }

  return (method, path, body) => {
    const template = findTemplate(Object.keys(parsed.paths), path);
    const key = `${method} ${template}`;
    if (template === undefined || !parsed.paths[template]?.[method.toLowerCase()])
      return [`${method} ${path}: no such route`];
    if (!validators.has(key)) validators.set(key, validatorFor(template, method.toLowerCase()));
    const validate = validators.get(key);
    if (!validate || validate(withNumbers(body))) return [];
    return [...new Set((validate.errors ?? []).map((error) => `${key}: ${error.instancePath} ${error.message}`))];
  };
}

/**
 * Discord writes permissions as text, since they are more than a number holds, and takes them so: the document alone calls
 * them integers where commands are registered.
 */
function withNumbers(body: unknown): unknown {
  if (!Array.isArray(body)) return body;
  return body.map((command: Readonly<Record<string, unknown>>) => {
    const bits = command["default_member_permissions"];
    return typeof bits === "string" ? { ...command, default_member_permissions: Number(bits) } : command;
  });
}

/** The template with the fewest parameters, since `@original` also fits an id's place. */
function findTemplate(templates: readonly string[], path: string): string | undefined {
  const fitting = templates.filter((template) => matchPath(template.replaceAll(/\{([^}]+)\}/gu, ":$1"), path));
  return fitting.toSorted((a, b) => a.split("{").length - b.split("{").length)[0];
}
