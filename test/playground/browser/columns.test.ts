import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { ids } from "../../../src/local-discord/world.ts";
import { test } from "../../support/browser-test.ts";
import { createPlaygroundClient } from "../../support/playground-client.ts";
import { ask, highlighted } from "../../support/playground-page.ts";

const members = (page: Page) => page.getByRole("region", { name: "Members" });
const leftOf = async (element: Locator) => (await element.boundingBox())?.x;

test("lists the members beside chat and source where there is room, by their roles", async ({ open }) => {
  const page = await open({ viewport: { width: 1680, height: 900 } });
  await members(page).waitFor();
  expect(await members(page).getByRole("heading").allTextContents()).toEqual(["Managers — 1", "Online — 1"]);
  expect(await members(page).getByRole("listitem").count()).toBe(2);
  await page.getByLabel("You are").selectOption("member");
  await expect.poll(() => members(page).getByRole("heading").allTextContents()).toEqual(["Online — 2"]);
  await page.getByRole("button", { name: "Hide the members" }).press("Enter");
  await expect.poll(() => members(page).count()).toBe(0);
});

test("opens the members over the chat where the source takes the room", async ({ page }) => {
  expect(await members(page).count()).toBe(0);
  await page.getByRole("button", { name: "Show the members" }).press("Enter");
  await members(page).waitFor();
  expect(await page.getByRole("complementary").isVisible()).toBe(true);
});

test("folds the source at 900 pixels into a drawer that a reference opens", async ({ open }) => {
  const page = await open({ viewport: { width: 900, height: 800 } });
  const panes = page.getByRole("group", { name: "Panes" });
  expect(await page.getByRole("complementary").isVisible()).toBe(false);
  expect(await page.getByRole("navigation").isVisible()).toBe(true);
  const names = (await panes.getByRole("button").allTextContents()).map((name) => name.trim());
  expect(names).toEqual(["Chat", "Source"]);
  const answer = await ask(page, "Llama是哪一年发布的");
  await answer.getByRole("button", { name: /^§/u }).first().press("Enter");
  await highlighted(page).first().waitFor();
  expect(await page.getByRole("main").isVisible()).toBe(true);
  await panes.getByRole("button", { name: "Chat" }).press("Enter");
  await expect.poll(() => page.getByRole("complementary").isVisible()).toBe(false);
});

test("goes to the direct messages and back by the bar of servers", async ({ page }) => {
  const servers = page.getByRole("list", { name: "Servers" });
  await servers.getByRole("button", { name: "Direct messages" }).press("Enter");
  await page.getByRole("heading", { name: "yuanwen", exact: true }).waitFor();
  await servers.getByRole("button", { name: "Readers" }).press("Enter");
  await page.getByRole("heading", { name: "general", exact: true }).waitFor();
});

test("lets a message go on where the one before began", async ({ page, playground }) => {
  await page.getByRole("list", { name: "Try one of these" }).waitFor();
  const client = createPlaygroundClient(playground.url);
  for (const content of ["first", "second"]) await client.post("api/messages", { channel: ids.channel, content });
  const log = page.getByRole("log");
  await log.getByText("second").waitFor();
  expect(await leftOf(log.getByText("second"))).toBe(await leftOf(log.getByText("first")));
});

test("shows the reactions below a message", async ({ page, playground }) => {
  await page.getByRole("list", { name: "Try one of these" }).waitFor();
  await createPlaygroundClient(playground.url).post("api/messages", { channel: ids.channel, content: "thanks" });
  await page.route("**/api/world", async (route) => {
    const world: { messages: object[] } = Object(await (await route.fetch()).json());
    const reactions = [{ emoji: { id: null, name: "👍" }, count: 1 }];
    await route.fulfill({ json: { ...world, messages: world.messages.map((each) => ({ ...each, reactions })) } });
  });
  await page.reload();
  const reactions = page.getByRole("log").getByRole("list", { name: "Reactions" });
  expect((await reactions.getByRole("listitem").allTextContents()).map((text) => text.trim())).toEqual(["👍 1"]);
});

test("sets Latin letters in the font that it brings along", async ({ page }) => {
  await page.getByRole("list", { name: "Try one of these" }).waitFor();
  expect(await page.evaluate(() => document.fonts.check("16px Figtree"))).toBe(true);
  expect(await page.evaluate(() => [...document.fonts].some(({ status }) => status === "loaded"))).toBe(true);
});
