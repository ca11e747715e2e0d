/**
 * Joins pieces as they come in; gives nothing where they are more than so many bytes.
 *
 * They are kept as one piece, since they may be a byte each, and a piece takes a hundred.
 */
export async function collectBytes(pieces: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  let [held, length] = [new Uint8Array(0), 0];
  for await (const piece of pieces) {
    const start = length;
    length += piece.length;
    if (length > most) return undefined;
    if (length > held.length) held = grow(held, Math.min(most, Math.max(length, 2 * held.length)));
    held.set(piece, start);
  }
  return held.subarray(0, length);
}

function grow(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(length);
  grown.set(bytes);
  return grown;
}
