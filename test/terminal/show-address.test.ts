import { expect, test } from "vitest";
import { hasHyperlinks } from "../../src/terminal/look.ts";
import { showAddress } from "../../src/terminal/show-address.ts";
import { createStream } from "../support/terminal.ts";

const plain = { hyperlinks: false };

test.for([
  ["https://a.example/page", "https://a.example/page"],
  ["https://a.example/page#:~:text=From%20its,very%20end.", "https://a.example/page"],
  ["https://a.example/page#part:~:text=end", "https://a.example/page#part"],
  ["https://zh.example/wiki/%E7%BA%A2%E8%8C%B6", "https://zh.example/wiki/红茶"],
  ["https://a.example/caf%C3%A9%20bar", "https://a.example/café%20bar"],
  ["https://a.example/a%2Fb%3Fc%25", "https://a.example/a%2Fb%3Fc%25"],
  ["https://a.example/%E2%80%AEevil", "https://a.example/%E2%80%AEevil"],
  ["https://a.example/%E3%80%82", "https://a.example/%E3%80%82"],
  ["https://a.example/%FF%FE", "https://a.example/%FF%FE"],
] as const)("shows %s", ([address, expected]) => {
  expect(showAddress(address, plain)).toBe(expected);
});

test.for([
  ["https://a.example/page#:~:text=end", "a.example/page"],
  ["https://zh.example/wiki/%E7%BA%A2%E8%8C%B6#:~:text=x", "zh.example/wiki/红茶"],
  [
    "https://a.example/a/very/long/way/to/a/page/that/nobody/types.html",
    "a.example/a/very/long/way/to/a/page…y/types.html",
  ],
  [`https://zh.example/${"%E8%8C%B6".repeat(40)}/end`, "zh.example/茶茶茶茶茶茶茶茶茶茶茶茶…茶茶茶茶/end"],
] as const)("makes a link of %s", ([address, label]) => {
  expect(showAddress(address, { hyperlinks: true })).toBe(`\u001b]8;;${address}\u001b\\${label}\u001b]8;;\u001b\\`);
});

test("makes no link of what could end it early", () => {
  expect(showAddress("no address\u001b\\", { hyperlinks: true })).not.toContain("\u001b]8");
});

test.for<{ environment: Record<string, string>; isTerminal?: boolean; expected: boolean }>([
  { environment: {}, expected: false },
  { environment: { TERM: "xterm-256color" }, expected: false },
  { environment: { TERM: "xterm-256color", VTE_VERSION: "7006" }, expected: true },
  { environment: { TERM: "xterm-256color", VTE_VERSION: "5000" }, expected: false },
  { environment: { TERM: "xterm-kitty" }, expected: true },
  { environment: { TERM_PROGRAM: "iTerm.app", TERM_PROGRAM_VERSION: "3.4.1" }, expected: true },
  { environment: { TERM_PROGRAM: "iTerm.app", TERM_PROGRAM_VERSION: "3.0.15" }, expected: false },
  { environment: { TERM_PROGRAM: "Apple_Terminal", TERM_PROGRAM_VERSION: "440" }, expected: false },
  { environment: { TERM_PROGRAM: "vscode", TERM_PROGRAM_VERSION: "1.107.0" }, expected: true },
  { environment: { TERM_PROGRAM: "WezTerm", TERM_PROGRAM_VERSION: "20240203-110809-5046fc22" }, expected: true },
  { environment: { WT_SESSION: "1" }, expected: true },
  { environment: { WT_SESSION: "1" }, isTerminal: false, expected: false },
  { environment: { WT_SESSION: "1", TERM: "tmux-256color" }, expected: false },
  { environment: { WT_SESSION: "1", CI: "true" }, expected: false },
  { environment: { WT_SESSION: "1", FORCE_HYPERLINK: "0" }, expected: false },
  { environment: { FORCE_HYPERLINK: "1" }, isTerminal: false, expected: true },
])("knows terminals with links: $environment", ({ environment, isTerminal = true, expected }) => {
  expect(hasHyperlinks({ output: createStream(isTerminal).stream, environment })).toBe(expected);
});
