import { expect, test } from "vitest";
import { remember, rememberLast } from "../../src/languages/remember.ts";

test("makes something of each thing once", () => {
  const sizeOf = remember((list: readonly number[]) => ({ size: list.length }));
  const [one, other] = [[1], [1]];
  expect(sizeOf(one)).toBe(sizeOf(one));
  expect(sizeOf(one)).not.toBe(sizeOf(other));
});

function counted(most: number) {
  const made: string[] = [];
  const get = rememberLast((from: { readonly name: string }, other: string | undefined) => {
    made.push(`${from.name} ${other}`);
    return { from, other };
  }, most);
  return { get, made };
}

test("keeps what is made of two things while both are the same", () => {
  const { get, made } = counted(2);
  const one = { name: "one" };
  for (const other of [undefined, undefined, "a", "a", undefined])
    expect(get(one, other)).toEqual({ from: one, other });
  expect(made).toEqual(["one undefined", "one a", "one undefined"]);
});

test("forgets the one that was asked for longest ago", () => {
  const { get, made } = counted(2);
  const [one, two, three] = [{ name: "one" }, { name: "two" }, { name: "three" }];
  for (const from of [one, two, one, three, one, two]) get(from, "a");
  expect(made).toEqual(["one a", "two a", "three a", "two a"]);
});
