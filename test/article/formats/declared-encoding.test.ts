import { expect, test } from "vitest";
import { declaredEncoding } from "../../../src/article/formats/html/declared-encoding.ts";

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
/** 茶 in GBK, which is no UTF-8. */
const gbk = [0xb2, 0xe8];

test.for([
  { name: "a byte order mark", bytes: new Uint8Array([0xef, 0xbb, 0xbf, 0x3c]), encoding: "utf-8" },
  { name: "UTF-16 with its mark", bytes: new Uint8Array([0xff, 0xfe, 0x3c, 0]), encoding: "utf-16le" },
  { name: "UTF-16 without", bytes: new Uint8Array([0x3c, 0, 0x68, 0]), encoding: "utf-16le" },
  { name: "nothing but ASCII", bytes: ascii("<p>Tea</p>"), encoding: "utf-8" },
  {
    name: "GB 2312, which is read as GBK",
    bytes: new Uint8Array([...ascii('<meta charset="gb2312">'), ...gbk]),
    encoding: "gbk",
  },
  {
    name: "the old form of the declaration",
    bytes: new Uint8Array([...ascii('<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=big5">'), ...gbk]),
    encoding: "big5",
  },
  {
    name: "an XML declaration",
    bytes: new Uint8Array([...ascii("<?xml version='1.0' encoding='GB18030'?>"), ...gbk]),
    encoding: "gb18030",
  },
  { name: "UTF-8 that calls itself GBK", bytes: ascii('<meta charset="gbk">茶'), encoding: "utf-8" },
  {
    name: "an encoding that nobody knows",
    bytes: new Uint8Array([...ascii("<meta charset=tea>"), ...gbk]),
    encoding: undefined,
  },
  { name: "no declaration", bytes: new Uint8Array(gbk), encoding: undefined },
])("is known: $name", ({ bytes, encoding }) => {
  expect(declaredEncoding(bytes)).toBe(encoding);
});
