import UPNG from "upng-js";
import { expect, test } from "vitest";
import { moving, withPalette } from "./encode.ts";

const [width, height] = [40, 20];

/** A picture of one colour with a square of another at `left`. */
function picture(left: number): Uint8Array {
  const pixels = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const isInside = x >= left && x < left + 5 && y >= 5 && y < 10;
    pixels.set(isInside ? [224, 172, 63, 255] : [26, 26, 30, 255], at * 4);
  }
  return new Uint8Array(UPNG.encode([pixels.buffer], width, height, 0));
}

function pixelsOf(png: Uint8Array): number[][] {
  return UPNG.toRGBA8(UPNG.decode(new Uint8Array(png).buffer)).map((frame) => [...new Uint8Array(frame)]);
}

test("keeps what a picture shows", () => {
  expect(pixelsOf(withPalette(picture(3)))).toEqual(pixelsOf(picture(3)));
});

test("joins pictures that are seen for as long as is said, over and over", () => {
  const frames = [
    { png: picture(3), lasts: 900 },
    { png: picture(20), lasts: 90 },
  ];
  const joined = moving(frames);
  const { frames: found, tabs } = UPNG.decode(new Uint8Array(joined).buffer);
  expect(found.map(({ delay }) => delay)).toEqual([900, 90]);
  expect(tabs.acTL).toMatchObject({ num_frames: 2, num_plays: 0 });
  expect(pixelsOf(joined)).toEqual([...pixelsOf(picture(3)), ...pixelsOf(picture(20))]);
});

test("joins nothing out of nothing", () => {
  expect(() => moving([])).toThrow("no frames");
});
