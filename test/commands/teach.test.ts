import { beforeEach, describe, expect, test } from "vitest";
import { ask } from "../../commands/ask.ts";
import { answerControls } from "../../commands/controls/answer-controls.ts";
import { teachControls } from "../../commands/controls/teach-controls.ts";
import { thisIsTheRightPlace } from "../../commands/menus/this-is-the-right-place.ts";
import { teach } from "../../commands/teach.ts";
import type { Control } from "../../src/command.ts";
import type { Services } from "../../src/services.ts";
import type { Matches } from "../../src/render/answer-message.ts";
import { assertQuotes } from "../../src/render/assert-quotes.ts";
import type { MessageReply, Reply } from "../../src/render/reply.ts";
import { keepTexts } from "../../src/text/remember-texts.ts";
import { command, idOf, menu, pressableIds, pressed, rowsOf, submitted, typing } from "../support/invocations.ts";
import { parseChecked } from "../support/parse.ts";
import { messageOf } from "../support/reply.ts";
import { openTaughtGuild, type TaughtGuild } from "../support/taught-guild.ts";

const source = [
  "Club rules",
  "",
  "Visitors",
  "",
  "Guests sign the book at the door. Dogs stay outside. Guests leave by ten.",
  "",
  "Fees",
  "",
  "Members pay ninety pounds a year. Guests pay four pounds a visit.",
  "",
].join("\n");
const article = parseChecked(source, { metadata: { title: "Club rules" } });
const manager = { id: "20", permissions: 0x20n };
const member = { id: "21", permissions: 0n };
const question = "How much must outsiders cough up?";

let own: TaughtGuild;
beforeEach(async () => {
  own = await openTaughtGuild([article]);
});

async function asked(given: string, services: Services, asker = member): Promise<MessageReply> {
  const reply = messageOf(await ask.run(command("ask", { question: given }, { asker }), services));
  assertQuotes(reply, services.library.articles);
  return reply;
}

function control(name: string): Control {
  const found = teachControls.find((each) => each.name === name);
  if (!found) throw new Error(`no control "${name}"`);
  return found;
}

async function taught(reference = "§2 ¶1:2", given = question): Promise<MessageReply> {
  const options = { question: given, reference };
  return messageOf(
    await teach.run(command("teach", options, { asker: manager, id: `${Math.random()}` }), own.services()),
  );
}

test("answers a question with the place that was chosen for it, and says so", async () => {
  const reply = await taught();
  expect(reply.content).toContain(`-# 💬 ${question}`);
  expect(reply.content).toContain("> Guests pay four pounds a visit.");
  expect(reply.private).toBe(true);
  expect(pressableIds(reply)[0]).toMatch(/^1:undo:/u);
  const answer = await asked(question, own.services());
  expect(answer.content.split("\n").slice(0, 4)).toEqual([
    `-# 💬 ${question}`,
    "-# 📌 People of this server chose §2 ¶1:2 for this question.",
    "**Fees**",
    "> Guests pay four pounds a visit.",
  ]);
});

test("shows the taught question where it is asked in other words, and nothing to another question", async () => {
  await taught();
  const reworded = await asked("Please tell me: how much must outsiders cough up then?", own.services());
  expect(reworded.content).toContain("-# 📌 People of this server chose §2 ¶1:2 for");
  const other = await asked("How much must members cough up?", own.services());
  expect(other.content).not.toContain("📌");
});

test("keeps what the ranking finds surely below the chosen place, without saying anything twice", async () => {
  await taught("§1 ¶1:2", "What do members pay?");
  const reply = await asked("What do members pay?", own.services());
  expect(reply.quotes.map(({ text }) => text)).toEqual(["Dogs stay outside.", "Members pay ninety pounds a year."]);
  await taught("§2 ¶1:1", "What do members pay?");
  const again = await asked("What do members pay?", own.services());
  expect(again.quotes.filter(({ text }) => text === "Members pay ninety pounds a year.")).toHaveLength(1);
});

test("teaching a question again replaces its place, and undoing brings the former back", async () => {
  await taught("§1 ¶1:2");
  const reply = await taught("§2 ¶1:2", "how much must outsiders cough up");
  expect(reply.content).toContain("in place of what was chosen before");
  expect(own.guild.state.taught.size).toBe(1);
  const change = idOf(reply, "undo").split(":").at(-1) ?? "";
  await own.guild.undo({ change: "9", person: "20" }, change);
  expect([...own.guild.state.taught.values()].map(({ text }) => text)).toEqual(["Dogs stay outside."]);
});

test.for([
  { name: "a reference that nothing has", options: { question, reference: "§9" }, said: /There is no §9/u },
  { name: "no reference at all", options: { question, reference: "the fees" }, said: /the fees/u },
  { name: "several stretches", options: { question, reference: "§1 ¶1:1,3" }, said: /one stretch/u },
  {
    name: "an article that is not there",
    options: { question, reference: "§1", article: "tea" },
    said: /no such article/u,
  },
  { name: "the place that is chosen already", options: { question, reference: "§2 ¶1:2" }, said: /already/u },
])("refuses $name", async ({ options, said }) => {
  await taught();
  const before = own.guild.state.revision;
  const reply = messageOf(await teach.run(command("teach", options, { asker: manager, id: "77" }), own.services()));
  expect(reply.content).toMatch(said);
  expect(reply.private).toBe(true);
  expect(own.guild.state.revision).toBe(before);
});

test("keeps the answer of one server from another that has taught otherwise", async () => {
  const memory = {
    answers: keepTexts<MessageReply>({ most: 10, longest: 2000 }),
    matches: keepTexts<Matches>({ most: 1, longest: 1 }),
  };
  const plain = await asked(question, own.services({ memory }));
  await taught();
  const chosen = await asked(question, own.services({ memory }));
  expect([plain.content.includes("📌"), chosen.content.includes("📌")]).toEqual([false, true]);
});

test("does not apply to another article that is named, nor where its article is not asked", async () => {
  const tea = parseChecked("Tea comes from China. Outsiders drink tea.\n", { metadata: { title: "Tea" } });
  const other = { ...tea, id: "tea" };
  const both = await openTaughtGuild([article, other]);
  const services = both.services();
  await teach.run(command("teach", { question, reference: "§2 ¶1:2", article: article.id }), services);
  const named = messageOf(await ask.run(command("ask", { question, article: "tea" }), both.services()));
  expect(named.content).not.toContain("📌");
  const any = messageOf(await ask.run(command("ask", { question }), both.services()));
  expect(any.content).toContain("📌");
  const { library } = await openTaughtGuild([other]).then((guild) => guild.services());
  const elsewhere = messageOf(await ask.run(command("ask", { question }), both.services({ library })));
  expect(elsewhere.content).not.toContain("📌");
});

describe("the button on an answer", () => {
  test("is shown to those who may teach", async () => {
    const names = async (asker: Services | typeof manager | { id: string; roles: string[] }) =>
      pressableIds(
        messageOf(await ask.run(command("ask", { question }, { asker: asker as typeof manager }), own.services())),
      );
    expect((await names(member)).join(" ")).not.toContain("teach");
    expect((await names(manager)).join(" ")).toContain("1:teach");
    await own.guild.change({ change: "5", person: "20" }, () => ({
      kind: "change",
      name: "settings-set",
      subject: "teachers",
      writes: [{ kind: "settings", key: "server", before: undefined, after: { teachers: ["900"] } }],
    }));
    expect((await names({ id: "22", roles: ["900"] })).join(" ")).toContain("1:teach");
    expect((await names({ id: "22", roles: ["901"] })).join(" ")).not.toContain("1:teach");
  });

  test("offers what is shown, and teaches what is chosen", async () => {
    const answer = await asked("What do guests pay?", own.services(), manager);
    const id = idOf(answer, "teach");
    const offered = messageOf(
      await control("teach").press(pressed(answer, id, { asker: manager }), id.split(":").slice(2), own.services()),
    );
    expect(offered.private).toBe(true);
    const [select] = rowsOf(offered);
    const options = select?.kind === "select" ? select.options : [];
    expect(options.map(({ label }) => label)).toContain("§2 ¶1:2 Guests pay four pounds a visit.");
    const value = options.find(({ label }) => label.includes("leave by ten"))?.value ?? options[0]?.value ?? "";
    const done = messageOf(
      await control("teach-at").press(
        pressed(offered, "1:teach-at", { asker: manager, values: [value], id: "78" }),
        [],
        own.services(),
      ),
    );
    expect(done.content).toContain("now comes first");
    expect([...own.guild.state.taught.values()].map((each) => [each.question, each.by])).toEqual([
      ["What do guests pay?", "20"],
    ]);
  });

  test("stays where it is while leafing, with what was chosen named above", async () => {
    await taught("§1 ¶1:2", "What do members pay?");
    const services = own.services({ quotesPerAnswer: 1 });
    const answer = await asked("What do members pay?", services, manager);
    const later = idOf(answer, "later");
    const leaf = answerControls.find(({ name }) => name === "later");
    const next = await leaf?.press(pressed(answer, later, { asker: manager }), later.split(":").slice(2), services);
    const content = next?.kind === "update" ? next.content : "";
    expect(content).toContain("chose §1 ¶1:2 for this question");
    expect(content).toContain("> **Members** **pay** ninety pounds a year.");
    expect(next && idOf(next, "teach")).toMatch(/^1:teach:/u);
  });

  test.for(["teach", "teach-at", "teach-other"])("does nothing for others: %s", async (name) => {
    const answer = await asked("What do guests pay?", own.services(), manager);
    const press = pressed(answer, `1:${name}`, { asker: member, values: ["00000000.1.1"] });
    expect(messageOf(await control(name).press(press, [], own.services())).content).toContain("Only those who run");
    const form = submitted({ question, reference: "§1 ¶1:1" }, { asker: member });
    const submit = await control(name).submit?.(form, [], own.services());
    expect(submit === undefined || messageOf(submit).content.includes("Only those who run")).toBe(true);
    expect(own.guild.state.revision).toBe(0);
  });

  test("finds nothing by forged places", async () => {
    const answer = await asked("What do guests pay?", own.services(), manager);
    for (const value of [
      "",
      "zzz",
      "00000000.1.1",
      `${article.version.slice(0, 8)}.1.1`,
      `${article.version.slice(0, 8)}.zzzzz.5`,
    ]) {
      const press = pressed(answer, "1:teach-at", { asker: manager, values: [value], id: `forged ${value}` });
      messageOf(await control("teach-at").press(press, [], own.services()));
    }
    expect(own.guild.state.taught.size).toBe(0);
  });

  test("opens a form for another place, with the question in it", async () => {
    const answer = await asked("What do guests pay?", own.services(), manager);
    const form = await control("teach-other").press(
      pressed(answer, "1:teach-other", { asker: manager }),
      [],
      own.services(),
    );
    expect(form.kind === "modal" && form.inputs.map(({ customId, value }) => [customId, value])).toEqual([
      ["question", "What do guests pay?"],
      ["reference", undefined],
    ]);
    const fields = { question: "What do guests pay?", reference: "section 1, paragraph 1" };
    const done = await control("teach-other").submit?.(
      submitted(fields, { asker: manager, id: "79" }),
      [],
      own.services(),
    );
    expect(messageOf(done ?? form).content).toContain("now comes first");
  });
});

function offer(reply: Reply, given = {}): Reply | Promise<Reply> {
  return thisIsTheRightPlace.run(
    menu("This is the right place", "", {
      asker: manager,
      target: {
        id: "8",
        content: reply.kind === "message" ? reply.content : "",
        isOwn: true,
        customIds: pressableIds(reply),
        ...given,
      },
    }),
    own.services(),
  );
}

describe("the context menu", () => {
  test("offers what an answer shows, and what comes nearest to a declined one", async () => {
    const answer = messageOf(await offer(await asked("What do guests pay?", own.services())));
    expect(rowsOf(answer).map(({ kind }) => kind)).toEqual(["select", "buttons"]);
    const declined = await asked("Who painted the Mona Lisa?", own.services());
    const offered = messageOf(await offer(declined));
    expect(offered.content).toContain("-# 💬 Who painted the Mona Lisa?");
    expect(idOf(offered, "teach-other")).toBe("1:teach-other");
  });

  test("finds no question in other people's messages", async () => {
    const reply = messageOf(await offer(await asked("What do guests pay?", own.services()), { isOwn: false }));
    expect(reply.content).toContain("no question in this message");
  });
});

test("offers the places that come nearest before a reference is typed", () => {
  const focused = { name: "reference", value: "" };
  const typed = typing("teach", focused, { options: { question: "What do guests pay?" } });
  const offered = teach.complete?.(typed, own.services());
  expect(offered && "choices" in offered ? offered.choices[0] : undefined).toEqual({
    name: "§2 ¶1:2 Guests pay four pounds a visit.",
    value: "§2 ¶1:2",
  });
});
