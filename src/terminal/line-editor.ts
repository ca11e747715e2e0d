import { createInterface, type Interface } from "node:readline";
import { PassThrough } from "node:stream";
import { StringDecoder } from "node:string_decoder";

/** Lines that the arrow keys bring back; in memory only. */
const HISTORY = 1000;

export interface EditorOptions {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly prompt: string;
  /** The whole words that a line may become by the tab key. */
  readonly complete: (line: string) => string[];
}

/**
 * Makes Node's line editor for a terminal; it closes when the input ends.
 *
 * Text that comes in one piece, pasted or from an input method, is handed over in one piece: given to Node key by key, it
 * loses count of the rows where the text wraps, and the next edit draws the line twice.
 */
export function createLineEditor({ input, output, prompt, complete }: EditorOptions): Interface {
  const keys = Object.assign(new PassThrough(), { setRawMode: (mode: boolean) => void input.setRawMode(mode) });
  const editor = createInterface({
    input: keys,
    output,
    prompt,
    terminal: true,
    historySize: HISTORY,
    removeHistoryDuplicates: true,
    completer: (line: string) => [complete(line), line],
  });
  // Node would stop itself alone, and npm, which waits for it, keep the terminal.
  editor.on("SIGTSTP", () => {});
  const decoder = new StringDecoder("utf8");
  let isEscaping = false;
  const receive = (bytes: Buffer | string): void => {
    const text = typeof bytes === "string" ? bytes : decoder.write(bytes);
    if (isPlain(text) && !isEscaping) editor.write(text.replaceAll("\t", " "));
    else keys.emit("data", text);
    isEscaping = /\x1b[^A-Za-z~]*$/u.test(text);
  };
  const close = (): void => editor.close();
  input.on("data", receive).once("end", close);
  editor.once("close", () => {
    input.off("data", receive).off("end", close);
    input.pause();
  });
  return editor;
}

/** Tells text of several characters without keys in it. */
function isPlain(text: string): boolean {
  return text.length > 1 && !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/u.test(text);
}
