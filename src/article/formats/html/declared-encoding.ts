import { isUtf8 } from "node:buffer";

/** Where pages declare their encoding, in bytes. */
const SEARCHED = 4096;

/**
 * Finds the encoding that markup states of itself: by a byte order mark, an XML declaration or `<meta charset>`.
 *
 * Bytes that are UTF-8 are so whatever the page says: tools that save pages anew leave the old declaration in. Gives
 * nothing where nothing known is declared.
 */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0x3c && second === 0) return "utf-16le";
  if (first === 0 && second === 0x3c) return "utf-16be";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, SEARCHED));
  const name = knownEncoding(DECLARATION.exec(head)?.groups?.["name"]);
  if (name?.startsWith("iso-2022")) return name;
  return isUtf8(bytes) ? "utf-8" : name?.startsWith("utf-16") ? undefined : name;
}

const DECLARATION =
  /(?:<\?xml[^>]{1,200}encoding\s{0,9}=\s{0,9}|<meta[^>]{1,400}charset\s{0,9}=\s{0,9})["']?(?<name>[\w.:-]{1,40})/iu;

function knownEncoding(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
