import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { project } from "../readme/guides.ts";
import { workflowProblems } from "./workflow-problems.ts";

const hash = "0123456789abcdef0123456789abcdef01234567";
const checkout = `actions/checkout@${hash}`;

const workflow = ({ permissions = "{ contents: read }", job = "timeout-minutes: 5", step = "run: npm ci" }) => `
on: push
permissions: ${permissions}
jobs:
  check:
    ${job}
    runs-on: ubuntu-latest
    steps:
      - ${step}
`;

describe("workflowProblems", () => {
  test.for([
    { name: "nothing in a small workflow", parts: {}, problems: [] },
    {
      name: "nothing in a pinned action",
      parts: { step: `uses: ${checkout} # v6.0.2\n        with: { persist-credentials: false }` },
      problems: [],
    },
    {
      name: "an action by its tag",
      parts: { step: "uses: actions/setup-node@v6" },
      problems: ["actions/setup-node@v6: expected a full commit hash and its version behind #"],
    },
    {
      name: "a hash without its version",
      parts: { step: `uses: actions/setup-node@${hash}` },
      problems: [`actions/setup-node@${hash}: expected a full commit hash and its version behind #`],
    },
    {
      name: "a short hash",
      parts: { step: "uses: actions/setup-node@0123456 # v6.0.0" },
      problems: ["actions/setup-node@0123456 # v6.0.0: expected a full commit hash and its version behind #"],
    },
    {
      name: "credentials left on disk",
      parts: { step: `uses: ${checkout} # v6.0.2` },
      problems: [`${checkout}: leaves credentials on disk`],
    },
    {
      name: "more rights than reading",
      parts: { permissions: "{ contents: write }" },
      problems: ["permissions: expected contents: read and no more"],
    },
    {
      name: "more rights of a job",
      parts: { job: "permissions: write-all\n    timeout-minutes: 5" },
      problems: ["check: has permissions of its own"],
    },
    { name: "a job without an end", parts: { job: "name: check" }, problems: ["check: may run for six hours"] },
    {
      name: "text from outside in a command",
      parts: { step: 'run: echo "${{ github.event.pull_request.title }}"' },
      problems: ['echo "${{ github.event.pull_request.title }}": a shell reads what GitHub puts in'],
    },
  ])("sees $name", ({ parts, problems }) => {
    expect(workflowProblems(workflow(parts))).toEqual(problems);
  });
});

const folder = path.join(project, ".github/workflows");

test.for(readdirSync(folder))("finds nothing in the project's own %s", (file) => {
  expect(workflowProblems(readFileSync(path.join(folder, file), "utf8"))).toEqual([]);
});
