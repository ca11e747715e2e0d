import UPNG from "upng-js";

/** A picture as Chromium takes it, and for how long it is seen, in milliseconds. */
export interface Frame {
  readonly png: Uint8Array;
  readonly lasts: number;
}

/** As many colours as one byte a pixel can name. */
const colours = 256;

/** Writes a picture anew with a palette: it looks the same and takes a third of the room. */
export function withPalette(png: Uint8Array): Uint8Array {
  const { pixels, width, height } = read(png);
  return new Uint8Array(UPNG.encode([pixels], width, height, colours));
}

/** Joins pictures of one size into one that moves (APNG), which keeps what changes from frame to frame alone. */
export function moving(frames: readonly Frame[]): Uint8Array {
  const pictures = frames.map(({ png }) => read(png));
  const [first] = pictures;
  if (!first) throw new Error("no frames");
  const pixels = pictures.map((picture) => picture.pixels);
  const lengths = frames.map(({ lasts }) => lasts);
  return new Uint8Array(UPNG.encode(pixels, first.width, first.height, colours, lengths));
}

interface Picture {
  readonly pixels: ArrayBuffer;
  readonly width: number;
  readonly height: number;
}

function read(png: Uint8Array): Picture {
  const picture = UPNG.decode(new Uint8Array(png).buffer);
  const [pixels = new ArrayBuffer()] = UPNG.toRGBA8(picture);
  return { pixels, width: picture.width, height: picture.height };
}
