import { expect } from "vitest";
import { test } from "../../support/browser-test.ts";
import { field } from "../../support/playground-page.ts";

/** What a browser itself says of an address that it cannot reach. */
const expected = [/Failed to load resource/u];

test.for([
  { what: "a message", typed: "is anybody there?", shown: "is anybody there?" },
  { what: "a command", typed: "/ask who is there?", shown: "who is there?" },
])("gives $what back that could not be sent", async ({ typed, shown }, { open }) => {
  const page = await open({ expected });
  await page.context().setOffline(true);
  await field(page).focus();
  await page.keyboard.insertText(typed);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");

  await page.getByRole("alert").getByText("does not answer").waitFor();

  await expect.poll(() => field(page).inputValue()).toBe(shown);
});
