import { expect, test } from "vitest";
import { taughtControls } from "../../commands/controls/taught-controls.ts";
import { taught as taughtPart } from "../../commands/library/taught.ts";
import { runCheck } from "../../commands/parts/library-check.ts";
import { teach } from "../../commands/teach.ts";
import type { Guild } from "../../src/community/guild.ts";
import { carryOverTaught } from "../../src/community/carry-over.ts";
import type { MessageReply, WorkReply } from "../../src/render/reply.ts";
import { command, idOf, pressableIds, pressed, rowsOf } from "../support/invocations.ts";
import { parseChecked } from "../support/parse.ts";
import { messageOf } from "../support/reply.ts";
import { openTaughtGuild, type TaughtGuild } from "../support/taught-guild.ts";

const before =
  "House\n\nHours\n\nWe open at nine. We close at six.\n\nFees\n\nAdults pay four pounds. Children pay nothing.\n";
const article = parseChecked(before, { metadata: { title: "House" } });
const manager = { id: "20", permissions: 0x20n };

function spanOf(text: string): { readonly start: number; readonly end: number } {
  const start = article.text.indexOf(text);
  return { start, end: start + text.length };
}

async function guildWith(questions: readonly (readonly [question: string, reference: string])[]): Promise<TaughtGuild> {
  const own = await openTaughtGuild([article]);
  for (const [index, [question, reference]] of questions.entries()) {
    const invocation = command("teach", { question, reference }, { asker: manager, id: `10${index}` });
    const reply = messageOf(await teach.run(invocation, own.services()));
    expect(reply.content).toContain("comes first for this question");
  }
  return own;
}

async function list(own: TaughtGuild, query?: string): Promise<MessageReply> {
  const options = query === undefined ? {} : { query };
  const [part] = taughtPart.subcommands;
  if (!part) throw new Error("no subcommand");
  return messageOf(await part.run(command("library", options, { asker: manager }), own.services()));
}

async function carryOver(guild: Guild, text: string): Promise<void> {
  await guild.change({ change: text, person: "20" }, (state) => ({
    kind: "change",
    name: "article-replaced",
    subject: "test",
    writes: carryOverTaught(state, article.id, parseChecked(text, { metadata: { title: "House" } })),
  }));
}

test("lists what is taught, and takes one away, and brings it back", async () => {
  const own = await guildWith([
    ["When may I come in?", "§1 ¶1:1"],
    ["Is it free for kids?", "§2 ¶1:2"],
  ]);
  const shown = await list(own);
  expect(shown.content.split("\n").toSorted()).toEqual([
    "- Is it free for kids? → §2 ¶1:2",
    "- When may I come in? → §1 ¶1:1",
    "2 taught questions:",
  ]);
  expect((await list(own, "KIDS")).content).toContain("One taught question:\n- Is it free for kids?");
  expect((await list(own, "dogs")).content).toBe("No taught question has “dogs”.");
  const [select] = rowsOf(shown);
  const key =
    select?.kind === "select" ? (select.options.find(({ label }) => label.includes("kids"))?.value ?? "") : "";
  const remove = taughtControls.find(({ name }) => name === "untaught");
  const gone = await remove?.press(
    pressed(shown, "1:untaught", { asker: manager, values: [key], id: "200" }),
    [],
    own.services(),
  );
  expect(gone && messageOf(gone).content).toBe("Removed: Is it free for kids?");
  expect([...own.guild.state.taught.values()].map(({ question }) => question)).toEqual(["When may I come in?"]);
  await own.guild.undo({ change: "201", person: "20" }, gone ? (idOf(gone, "undo").split(":").at(-1) ?? "") : "");
  expect(own.guild.state.taught.size).toBe(2);
});

test.for([
  { name: "somebody who may not", asker: { id: "21", permissions: 0n }, values: ["100"], said: /Only those who run/u },
  { name: "a key of nothing", asker: manager, values: ["nothing"], said: /not taught/u },
  { name: "no key", asker: manager, values: [], said: /not taught/u },
])("removes nothing for $name", async ({ asker, values, said }) => {
  const own = await guildWith([["When may I come in?", "§1 ¶1:1"]]);
  const remove = taughtControls.find(({ name }) => name === "untaught");
  const reply = await remove?.press(
    pressed(await list(own), "1:untaught", { asker, values, id: "300" }),
    [],
    own.services(),
  );
  expect(reply && messageOf(reply).content).toMatch(said);
  expect(own.guild.state.taught.size).toBe(1);
});

test("leafs through many, within what Discord takes", async () => {
  const own = await openTaughtGuild([article]);
  const star = "*".repeat(500);
  await own.guild.change({ change: "1", person: "20" }, () => ({
    kind: "change",
    name: "imported",
    subject: "test",
    writes: Array.from({ length: 30 }, (_, at) => ({
      kind: "taught",
      key: `key${at}`,
      before: undefined,
      after: {
        question: `${at} ${star}`.slice(0, 500),
        article: star.slice(0, 60),
        version: "0".repeat(64),
        span: { start: 0, end: 1 },
        text: "x",
        at,
        by: "",
      },
    })),
  }));
  const first = await list(own, "*");
  expect(first.content.length).toBeLessThanOrEqual(2000);
  const next = pressableIds(first).find((id) => id.startsWith("1:taught:>")) ?? "";
  const leaf = taughtControls.find(({ name }) => name === "taught");
  const page = await leaf?.press(pressed(first, next, { asker: manager }), next.split(":").slice(2), own.services());
  expect(page?.kind === "update" && page.content).toContain("page 2 of 5");
});

async function check(own: TaughtGuild, given = {}): Promise<{ readonly last: MessageReply; readonly shown: number }> {
  const reply = runCheck(command("library", {}, { id: "400" }), own.services(given));
  const work: WorkReply | undefined = reply.kind === "work" ? reply : undefined;
  expect(work && idOf(work.first, "stop")).toBe("1:stop:400");
  let shown = 0;
  const last = await work?.run({ signal: new AbortController().signal, show: () => (shown += 1) });
  if (!last) throw new Error("no work");
  return { last, shown };
}

test("asks all taught questions again, and tells which are right, changed and lost", async () => {
  const own = await guildWith([
    ["When may I come in?", "§1 ¶1:1"],
    ["Is it free for kids?", "§2 ¶1:2"],
    ["When do I have to leave?", "§1 ¶1:2"],
  ]);
  await carryOver(own.guild, before.replace("close at six", "close at seven"));
  const { last } = await check(own);
  expect(last.content.split("\n")).toEqual([
    "3 taught questions were asked again.",
    "**Lost: 1**, the text that was chosen does not stand any more",
    "- When do I have to leave? → closest now: §1 ¶1:2",
    "**Still right: 2**",
    "-# 1 of them would be found without teaching as well",
  ]);
  const file = last.files?.[0];
  expect(file?.name).toBe("taught-questions.csv");
  expect(
    new TextDecoder()
      .decode(file?.bytes)
      .split("\r\n")
      .map((row) => row.split(",").slice(0, 5).join(",")),
  ).toEqual([
    "state,question,article,place,text",
    `lost,When do I have to leave?,${article.id},,We close at six.`,
    `still right,When may I come in?,${article.id},§1 ¶1:1,We open at nine.`,
    `still right,Is it free for kids?,${article.id},§2 ¶1:2,Children pay nothing.`,
    "",
  ]);
});

test("calls another place that was taught for an equal question changed", async () => {
  const own = await guildWith([["When do you open?", "§1 ¶1:1"]]);
  await own.guild.change({ change: "500", person: "20" }, (state) => ({
    kind: "change",
    name: "imported",
    subject: "test",
    writes: [...state.taught.values()].map((record) => ({
      kind: "taught",
      key: "zzz",
      before: undefined,
      after: { ...record, question: "when do you open", span: spanOf("We close at six."), text: "We close at six." },
    })),
  }));
  const { last } = await check(own);
  expect(last.content).toContain("**Changed: 1**, another place comes first now\n- when do you open → §1 ¶1:1");
});

test("has nothing to check where nothing is taught, and stops when it is called off", async () => {
  const own = await openTaughtGuild([article]);
  expect((await check(own)).last.content).toContain("nothing to check");
  const taught = await guildWith([["When may I come in?", "§1 ¶1:1"]]);
  const reply = runCheck(command("library"), taught.services({ pause: () => Promise.resolve() }));
  const signal = AbortSignal.abort(new Error("called off"));
  await expect(reply.kind === "work" && reply.run({ signal, show: () => undefined })).rejects.toThrow("called off");
});
