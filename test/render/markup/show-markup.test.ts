import { describe, expect, test } from "vitest";
import type { MentionName } from "../../../src/render/markup/mention-name.ts";
import { showMarkup } from "../../../src/render/markup/show-markup.ts";
import { escapeLine } from "../../../src/render/escape.ts";

const names: Readonly<Record<string, string>> = { "user 2": "Mara", "role 3": "Gardeners", "channel 4": "tea-room" };
const nameOf: MentionName = (kind, id) => names[`${kind} ${id}`];

describe("shows marks as what they mark", () => {
  test.for([
    ["**Rent** is due __monthly__.", "Rent is due monthly."],
    ["***very*** *much* _so_", "very much so"],
    ["**a *b* c** and __d _e_ f__", "a b c and d e f"],
    ["**a *b***, ***a** b*", "a b, a b"],
    ["~~old~~ ||secret|| || hidden ||", "old secret  hidden"],
    ["这是**重点**吗？_对_，*是*", "这是重点吗？对，是"],
    ["**bold** at**once**d", "bold atonced"],
    ["**[Mara](https://example.org/a_(b))**'s `code` and ``a`b``", "Mara's code and a`b"],
    ['[shown](https://example.org "title") [x](<https://example.org>)', "shown x"],
    ["[[1]](https://example.org) [a] [b", "[1] [a] [b"],
    ["**bold\nover lines**", "bold\nover lines"],
    ["> quoted\n> twice\nmine", "quoted\ntwice\nmine"],
    [">>> all\nof it\n**this**", "all\nof it\nthis"],
    ["# Big\n## Less\n### Small\n-# tiny\n#### none\n#tag", "Big\nLess\nSmall\ntiny\n#### none\n#tag"],
    ["- one\n* two\n  - three\n1. four\n> - five\n- # six", "one\ntwo\nthree\n1. four\nfive\nsix"],
    ["```js\nlet a_b_c = `x`;\n```", "let a_b_c = `x`;"],
    ["```one line``` ```\n**kept**\n```", "one line **kept**"],
    ["> ```\n> **kept**\n> ```", "**kept**"],
    ["say `**kept** <@2>`", "say **kept** <@2>"],
    ["\\*not\\* \\_this\\_ \\<@2> \\\\ 1\\. C:\\new \\# x", "*not* _this_ <@2> \\ 1. C:\\new # x"],
    ["see <https://example.org/a_b_c>.", "see https://example.org/a_b_c."],
    ["**https://example.org/a__b__c** _https://example.org_", "https://example.org/a__b__c https://example.org"],
    ["[https://a.example](https://b.example/x)", "https://a.example"],
    ["¯\\_(ツ)_/¯", "¯_(ツ)_/¯"],
    ["a *b**, **a*", "a b*, *a"],
    ["a\r\n> b\rc", "a\nb\nc"],
  ] as const)("%j", ([written, shown]) => expect(showMarkup(written)).toBe(shown));
});

test.for([
  "5*3 and 5 * 3 * 2",
  "5*3*2=30",
  "a lone * or _ or ** stays",
  "snake_case_word, __dunder_word",
  "f*** and s**t",
  "a | b, a ~ b, ~~~, |||",
  "https://example.org/a_b_c/*d*/e_f?x=_y_&z=**q",
  "____ and **** and ___",
  "2 < 3 > 1, <b>html</b>, a<b",
  "-5%是哪一年",
  "- ",
  "#1 of 3",
  "好的~~ 谢谢~~",
  "`unclosed and ``two``` ",
  "[not](a link) [nor](javascript:alert) []",
  "me@here.example and @hereabouts",
  "¶1:3 [[§2 ¶1:3]]",
  ">no quote",
])("leaves alone what shows itself: %j", (text) => expect(showMarkup(text)).toBe(text.trim()));

describe("shows mentions as names", () => {
  test.for([
    ["What did <@2> tell <@!2> in <#4>?", "What did Mara tell Mara in tea-room?"],
    ["Who are <@&3>?", "Who are Gardeners?"],
    ["<@1> When does it close?", "When does it close?"],
    ["<@1> <a:leaf:123456789> When does the gate close, <@9>?", "When does the gate close?"],
    ["<@2>, when does it close?", "when does it close?"],
    ["Hey <@2>, when does it close?", "Hey, when does it close?"],
    ["when does it close, <@2>", "when does it close"],
    ["What did <@2>, <@&3>, <@2> and <@9> say?", "What did Mara, Gardeners, Mara and say?"],
    ["Where, in <#4>, is it, <@2> <@2>?", "Where, in tea-room, is it?"],
    ["<#4> is what, <#4>", "tea-room is what, tea-room"],
    ["你好<@2>，什么时候关门", "你好，什么时候关门"],
    ["什么时候关门，<@2>？", "什么时候关门？"],
    ["<@2>：什么时候关门", "什么时候关门"],
    ["@everyone @here when?", "when?"],
    ["what is <@9> like", "what is like"],
    ["<:leaf:123456789012345678>", ""],
    ["Is it open <:leaf:123456789012345678> today <a:x:1>?", "Is it open today?"],
    ["use </ask:123> or </library add:123>", "use /ask or /library add"],
    ["see <id:browse> and <id:linked-roles:12> now", "see and now"],
    ["**<@1>** why?", "why?"],
    ["\n<@1>\nwhy?", "why?"],
  ] as const)("%j", ([written, shown]) => expect(showMarkup(written, nameOf)).toBe(shown));
});

test.for([
  ["<t:1618953630>", "2021-04-20 21:20"],
  ["<t:1618953630:d> <t:1618953630:D> <t:1618953630:R>", "2021-04-20 2021-04-20 2021-04-20"],
  ["<t:1618953630:t> <t:1618953630:T> <t:1618953630:F>", "21:20 21:20:30 2021-04-20 21:20"],
  ["<t:-86400:d>", "1969-12-31"],
  ["<t:9999999999999>", "<t:9999999999999>"],
  ["<t:soon>", "<t:soon>"],
] as const)("shows a time as a date in UTC: %j", ([written, shown]) => expect(showMarkup(written)).toBe(shown));

test.for([
  "a*b_c`d~e|f[g](h)<i>@j:k#l",
  "https://example.org/a_b (see :smile:)",
  "1. item",
  "- item",
  "> quote",
  "-# small",
  "他说：“**重要**”。",
  "\\ and \\*",
])("shows what the bot escapes as it was: %j", (line) => expect(showMarkup(escapeLine(line))).toBe(line));
