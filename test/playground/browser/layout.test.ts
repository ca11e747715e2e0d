import { expect } from "vitest";
import { browserTest } from "../../support/browser-test.ts";

browserTest("shows channels, chat and source", async ({ page }) => {
  for (const [role, name] of [
    ["navigation", "Channels"],
    ["main", "Chat"],
    ["complementary", "Source"],
  ] as const)
    expect(await page.getByRole(role, { name }).isVisible()).toBe(true);
});
