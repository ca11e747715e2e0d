import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allSections, type Article } from "../../../src/article/article.ts";
import { buildArticle } from "../../../src/article/build-article.ts";
import { plainText } from "../../../src/article/formats/plain-text.ts";
import { findBrokenInvariants } from "../../../src/article/invariants.ts";
import { english } from "../../../src/languages/english.ts";
import { parseChecked } from "../../support/parse.ts";

/** The title, each section with its number, each paragraph as readers see it, and what is left out besides marks. */
function shapeOf(article: Article): string[] {
  const cut = ({ start, end }: { start: number; end: number }): string =>
    article.text.slice(start, end).replaceAll(/\s+/gu, " ");
  const lines = [`# ${article.titleSpan ? article.title : "(unknown)"}`];
  for (const { number, heading, paragraphs } of allSections(article.sections)) {
    if (heading) lines.push(`§${number.join(".")} ${cut(heading)}`);
    for (const { kind, visible } of paragraphs) lines.push(`${kind}: ${visible.map(cut).join("|")}`);
  }
  for (const { span, reason } of article.leftOut) if (reason !== "markup") lines.push(`${reason}: ${cut(span)}`);
  return lines;
}

interface Row {
  readonly name: string;
  readonly source: string;
  readonly shape: readonly string[];
}

function check({ source, shape }: Row): void {
  expect(shapeOf(parseChecked(source))).toEqual(shape);
}

describe("what is never a heading", () => {
  test.for<Row>([
    {
      name: "somebody's question in quotation marks",
      source: 'The Visitor\n\nAnna waited.\n\n"Is he tall?"\n\n"As tall as the door," said Ben.\n\nShe poured the tea.',
      shape: [
        "# The Visitor",
        "prose: Anna waited.",
        'prose: "Is he tall?"',
        'prose: "As tall as the door," said Ben.',
        "prose: She poured the tea.",
      ],
    },
    {
      name: "speech behind a dash, in corner brackets or without a mark at its end",
      source:
        "夜雨\n\n老周站在门口。\n\n——谁在外面？\n\n没有人回答。\n\n「是我」\n\n他打开门。\n\n“进来吧\n\n来人走了进来。",
      shape: [
        "# 夜雨",
        "prose: 老周站在门口。",
        "prose: ——谁在外面？",
        "prose: 没有人回答。",
        "prose: 「是我」",
        "prose: 他打开门。",
        "prose: “进来吧",
        "prose: 来人走了进来。",
      ],
    },
    {
      name: "a question asked among things said",
      source:
        "The Storm\n\n‘Where is he?’\n\nHe had gone out.\n\nWas he dead?\n\nShe went to the door.\n\nRun!\n\nThey ran.",
      shape: [
        "# The Storm",
        "prose: ‘Where is he?’",
        "prose: He had gone out.",
        "prose: Was he dead?",
        "prose: She went to the door.",
        "prose: Run!",
        "prose: They ran.",
      ],
    },
    {
      name: "a rule that only lacks its full stop",
      source:
        "守则\n\n本守则如下。\n\n禁止把会员卡转借给别人\n\n违反者停卡一个月。\n\nGuests must leave before ten\n\nThey are welcome again.",
      shape: [
        "# 守则",
        "prose: 本守则如下。",
        "prose: 禁止把会员卡转借给别人",
        "prose: 违反者停卡一个月。",
        "prose: Guests must leave before ten",
        "prose: They are welcome again.",
      ],
    },
    {
      name: "the reply of a server, a clock time, a place with a date",
      source:
        "A session\n\nThe server greets.\n\n250 OK\n\nThen it waits.\n\n10:02 Ann\n\nIt waits on.\n\nLondon, 3 June 2030\n\nIt ends.",
      shape: [
        "# A session",
        "prose: The server greets.",
        "prose: 250 OK",
        "prose: Then it waits.",
        "prose: 10:02 Ann",
        "prose: It waits on.",
        "prose: London, 3 June 2030",
        "prose: It ends.",
      ],
    },
    {
      name: "the entries of a change log",
      source: `Fixes\n\nthe kettle stopped working when its lid was opened by a guest and the water\n\twas still boiling\na cup fell from the shelf\nthe timer rang`,
      shape: [
        "# Fixes",
        "prose: the kettle stopped working when its lid was opened by a guest and the water was still boiling",
        "prose: a cup fell from the shelf",
        "prose: the timer rang",
      ],
    },
    {
      name: "speakers, by a label or by a line that returns",
      source:
        "Talk\n\nANN: When?\n\nBEN: In May\n\nANN: Why?\n\nBEN: It was warm.\n\n小明\n你来吗？\n\n小红\n来，三点到茶馆。\n\n小明\n好的，我在门口等你。\n\n小红\n到时候见。",
      shape: [
        "# Talk",
        "prose: ANN: When?",
        "prose: BEN: In May",
        "prose: ANN: Why?",
        "prose: BEN: It was warm.",
        "prose: 小明",
        "prose: 你来吗？",
        "prose: 小红",
        "prose: 来，三点到茶馆。",
        "prose: 小明",
        "prose: 好的，我在门口等你。",
        "prose: 小红",
        "prose: 到时候见。",
      ],
    },
    {
      name: "speakers of a play, with what they say in the same lines or below",
      source:
        "The Lid\n\nCLARA. Who closed it?\nMR. WU. Nobody did.\nCLARA. Then look.\n\nMR. WU.\nI look and see nothing of it.\n\nCLARA.\nNor do I.",
      shape: [
        "# The Lid",
        "prose: CLARA. Who closed it?",
        "prose: MR. WU. Nobody did.",
        "prose: CLARA. Then look.",
        "prose: MR. WU. I look and see nothing of it.",
        "prose: CLARA. Nor do I.",
      ],
    },
    {
      name: "Chinese clauses, wide or many, that end in no mark",
      source:
        "茶业观察\n\n去年涨价了。\n\n今年天气很好，山上的茶树长得比往年快，采茶的人也比往年多一些\n\n我们走吧。\n\n内外承压，茶企求变\n\n许多企业开始转型，出口也在增加，但是国内的竞争十分激烈，价格战还没有停下来的迹象，大家都在等待，看谁先撑不下去。\n\n下雨了，没有客人，他坐在门口，看着\n\n门关了。",
      shape: [
        "# 茶业观察",
        "prose: 去年涨价了。",
        "prose: 今年天气很好，山上的茶树长得比往年快，采茶的人也比往年多一些",
        "prose: 我们走吧。",
        "§1 内外承压，茶企求变",
        "prose: 许多企业开始转型，出口也在增加，但是国内的竞争十分激烈，价格战还没有停下来的迹象，大家都在等待，看谁先撑不下去。",
        "prose: 下雨了，没有客人，他坐在门口，看着",
        "prose: 门关了。",
      ],
    },
    {
      name: "the last of some short lines",
      source: "Tea\n\nGet these things first.\n\nA pot\n\nTwo cups\n\nA kettle\n\nBoil the water and pour it.",
      shape: [
        "# Tea",
        "prose: Get these things first.",
        "prose: A pot",
        "prose: Two cups",
        "prose: A kettle",
        "prose: Boil the water and pour it.",
      ],
    },
  ])("$name", check);
});

describe("headings with numbers", () => {
  test.for<Row>([
    {
      name: "nest by what the numbers count",
      source:
        "条例\n\n第一编 总则\n\n第一章 基本规定\n\n第一节 名称\n\n名为清泉茶社。\n\n第二节 地址\n\n在南街。\n\n第二编 罚则\n\n违者罚款。",
      shape: [
        "# 条例",
        "§1 第一编 总则",
        "§1.1 第一章 基本规定",
        "§1.1.1 第一节 名称",
        "prose: 名为清泉茶社。",
        "§1.1.2 第二节 地址",
        "prose: 在南街。",
        "§2 第二编 罚则",
        "prose: 违者罚款。",
      ],
    },
    {
      name: "nest by dots, and their last items stay items",
      source:
        "章程\n\n自公布之日起施行。\n\n4. 会员\n\n4.1 会员卡\n\n4.1.1 会员卡由本人保管\n\n4.1.2 未经同意，禁止转借给别人\n\n4.2 会费\n\n每年一百元。",
      shape: [
        "# 章程",
        "prose: 自公布之日起施行。",
        "§1 4. 会员",
        "§1.1 4.1 会员卡",
        "list-item: 4.1.1 会员卡由本人保管",
        "list-item: 4.1.2 未经同意，禁止转借给别人",
        "§1.2 4.2 会费",
        "prose: 每年一百元。",
      ],
    },
    {
      name: "are items where nothing but the last has text below",
      source: "方法\n\n步骤如下：\n\n1. 烧水\n\n2. 放茶叶\n\n3. 倒水\n\n水温不要太高。",
      shape: [
        "# 方法",
        "prose: 步骤如下：",
        "list-item: 1. 烧水",
        "list-item: 2. 放茶叶",
        "list-item: 3. 倒水",
        "prose: 水温不要太高。",
      ],
    },
    {
      name: "count anew in the lists below them",
      source:
        "Club\n\n1. Fees\n\n1. Adults pay nine.\n2. Children pay two.\n\n2. Hours\n\nWe open at six.\n\n3. Lockers\n\n1. Take a key.\n2. Close the door.\n\n4. Showers\n\nDo this:\n\n1. Turn the tap, then wait.\n\n2. Wash.\n\n5. Exit\n1. Give the key back.\n\n6. Lost keys\n\nThey cost five.",
      shape: [
        "# Club",
        "§1 1. Fees",
        "list-item: 1. Adults pay nine.",
        "list-item: 2. Children pay two.",
        "§2 2. Hours",
        "prose: We open at six.",
        "§3 3. Lockers",
        "list-item: 1. Take a key.",
        "list-item: 2. Close the door.",
        "§4 4. Showers",
        "prose: Do this:",
        "list-item: 1. Turn the tap, then wait.",
        "list-item: 2. Wash.",
        "§5 5. Exit",
        "list-item: 1. Give the key back.",
        "§6 6. Lost keys",
        "prose: They cost five.",
      ],
    },
    {
      name: "stand above items with other numbers or the same, in Chinese",
      source:
        "须知\n\n一、入场\n\n请排队。\n\n二、更衣\n\n1. 拿钥匙。\n2. 关门。\n\n三、其他\n\n1、淋浴\n\n请节约用水。\n\n2、离场\n1、还钥匙。\n2、关灯。\n\n3、遗失\n\n赔五元。",
      shape: [
        "# 须知",
        "§1 一、入场",
        "prose: 请排队。",
        "§2 二、更衣",
        "list-item: 1. 拿钥匙。",
        "list-item: 2. 关门。",
        "§3 三、其他",
        "§3.1 1、淋浴",
        "prose: 请节约用水。",
        "§3.2 2、离场",
        "list-item: 1、还钥匙。",
        "list-item: 2、关灯。",
        "§3.3 3、遗失",
        "prose: 赔五元。",
      ],
    },
    {
      name: "are items where two lists follow each other",
      source: "Lists\n\nBuy:\n\n1. Milk\n\n2. Tea\n\n1. Pot\n\n2. Cup\n\nThen go.",
      shape: [
        "# Lists",
        "prose: Buy:",
        "list-item: 1. Milk",
        "list-item: 2. Tea",
        "list-item: 1. Pot",
        "list-item: 2. Cup",
        "prose: Then go.",
      ],
    },
    {
      name: "may end with a full stop above text",
      source:
        "LICENCE\n\n  0. Definitions.\n\n  A pot is a vessel.\n\n  1. No Warranty.\n\n  The club repairs nothing.",
      shape: [
        "# LICENCE",
        "§1 0. Definitions.",
        "prose: A pot is a vessel.",
        "§2 1. No Warranty.",
        "prose: The club repairs nothing.",
      ],
    },
    {
      name: "of several kinds in English",
      source:
        "Report\n\nI. Introduction\n\nTea is a drink.\n\nA. History\n\nIt came from China.\n\n1. East\n\nShips went east.\n\n2. West\n\nShips went west.\n\nII. Conclusion\n\nIt remains a drink.",
      shape: [
        "# Report",
        "§1 I. Introduction",
        "prose: Tea is a drink.",
        "§1.1 A. History",
        "prose: It came from China.",
        "§1.1.1 1. East",
        "prose: Ships went east.",
        "§1.1.2 2. West",
        "prose: Ships went west.",
        "§2 II. Conclusion",
        "prose: It remains a drink.",
      ],
    },
    {
      name: "of contracts, with provisions that are spoken of in between",
      source:
        "AGREEMENT\n\nARTICLE I. TERM\n\nSection 1. Beginning\n\nIt begins in June.\n\nSection 2. End\n\nSection 9 applies to the end.\n\n(a) It ends in May.\n\nAPPENDIX B\n\nForms follow.",
      shape: [
        "# AGREEMENT",
        "§1 ARTICLE I. TERM",
        "§1.1 Section 1. Beginning",
        "prose: It begins in June.",
        "§1.2 Section 2. End",
        "prose: Section 9 applies to the end.",
        "list-item: (a) It ends in May.",
        "§2 APPENDIX B",
        "prose: Forms follow.",
      ],
    },
    {
      name: "of a statute without blank lines, whose items stay with their provision",
      source:
        "茶叶法\n第一章　总　则\n第一条　为了规范茶叶生产，制定本法。\n第二章　生　产\n第二条　应当具备下列条件：\n（一）有土地；\n（二）有水源。\n不具备前款第一项条件的，不得种植。",
      shape: [
        "# 茶叶法",
        "§1 第一章 总 则",
        "prose: 第一条 为了规范茶叶生产，制定本法。",
        "§2 第二章 生 产",
        "prose: 第二条 应当具备下列条件：",
        "list-item: （一）有土地；",
        "list-item: （二）有水源。",
        "prose: 不具备前款第一项条件的，不得种植。",
      ],
    },
    {
      name: "are provisions where those stand alone",
      source:
        "條例\n\n第 1 條\n\n本條例適用於茶館。\n\n第 2 條\n\n茶館應符合下列規定：\n\n一、設有廚房。\n\n前項規定由主管機關定之。",
      shape: [
        "# 條例",
        "§1 第 1 條",
        "prose: 本條例適用於茶館。",
        "§2 第 2 條",
        "prose: 茶館應符合下列規定：",
        "list-item: 一、設有廚房。",
        "prose: 前項規定由主管機關定之。",
      ],
    },
    {
      name: "are no title",
      source: "第一章 初到茶馆\n\n老周推开门。\n\n第二章 离开\n\n老周走了。",
      shape: ["# (unknown)", "§1 第一章 初到茶馆", "prose: 老周推开门。", "§2 第二章 离开", "prose: 老周走了。"],
    },
    {
      name: "are no title where they begin a series of another form",
      source: "【第一幕】\n老王坐下。\n【第二幕】\n外面下雪了。",
      shape: ["# (unknown)", "§1 【第一幕】", "prose: 老王坐下。", "§2 【第二幕】", "prose: 外面下雪了。"],
    },
    {
      name: "are no title where they count days",
      source: "Day 1: Oban\n\nWe left at dawn.\n\nDay 2: Mull\n\nWe rested.",
      shape: ["# (unknown)", "§1 Day 1: Oban", "prose: We left at dawn.", "§2 Day 2: Mull", "prose: We rested."],
    },
    {
      name: "are the title where nothing counts on",
      source: "Phase 1\n\nWe dig in May.\n\nWhat follows\n\nPhase 2 needs a permit.",
      shape: ["# Phase 1", "prose: We dig in May.", "§1 What follows", "prose: Phase 2 needs a permit."],
    },
    {
      name: "take the name below them in",
      source:
        "Alice\n\nCHAPTER I.\nDown the Rabbit-Hole\n\nAlice was tired.\n\nCHAPTER II.\n\nThe Pool of Tears\n\nShe wept.",
      shape: [
        "# Alice",
        "§1 CHAPTER I. Down the Rabbit-Hole",
        "prose: Alice was tired.",
        "§2 CHAPTER II. The Pool of Tears",
        "prose: She wept.",
      ],
    },
  ])("$name", check);
});

describe("headings without numbers", () => {
  test.for<Row>([
    {
      name: "are underlined, `=` above `-`",
      source: "=====\nNotes\n=====\n\nFixes\n-----\nThe lid closes.\n\nfeatures of it\n--------------\nA timer.",
      shape: ["# Notes", "§1 Fixes", "prose: The lid closes.", "§2 features of it", "prose: A timer."],
    },
    {
      name: "bear marks of Markdown",
      source: "# Kit\n\nA kit.\n\n## Use\n\nUse it.\n\n### Fast\n\nQuickly.",
      shape: ["# Kit", "prose: A kit.", "§1 Use", "prose: Use it.", "§1.1 Fast", "prose: Quickly."],
    },
    {
      name: "stand above a list of lines",
      source:
        "萝卜糕\n\n外婆做的。\n\n材料\n\n白萝卜 1200克\n粘米粉 280克\n\n做法\n\n1. 泡发，一个小时。\n2. 蒸十分钟。",
      shape: [
        "# 萝卜糕",
        "prose: 外婆做的。",
        "§1 材料",
        "prose: 白萝卜 1200克",
        "prose: 粘米粉 280克",
        "§2 做法",
        "list-item: 1. 泡发，一个小时。",
        "list-item: 2. 蒸十分钟。",
      ],
    },
    {
      name: "stand in capitals right above their text",
      source: "Manual\n\nNAME\n       tea - brew tea\n\nSYNOPSIS\n       tea [POT]",
      shape: ["# Manual", "§1 NAME", "prose: tea - brew tea", "§2 SYNOPSIS", "prose: tea [POT]"],
    },
    {
      name: "are versions above what is new in them, and what is added or fixed",
      source:
        "News\n\n3.1.0 (2031-02-01)\n\nAdded\n\n- A lid\n\n3.0.2-rc.1 – unreleased\n\n  * A spout\n\nv3.0, 4 May 2030\n* A pot\n\n[2.9] - 2029-12-31\n\nThe first one that boils.\n\n2.8\n- Cold water\n\nVersion 2.7:\n\n- Water",
      shape: [
        "# News",
        "§1 3.1.0 (2031-02-01)",
        "§1.1 Added",
        "list-item: - A lid",
        "§2 3.0.2-rc.1 – unreleased",
        "list-item: * A spout",
        "§3 v3.0, 4 May 2030",
        "list-item: * A pot",
        "§4 [2.9] - 2029-12-31",
        "prose: The first one that boils.",
        "§5 2.8",
        "list-item: - Cold water",
        "§6 Version 2.7:",
        "list-item: - Water",
      ],
    },
    {
      name: "are versions in Chinese, from the first line on",
      source:
        "版本 2.1（2031年6月1日）\n- 修复了水壶在水烧干以后\n  不会停止的问题\n- 定时器\n\nV2.0 2031-01-02\n- 壶盖",
      shape: [
        "# (unknown)",
        "§1 版本 2.1（2031年6月1日）",
        "list-item: - 修复了水壶在水烧干以后 不会停止的问题",
        "list-item: - 定时器",
        "§2 V2.0 2031-01-02",
        "list-item: - 壶盖",
      ],
    },
    {
      name: "are no version of the whole text",
      source: "Tea Licence\n\nVersion 2.0, January 2031\n\nTERMS OF USE\n\nYou may drink the tea. You may not sell it.",
      shape: [
        "# Tea Licence",
        "prose: Version 2.0, January 2031",
        "§1 TERMS OF USE",
        "prose: You may drink the tea. You may not sell it.",
      ],
    },
    {
      name: "ask what the text below answers",
      source: "Pool\n\nWhen do you open?\n\nAt six.\n\nCan I bring guests?\n\nYes, two.",
      shape: ["# Pool", "§1 When do you open?", "prose: At six.", "§2 Can I bring guests?", "prose: Yes, two."],
    },
  ])("$name", check);
});

describe("tables, verse and quotations", () => {
  test.for<Row>([
    {
      name: "a table drawn with bars has cells, and no rulers",
      source:
        "Prices\n\n+--------+-------+\n| Tea    | Pot   |\n+--------+-------+\n| Oolong | 9 USD |\n+--------+-------+\n\nWith milk.",
      shape: ["# Prices", "table: Tea|Pot|Oolong|9 USD", "prose: With milk."],
    },
    {
      name: "so does one whose columns blanks part",
      source: "价目\n\n绿茶        40元     10元\n红茶        50元     12元\n乌龙茶      60元     15元\n\n含税。",
      shape: ["# 价目", "table: 绿茶|40元|10元|红茶|50元|12元|乌龙茶|60元|15元", "prose: 含税。"],
    },
    {
      name: "two blanks behind a sentence part no cells",
      source: "Notes\n\nIt rains.  We wait.\nIt snows.  We wait.\nIt hails.  We wait.",
      shape: ["# Notes", "prose: It rains. We wait.", "prose: It snows. We wait.", "prose: It hails. We wait."],
    },
    {
      name: "a stanza",
      source:
        "The Kettle\n\nWarm is the copper, and warm is the tea,\nAnd warm are the hands that are holding it,\nFor never the winter shall come unto me\nWhile summer is in the pot",
      shape: [
        "# The Kettle",
        "verse: Warm is the copper, and warm is the tea, And warm are the hands that are holding it, For never the winter shall come unto me While summer is in the pot",
      ],
    },
    {
      name: "Chinese poems below title and poet",
      source:
        "唐诗\n\n春晓\n孟浩然\n\n春眠不觉晓，处处闻啼鸟。\n夜来风雨声，花落知多少。\n\n登鹳雀楼\n\n王之涣\n\n白日依山尽，黄河入海流。\n欲穷千里目，更上一层楼。",
      shape: [
        "# 唐诗",
        "§1 春晓",
        "prose: 孟浩然",
        "verse: 春眠不觉晓，处处闻啼鸟。 夜来风雨声，花落知多少。",
        "§2 登鹳雀楼",
        "prose: 王之涣",
        "verse: 白日依山尽，黄河入海流。 欲穷千里目，更上一层楼。",
      ],
    },
    {
      name: "a mail: fields, quotations by depth, the signature",
      source:
        "From: ann@example.org\nTo: ben@example.org\nSubject: Broken\n pots\n\nHi Ben,\n\n>> Did they arrive?\n> Yes, but three of\n> them leak.\n\nSend them back.\n\n-- \nAnn\nTea Club",
      shape: [
        "# (unknown)",
        "prose: Hi Ben,",
        "block-quote: Did they arrive?",
        "block-quote: Yes, but three of|them leak.",
        "prose: Send them back.",
        "mail-header: From: ann@example.org",
        "mail-header: To: ben@example.org",
        "mail-header: Subject: Broken",
        "mail-header: pots",
        "signature: --",
        "signature: Ann",
        "signature: Tea Club",
      ],
    },
  ])("$name", check);

  test("a mail's title is its subject", () => {
    const source = "发件人：安娜\n收件人：本\n主题：茶壶的事\n\n本，你好：\n\n茶壶已经收到。";
    expect(parseChecked(source).title).toBe("茶壶的事");
  });

  test("each line of a stanza is a sentence", () => {
    const article = parseChecked("静夜思\n李白\n\n床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。");
    expect(article.sections[0]?.paragraphs.map(({ kind, sentences }) => [kind, sentences.length])).toEqual([
      ["prose", 1],
      ["verse", 4],
    ]);
  });
});

describe("what is left out", () => {
  test.for<Row>([
    {
      name: "running heads and page numbers, also within a sentence",
      source:
        "RFC 9999            Tea            June 2030\n\n1. Introduction\n\n   Either pot is refused or\n\nAuthor                       [Page 1]\n\nRFC 9999            Tea            June 2030\n\n   both are emptied.  Then it ends.\n\nAuthor                       [Page 2]",
      shape: [
        "# (unknown)",
        "§1 1. Introduction",
        "prose: Either pot is refused or|both are emptied. Then it ends.",
        "page-furniture: RFC 9999 Tea June 2030",
        "page-furniture: Author [Page 2]",
      ],
    },
    {
      name: "a head that returns behind each form feed",
      source:
        "Report\n\nThe club sold more tea than in any year since\n- 1 -\n\fTea Club\nit was founded.\n- 2 -\n\fTea Club\nThe price stays.",
      shape: [
        "# Report",
        "prose: The club sold more tea than in any year since|it was founded.",
        "prose: The price stays.",
        "page-furniture: - 2 -",
        "page-furniture: Tea Club",
      ],
    },
    {
      name: "Chinese page numbers",
      source:
        "年报\n\n销量增加了百分之十，主要因为去年十月在南街新开的一家分店\n\n第 1 页 共 3 页\n\n客流量大。\n\n第 2 页 共 3 页\n\n明年再开一家。",
      shape: [
        "# 年报",
        "prose: 销量增加了百分之十，主要因为去年十月在南街新开的一家分店|客流量大。",
        "prose: 明年再开一家。",
        "page-furniture: 第 2 页 共 3 页",
      ],
    },
    {
      name: "contents with dots, and contents that return as headings",
      source:
        "章程\n\n第一章 总则……1\n第二章 会员 ...... 3\n\n目　录\n第一章 总则\n第二章 会员\n\n第一章 总则\n\n名为茶社。\n\n第二章 会员\n\n年满十六岁。",
      shape: [
        "# 章程",
        "§1 第一章 总则",
        "prose: 名为茶社。",
        "§2 第二章 会员",
        "prose: 年满十六岁。",
        "contents: 第一章 总则……1",
        "contents: 第二章 会员 ...... 3",
        "contents: 目 录",
        "contents: 第一章 总则",
        "contents: 第二章 会员",
      ],
    },
    {
      name: "who signed a notice, and when",
      source:
        "关于停水的通知\n\n各位会员：\n\n六月三日上午停水。\n\n特此通知。\n\n                    清泉茶社\n               2030年6月1日",
      shape: [
        "# 关于停水的通知",
        "prose: 各位会员：",
        "prose: 六月三日上午停水。",
        "prose: 特此通知。",
        "signature: 清泉茶社",
        "signature: 2030年6月1日",
      ],
    },
    {
      name: "what sites write between the lines",
      source:
        "茶馆\n\n老周走了。\n本章未完，点击下一页继续阅读\n他没有付钱。\n\nAdvertisement\n\nHe came back.\n\nClick here to subscribe\n\nHe paid.",
      shape: [
        "# 茶馆",
        "prose: 老周走了。",
        "prose: 他没有付钱。",
        "prose: He came back.",
        "prose: He paid.",
        "advertisement: 本章未完，点击下一页继续阅读",
        "advertisement: Advertisement",
        "advertisement: Click here to subscribe",
      ],
    },
  ])("$name", check);

  test("nothing that the metadata keep", () => {
    const source = "Report\n\nTea.\n\nAdvertisement\n\nMore tea.\n\n[Page 1]\n\n-----\n\nThe end.";
    const keep = ["Advertisement", "[Page 1]", "-----"];
    expect(parseChecked(source, { metadata: { keep } }).leftOut).toEqual([]);
  });
});

describe("hard wraps", () => {
  test.for<Row>([
    {
      name: "join over a short line in the middle of a sentence",
      source:
        "Minutes\n\nThe committee was asked whether the new pots, which came last week,\nshould be\nkept or sent back to the seller.",
      shape: [
        "# Minutes",
        "prose: The committee was asked whether the new pots, which came last week, should be kept or sent back to the seller.",
      ],
    },
    {
      name: "join over blank lines below every line",
      source:
        "旧事\n\n　　当茶馆被大水淹没的时候，老板周国良和账房林绍璋、伙计罗大纲\n\n带着茶叶向山上走去。第二天下午，他们在半山腰遇到了来接他们的乡\n\n亲，周国良告诉乡亲，茶叶在车上，茶壶在船上，要再过两天才能够运\n\n到。\n\n　　乡亲们听了。",
      shape: [
        "# 旧事",
        "prose: 当茶馆被大水淹没的时候，老板周国良和账房林绍璋、伙计罗大纲 带着茶叶向山上走去。第二天下午，他们在半山腰遇到了来接他们的乡 亲，周国良告诉乡亲，茶叶在车上，茶壶在船上，要再过两天才能够运 到。",
        "prose: 乡亲们听了。",
      ],
    },
    {
      name: "join over a single blank line that cuts a word, at the page's width",
      source:
        "河灯\n\n河水涨得很高，对岸的茶馆已经关了门，只有二楼的一扇窗\n\n户还亮着灯，有人在唱歌。\n\n他听了一会儿。",
      shape: [
        "# 河灯",
        "prose: 河水涨得很高，对岸的茶馆已经关了门，只有二楼的一扇窗 户还亮着灯，有人在唱歌。",
        "prose: 他听了一会儿。",
      ],
    },
    {
      name: "join over a single blank line at the page's width",
      source:
        "渡口\n\n天黑了。\n\n船夫把绳子系在木桩上，抬头看了看天，又看了看对岸的灯\n\n光已经不多了，最后一班船不会来了。\n\n他回家去了。",
      shape: [
        "# 渡口",
        "prose: 天黑了。",
        "prose: 船夫把绳子系在木桩上，抬头看了看天，又看了看对岸的灯 光已经不多了，最后一班船不会来了。",
        "prose: 他回家去了。",
      ],
    },
    {
      name: "join no title of several clauses",
      source:
        "清泉茶社召开年度大会，选举产生新一届理事会，审议通过新章程\n\n会上，理事长作了报告。会议开了三个小时。\n\n会议结束。",
      shape: [
        "# 清泉茶社召开年度大会，选举产生新一届理事会，审议通过新章程",
        "prose: 会上，理事长作了报告。会议开了三个小时。",
        "prose: 会议结束。",
      ],
    },
    {
      name: "begin paragraphs at indented lines, also of narrow pages",
      source:
        "旧事\n\n　　当茶馆被大水淹没的时候，老板周\n国良和伙计罗大纲带着所有的茶叶连夜\n向山上走去。\n　　“水还在涨吗？”\n　　第二天下午，他们在半山腰遇到了\n来接他们的乡亲。",
      shape: [
        "# 旧事",
        "prose: 当茶馆被大水淹没的时候，老板周 国良和伙计罗大纲带着所有的茶叶连夜 向山上走去。",
        "prose: “水还在涨吗？”",
        "prose: 第二天下午，他们在半山腰遇到了 来接他们的乡亲。",
      ],
    },
    {
      name: "join short lines that go on with a small letter until a sentence ends",
      source:
        "Minutes\n\nThe old kettle was given\nto the school.\n\nBen asked whether\nit still boils, and\nwhy.\nNobody knew.\n\nNew features\na lid\na spout\n\nclosed a leak in the lid\npainted the spout.\nsold it.",
      shape: [
        "# Minutes",
        "prose: The old kettle was given to the school.",
        "prose: Ben asked whether it still boils, and why.",
        "prose: Nobody knew.",
        "prose: New features",
        "prose: a lid",
        "prose: a spout",
        "prose: closed a leak in the lid",
        "prose: painted the spout.",
        "prose: sold it.",
      ],
    },
    {
      name: "belong to the item whose mark they stand further in than",
      source:
        "Log\n\n  * The lid, which fell off,\n    Ann's and Ben's, is fixed\n  * Water\n    Boils now.\n    - Sooner\n      than milk\n  * Tea\n\n1. Pour the water, then wait\n   until it is dark\n2. Drink",
      shape: [
        "# Log",
        "list-item: * The lid, which fell off, Ann's and Ben's, is fixed",
        "list-item: * Water Boils now.",
        "list-item: - Sooner than milk",
        "list-item: * Tea",
        "list-item: 1. Pour the water, then wait until it is dark",
        "list-item: 2. Drink",
      ],
    },
    {
      name: "go on where an item's lines stand further in",
      source: "Log\n\n* Fixed the kettle that stopped working when its lid was opened by a\n  guest\n* Added a timer",
      shape: [
        "# Log",
        "list-item: * Fixed the kettle that stopped working when its lid was opened by a guest",
        "list-item: * Added a timer",
      ],
    },
  ])("$name", check);
});

describe("any text of such lines", () => {
  const lines = fc.constantFrom(
    ..."第一章 总则|第二条|1.1 Deposits|2. Rent|（一）有土地；|IV.|CHAPTER II.|NAME|Short line|a wrapped line of words that goes on for quite a while, longer than".split(
      "|",
    ),
    "| a | b |",
    ..."-----|=====|* * *|+---+---+|> quoted|>> deeper|>|-- |--|From: a@b.example|Subject: Tea|Date: today|To: b".split(
      "|",
    ),
    ..."[Page 1]|- 2 -|第 3 页 共 9 页|Contents|Intro ...... 3|目录|第一章……1|Advertisement|2030年6月1日|清泉茶社".split(
      "|",
    ),
    ..."一句话。|他说：“走吧。”|“谁？”|Warm is the copper, and warm,|And warm are the hands of|绿茶    40元    10元|## Usage|\tindented|　　缩进".split(
      "|",
    ),
  );
  const breaks = fc.constantFrom("\n", "\n", "\n\n", "\r\n", "\n\n\n", "\f", "\n\f", " \n");

  test("keeps every invariant", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(lines, breaks), { maxLength: 40 }), (parts) => {
        const text = parts.flat().join("");
        const parsed = plainText.parse(text, { leaveOut: [], keep: [] });
        const article = buildArticle({ id: "x", language: "zh", source: {}, version: "0", text }, parsed, english);
        expect(findBrokenInvariants(article)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});
