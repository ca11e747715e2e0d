import { expect, test } from "vitest";
import { measureRoom, membersPlace } from "../../../../src/playground/page/frame/room.ts";

test.for([
  ["wide", true, undefined, "column"],
  ["wide", true, false, "none"],
  ["middle", true, undefined, "none"],
  ["middle", true, true, "drawer"],
  ["middle", false, undefined, "column"],
  ["middle", false, false, "none"],
  ["narrow", false, undefined, "none"],
  ["narrow", true, true, "drawer"],
] as const)("with %s room, the source open (%s) and the choice %s, members stand in a %s", (row) => {
  const [room, isSourceOpen, choice, place] = row;
  expect(membersPlace({ room, isSourceOpen, choice })).toBe(place);
});

/** A media query list of a window that the test makes wider and narrower. */
class Query extends EventTarget {
  matches: boolean;
  readonly #least: number;

  constructor(query: string, width: number) {
    super();
    this.#least = Number(/(\d+)px/u.exec(query)?.[1]);
    this.matches = width >= this.#least;
  }

  resize(width: number): void {
    const before = this.matches;
    this.matches = width >= this.#least;
    if (this.matches !== before) this.dispatchEvent(new Event("change"));
  }
}

test("measures the window, and tells when it has another room", () => {
  const queries: Query[] = [];
  const rooms = measureRoom((query) => {
    const list = new Query(query, 1440);
    queries.push(list);
    return list;
  });
  const told: string[] = [];
  rooms.watch((room) => told.push(room));
  expect(rooms.now()).toBe("middle");
  for (const width of [1439, 900, 899, 1000, 1600]) for (const query of queries) query.resize(width);
  expect(told).toEqual(["narrow", "middle", "wide"]);
});
