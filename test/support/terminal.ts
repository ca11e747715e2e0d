import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough, Readable } from "node:stream";
import { onTestFinished } from "vitest";
import { runTerminal } from "../../src/terminal/run-terminal.ts";
import type { ExitCode } from "../../src/terminal/terminal.ts";

export interface TerminalRun {
  readonly code: ExitCode;
  readonly output: string;
  readonly errors: string;
}

interface RunOptions {
  readonly directory?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** All streams say that they are a terminal. */
  readonly isTerminal?: boolean;
  /** What is piped in, or typed: chunks come one after another. */
  readonly input?: readonly (string | Uint8Array)[];
  readonly now?: () => number;
}

const project = path.join(import.meta.dirname, "..", "..");

/** Runs a terminal command as `cli.ts` does, with streams that keep what is written. */
export async function runInTerminal(words: readonly string[], options: RunOptions = {}): Promise<TerminalRun> {
  const { directory = project, environment = {}, isTerminal = false, now = () => 0 } = options;
  const [output, errors] = [createStream(isTerminal), createStream(isTerminal)];
  const input = createInput(options.input ?? [], isTerminal);
  const streams = { input, output: output.stream, errors: errors.stream };
  const code = await runTerminal(words, { environment, directory, now, ...streams });
  return { code, output: output.written(), errors: errors.written() };
}

function createInput(chunks: readonly (string | Uint8Array)[], isTTY: boolean): NodeJS.ReadStream {
  const stream = Readable.from(chunks, { objectMode: false });
  return Object.assign(stream, { isTTY, setRawMode: () => stream }) as unknown as NodeJS.ReadStream;
}

/** A stream for output that keeps what is written. */
export function createStream(isTTY: boolean) {
  const stream = new PassThrough();
  const chunks: string[] = [];
  stream.on("data", (chunk) => chunks.push(String(chunk)));
  const shown = Object.assign(stream, {
    isTTY,
    columns: 80,
    cursorTo: () => true,
    clearLine: () => true,
    moveCursor: () => true,
  });
  return { stream: shown as unknown as NodeJS.WriteStream, written: () => chunks.join("") };
}

/** A folder with some files, removed when the test is over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-terminal-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return folder;
}
