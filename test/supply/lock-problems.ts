import { z } from "zod";

const versions = z.record(z.string(), z.string()).default({});

const manifestShape = z.object({
  dependencies: versions,
  devDependencies: versions,
  optionalDependencies: versions,
  allowScripts: z.record(z.string(), z.boolean()).default({}),
});

const lockShape = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});

type Locked = z.infer<typeof lockShape>["packages"][string];

const registry = "https://registry.npmjs.org/";
/** As `npm ci` compares them: SHA-512 in Base64, 88 characters with its padding. */
const integrityForm = /^sha512-[A-Za-z0-9+/]{86}==$/u;
const exactVersion = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/u;

/**
 * Names what a project's packages are not held by: every package of every platform must have its hash, come from npm's
 * registry and stand in `package.json` with an exact version; install scripts run for the allowed packages alone.
 *
 * @param files the contents of `package.json` and `package-lock.json`.
 */
export function lockProblems(files: { readonly manifest: unknown; readonly lock: unknown }): string[] {
  const manifest = manifestShape.parse(files.manifest);
  const locked = Object.entries(lockShape.parse(files.lock).packages).filter(([path]) => path !== "");
  return [
    ...wantedOf(manifest).flatMap(([name, version]) => manifestProblems(name, version)),
    ...wantedOf(manifest).flatMap(([name, version]) => missingProblems(name, version, new Map(locked))),
    ...locked.flatMap(([path, entry]) => entryProblems(path, entry)),
    ...locked.flatMap(([path, entry]) => scriptProblems(path, entry, manifest.allowScripts)),
  ];
}

function wantedOf(manifest: z.infer<typeof manifestShape>): [string, string][] {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  return [dependencies, devDependencies, optionalDependencies].flatMap((group) => Object.entries(group));
}

function manifestProblems(name: string, version: string): string[] {
  return exactVersion.test(version) ? [] : [`${name}: package.json says ${version}, which is no exact version`];
}

function missingProblems(name: string, version: string, locked: ReadonlyMap<string, Locked>): string[] {
  const found = locked.get(`node_modules/${name}`)?.version;
  return found === version ? [] : [`${name}: package.json says ${version}, the lock ${found ?? "nothing"}`];
}

function entryProblems(path: string, { version, resolved, integrity, link }: Locked): string[] {
  if (link === true) return [`${path}: is a link, not a package of the registry`];
  return [
    ...(version !== undefined && exactVersion.test(version) ? [] : [`${path}: has no exact version`]),
    ...(integrity !== undefined && integrityForm.test(integrity) ? [] : [`${path}: has no SHA-512 hash`]),
    ...(resolved === undefined || resolved.startsWith(registry) ? [] : [`${path}: comes from ${resolved}`]),
  ];
}

function scriptProblems(path: string, { hasInstallScript }: Locked, allowed: Readonly<Record<string, boolean>>) {
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  return hasInstallScript === true && !Object.hasOwn(allowed, name)
    ? [`${path}: has an install script, which allowScripts does not tell of`]
    : [];
}
