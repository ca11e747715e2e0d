import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseAllDocuments } from "yaml";
import { project } from "../readme/guides.ts";

/** A value out of a YAML file, which is looked into as it comes. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Loose = any;

/** Reads the documents of a file of the project. */
export function readYaml(file: string): Loose[] {
  const text = readFileSync(path.join(project, file), "utf8");
  return parseAllDocuments(text, { merge: true }).map((document) => {
    if (document.errors.length > 0) throw new Error(`${file}: ${document.errors.join("; ")}`);
    return document.toJS();
  });
}

/** The YAML files of a folder, by name. */
export function yamlFilesIn(folder: string): readonly string[] {
  return readdirSync(path.join(project, folder)).filter((name) => name.endsWith(".yaml"));
}
