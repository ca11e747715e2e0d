import { parse } from "yaml";
import { z } from "zod";

const workflowShape = z.object({
  permissions: z.record(z.string(), z.string()).optional(),
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.unknown().optional(),
      "timeout-minutes": z.number().optional(),
      steps: z.array(
        z.object({
          uses: z.string().optional(),
          run: z.string().optional(),
          with: z.record(z.string(), z.unknown()).optional(),
        }),
      ),
    }),
  ),
});

type Step = z.infer<typeof workflowShape>["jobs"][string]["steps"][number];

const pinnedLine = /^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u;

/**
 * Names what a workflow of GitHub could be misused by: actions that somebody can exchange, more rights than reading,
 * credentials left on disk, text from outside within a shell's command.
 */
export function workflowProblems(source: string): string[] {
  const { permissions, jobs } = workflowShape.parse(parse(source));
  const isReadOnly = JSON.stringify(permissions) === JSON.stringify({ contents: "read" });
  return [
    ...(isReadOnly ? [] : ["permissions: expected contents: read and no more"]),
    ...[...source.matchAll(/^\s*(?:- )?uses:\s*(.*)$/gmu)].flatMap(([, used = ""]) => pinProblems(used.trim())),
    ...Object.entries(jobs).flatMap(([name, job]) => [
      ...(job.permissions === undefined ? [] : [`${name}: has permissions of its own`]),
      ...(job["timeout-minutes"] === undefined ? [`${name}: may run for six hours`] : []),
      ...job.steps.flatMap(stepProblems),
    ]),
  ];
}

function pinProblems(used: string): string[] {
  return pinnedLine.test(used) ? [] : [`${used}: expected a full commit hash and its version behind #`];
}

function stepProblems({ uses, run, with: inputs }: Step): string[] {
  const keepsCredentials = uses?.startsWith("actions/checkout@") === true && inputs?.["persist-credentials"] !== false;
  return [
    ...(keepsCredentials ? [`${uses}: leaves credentials on disk`] : []),
    ...(run?.includes("${{") === true ? [`${run.trim()}: a shell reads what GitHub puts in`] : []),
  ];
}
