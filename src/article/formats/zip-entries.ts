import { unzipSync } from "fflate";
import { ArticleError } from "../article-error.ts";
import type { ExtractionOptions, SourceFile } from "./format.ts";
import { declaredEncoding } from "./html/declared-encoding.ts";

/** A zip archive of which only what is asked for is ever unpacked, in memory and within bounds. */
export interface ZipEntries {
  /** Paths as the archive names them; nothing is written to the disk, so that they lead nowhere. */
  readonly names: ReadonlySet<string>;
  /**
   * Unpacks one entry; gives nothing where it is not there.
   *
   * @throws ArticleError when it is broken or expands too much.
   */
  read(name: string): Uint8Array | undefined;
  /** The same, decoded as markup. */
  readMarkup(name: string): string | undefined;
}

const MOST_ENTRIES = 5000;
/** How many times the longest text one entry, and all that are read, may take: markup is wordy. */
const [WIDEST_ENTRY, WIDEST_WHOLE] = [5, 15];

/**
 * Opens a zip archive.
 *
 * @throws ArticleError when it is broken, encrypted, or holds too many entries.
 */
export function openZip({ name: file, bytes }: SourceFile, { longestText }: ExtractionOptions): ZipEntries {
  if (bytes[0] === 0x50 && ((bytes[6] ?? 0) & 1) === 1) {
    throw new ArticleError(file, "is encrypted with a password; save it without one");
  }
  const sizes = listSizes(file, bytes);
  if (sizes.size > MOST_ENTRIES) {
    throw new ArticleError(file, `holds ${sizes.size} files within, at most ${MOST_ENTRIES} are expected`);
  }
  let unpacked = 0;

  function read(name: string): Uint8Array | undefined {
    const size = sizes.get(name);
    if (size === undefined) return undefined;
    unpacked += size;
    if (size > longestText * WIDEST_ENTRY || unpacked > longestText * WIDEST_WHOLE) {
      const most = longestText * (size > longestText * WIDEST_ENTRY ? WIDEST_ENTRY : WIDEST_WHOLE);
      throw new ArticleError(
        file,
        `expands too much: ${name} brings it to ${unpacked} bytes, at most ${most} are read`,
      );
    }
    return unpack(file, bytes, name);
  }
  return {
    names: new Set(sizes.keys()),
    read,
    readMarkup(name) {
      const found = read(name);
      if (!found) return undefined;
      const text = new TextDecoder(declaredEncoding(found) ?? "utf-8").decode(found);
      // The unpacker stops at the size that an archive declares, also where that is a lie.
      if (!text.trimEnd().endsWith(">")) throw new ArticleError(file, `is damaged: ${name} ends in the middle`);
      return text;
    },
  };
}

function listSizes(file: string, bytes: Uint8Array): Map<string, number> {
  const sizes = new Map<string, number>();
  try {
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        // The first of two is what other programs read.
        if (!sizes.has(name)) sizes.set(name, originalSize);
        return false;
      },
    });
  } catch (error) {
    throw broken(file, error);
  }
  return sizes;
}

function unpack(file: string, bytes: Uint8Array, wanted: string): Uint8Array | undefined {
  let isFirst = true;
  try {
    return unzipSync(bytes, {
      filter({ name }) {
        const isWanted = name === wanted && isFirst;
        if (isWanted) isFirst = false;
        return isWanted;
      },
    })[wanted];
  } catch (error) {
    throw broken(file, error);
  }
}

function broken(file: string, error: unknown): ArticleError {
  return new ArticleError(
    file,
    `is damaged: it cannot be unpacked (${error instanceof Error ? error.message : "unknown"})`,
  );
}
