import { expect, test } from "vitest";
import { channelsInOrder, listChannels } from "../../../../src/playground/page/frame/channels.ts";

const general = { id: "4", type: 0, name: "general" };
const help = { id: "5", type: 0, name: "help" };
const forum = { id: "6", type: 15, name: "forum" };
const direct = { id: "7", type: 1 };
const early = { id: "1000000000000000001", type: 11, name: "early", parent_id: "4" };
const late = { id: "1000000000000000002", type: 11, name: "late", parent_id: "4" };
const elsewhere = { id: "1000000000000000003", type: 11, name: "elsewhere", parent_id: "5" };

const channels = [direct, general, early, late, forum, help, elsewhere];

test("lists threads below their channel, newest first, and leaves out forums", () => {
  expect(listChannels(channels)).toEqual({
    groups: [
      { channel: general, threads: [late, early] },
      { channel: help, threads: [elsewhere] },
    ],
    direct: [direct],
  });
});

test("orders channels as they are shown", () => {
  expect(channelsInOrder(channels)).toEqual([general, late, early, help, elsewhere, direct]);
});
