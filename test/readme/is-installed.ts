import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), optional: z.boolean().optional(), peer: z.boolean().optional() }),
  ),
});

/**
 * Whether a project's packages are just what `npm ci` would install: npm notes what it installed beside the packages.
 * Optional ones may be missing, since they are for other platforms.
 */
export function isInstalled(project: string): boolean {
  const note = path.join(project, "node_modules", ".package-lock.json");
  if (!existsSync(note)) return false;
  const { "": _own, ...wanted } = readLock(path.join(project, "package-lock.json"));
  const found = readLock(note);
  const isSame = Object.entries(found).every(([name, { version }]) => wanted[name]?.version === version);
  return isSame && Object.entries(wanted).every(([name, { optional }]) => optional === true || name in found);
}

function readLock(file: string) {
  return lock.parse(JSON.parse(readFileSync(file, "utf8"))).packages;
}
