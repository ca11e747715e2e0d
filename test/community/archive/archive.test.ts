import { createHash } from "node:crypto";
import { unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { makeManifest } from "../../../src/community/archive/make-manifest.ts";
import { packArchive } from "../../../src/community/archive/pack-archive.ts";
import { fitManifest, planImport } from "../../../src/community/archive/plan-import.ts";
import { unpackArchive } from "../../../src/community/archive/unpack-archive.ts";
import { emptyState, type GuildState } from "../../../src/community/guild-state.ts";
import { packArticle } from "../../../src/community/pack-article.ts";
import type { VersionRecord } from "../../../src/community/records.ts";
import { parseChecked } from "../../support/parse.ts";

const guild = "100000000000000003";
const now = Date.UTC(2026, 9, 3);
const [by, channel] = ["100000000000000005", "100000000000000004"];
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const contents = new Map<string, Uint8Array>();

function keep(bytes: Uint8Array): string {
  contents.set(sha256(bytes), bytes);
  return sha256(bytes);
}

function versionOf(text: string, file: string): VersionRecord {
  const article = parseChecked(text);
  const original = keep(new TextEncoder().encode(text));
  return {
    version: article.version,
    packed: keep(packArticle(article)),
    original,
    file,
    bytes: text.length,
    title: article.title,
    language: article.language,
    sections: 1,
    sentences: 2,
    at: now,
    by,
  };
}

const versions = [
  versionOf("We open at nine. We close at six.", "hours.txt"),
  versionOf("We open at ten. We close at six.", "hours.txt"),
];
const [, newest] = versions;
const span = { start: 0, end: 15 };
const state: GuildState = {
  ...emptyState,
  revision: 7,
  article: new Map([["hours", { title: "Hours", versions, active: newest?.version ?? "", formerIds: ["h"] }]]),
  taught: new Map([
    [
      "t1",
      {
        question: "When?",
        article: "hours",
        version: newest?.version ?? "",
        span,
        text: "We open at ten.",
        heading: "",
        lost: false,
        at: now,
        by,
      },
    ],
  ]),
  words: new Map([["w1", { line: "shut => close", at: now, by }]]),
  scope: new Map([
    ["server", { articles: "any" as const, roles: ["1"] }],
    [channel, { articles: ["hours"], roles: [] }],
  ]),
  settings: new Map([["server", { quotesPerAnswer: 2, gapChannel: channel }]]),
  gap: new Map([
    [
      "g1",
      {
        question: "Why?",
        comments: [],
        askers: [by],
        count: 1,
        state: "open" as const,
        first: now,
        last: now,
        versions: [],
      },
    ],
  ]),
};

const archive = { manifest: makeManifest(state, { guild, now }), contents };
const zip = packArchive(archive);
const importing = { guild, taken: new Set<string>() };

/** The same with one file of the zip changed; without it where nothing is given. */
function withFile(name: RegExp, change: (bytes: Uint8Array) => Uint8Array | undefined): Uint8Array {
  const files = Object.entries(unzipSync(zip)).flatMap(([place, bytes]) => {
    const changed = name.test(place) ? change(bytes) : bytes;
    return changed ? [[place, changed] as const] : [];
  });
  return zipSync(Object.fromEntries(files));
}

function withText(change: (text: string) => string): Uint8Array {
  return withFile(/yuanwen\.json/u, (bytes) => new TextEncoder().encode(change(new TextDecoder().decode(bytes))));
}

test("holds every version's file under the article's id and the file's own name", () => {
  const names = Object.keys(unzipSync(zip)).filter((name) => !name.startsWith("read/"));
  expect(names).toEqual([
    "yuanwen.json",
    "articles/hours/2026-10-03 hours.txt",
    `articles/hours/${newest?.original.slice(0, 8)} 2026-10-03 hours.txt`,
  ]);
  expect(unzipSync(zip)["articles/hours/2026-10-03 hours.txt"]).toEqual(contents.get(versions[0]?.original ?? ""));
});

test("comes back as it was written, without anybody's id", () => {
  const { manifest } = unpackArchive(zip);
  expect(manifest).toEqual(archive.manifest);
  expect(JSON.stringify(manifest)).not.toContain(by);
  expect(manifest.gap).toEqual({});
});

test("holds who did what, and gaps, where all is asked for", () => {
  const { article, taught, words, gap } = makeManifest(state, { guild, now, isWhole: true });
  expect({ article, taught, words, gap }).toEqual({
    article: Object.fromEntries(state.article),
    taught: Object.fromEntries(state.taught),
    words: Object.fromEntries(state.words),
    gap: Object.fromEntries(state.gap),
  });
});

test("holds one article alone, with what is taught of it", () => {
  const { article, taught, words, scope, settings } = makeManifest(state, { guild, now, article: "hours" });
  expect([article, taught, words, scope, settings].map((each) => Object.keys(each))).toEqual([
    ["hours"],
    ["t1"],
    [],
    [],
    [],
  ]);
});

test("is brought whole into an empty server", () => {
  const plan = planImport(emptyState, unpackArchive(zip), importing);
  if (plan.kind === "refused") throw new Error(plan.refusal.kind);
  expect(plan).toMatchObject({ name: "imported", subject: "hours" });
  expect(plan.writes.map(({ kind, key, before }) => [kind, key, before])).toEqual([
    ["article", "hours", undefined],
    ["taught", "t1", undefined],
    ["words", "w1", undefined],
    ["scope", "server", undefined],
    ["scope", channel, undefined],
    ["settings", "server", undefined],
  ]);
  expect(plan.contents?.map((content) => content.sha256).toSorted()).toEqual([...contents.keys()].toSorted());
});

test("takes neither channels nor roles into another server", () => {
  const { scope, settings } = fitManifest(archive.manifest, "100000000000000099");
  expect({ scope, settings }).toEqual({
    scope: { server: { articles: "any", roles: [] } },
    settings: { server: { quotesPerAnswer: 2 } },
  });
});

const other = {
  ...emptyState,
  article: new Map([["hours", { versions: versions.slice(0, 1), active: versions[0]?.version ?? "", formerIds: [] }]]),
};

const fifty = new Map(
  Array.from({ length: 50 }).flatMap((_, at) =>
    [...other.article.values()].map((record) => [`a${at}`, record] as const),
  ),
);

test.for([
  {
    name: "what is another there",
    into: other,
    options: importing,
    refusal: { kind: "conflicts", names: ["article hours"] },
  },
  {
    name: "an id of everybody's articles",
    into: emptyState,
    options: { ...importing, taken: new Set(["hours"]) },
    refusal: { kind: "taken", ids: ["hours"] },
  },
  {
    name: "more than a server may have",
    into: { ...emptyState, article: fifty },
    options: importing,
    refusal: { kind: "too-much", what: "articles", count: 51, most: 50 },
  },
] as const)("refuses $name", ({ into, options, refusal }) => {
  expect(planImport(into, archive, options)).toEqual({ kind: "refused", refusal });
});

test("takes the place of what is another where that is asked for", () => {
  const plan = planImport(other, archive, { ...importing, overwrites: true });
  if (plan.kind === "refused") throw new Error(plan.refusal.kind);
  expect(plan.writes[0]?.before).toEqual(other.article.get("hours"));
});

test("says where all of it is there already", () => {
  const same = { ...state, taught: new Map(), words: new Map(), gap: new Map() };
  const { manifest } = archive;
  const known = { ...archive, manifest: { ...manifest, taught: {}, words: {} } };
  expect(planImport(same, known, importing)).toEqual({ kind: "refused", refusal: { kind: "nothing-new" } });
});

test.for([
  { name: "what is no zip", bytes: new Uint8Array([1, 2, 3]), message: "is no zip that can be read" },
  {
    name: "another zip",
    bytes: zipSync({ a: new Uint8Array(1) }),
    message: "is no archive of Yuanwen: it has no yuanwen.json",
  },
  { name: "broken JSON", bytes: withText((text) => text.slice(1)), message: "yuanwen.json is no JSON" },
  {
    name: "a newer form",
    bytes: withText((text) => text.replace('"version": 1', '"version": 2')),
    message: "is of a newer program (format 2); this one reads format 1",
  },
  {
    name: "a record of another form",
    bytes: withText((text) => text.replace('"sections": 1', '"sections": -1')),
    message: /^yuanwen\.json: article\.hours\.versions\.0\.sections: /,
  },
  {
    name: "a file that was changed",
    bytes: withFile(/^articles/u, () => new Uint8Array(3)),
    message: /^"articles\/hours\/.*" is not what yuanwen\.json says; it was changed or damaged$/,
  },
  {
    name: "a file that is gone",
    bytes: withFile(/^read/u, () => undefined),
    message: /^lacks "read\/.*", which yuanwen\.json names$/,
  },
  {
    name: "a file under a name that every object has",
    bytes: withText((text) => text.replace(/"articles\/[^"]*"/u, '"__proto__"')),
    message: 'lacks "__proto__", which yuanwen.json names',
  },
  {
    name: "an id that can be none",
    bytes: withText((text) => text.replace('"hours": {', '"../a b": {')),
    message: /^yuanwen\.json: article\.\.\.\/a b: /,
  },
  {
    name: "a size that is another",
    bytes: withText((text) => text.replace(/"bytes": \d+/u, '"bytes": 7')),
    message: /its file has \d+ bytes, not 7$/,
  },
  {
    name: "a time that is none",
    bytes: withText((text) => text.replace(/"at": \d+/u, '"at": 9000000000000000')),
    message: /^yuanwen\.json: article\.hours\.versions\.0\.at: /,
  },
  {
    name: "a version that stands there twice",
    bytes: withText((text) => text.replaceAll(versions[0]?.version ?? "", newest?.version ?? "")),
    message: 'article "hours": one version stands there twice',
  },
  {
    name: "a version that is none",
    bytes: withText((text) => text.replace(/"active": "[\da-f]/u, '"active": "')),
    message: /active/,
  },
])("refuses $name", ({ bytes, message }) => {
  expect(() => unpackArchive(bytes)).toThrow(message);
});

test("refuses a text that is not the version's", () => {
  const [first, second] = versions;
  const swapped = withText((text) =>
    text
      .replaceAll(first?.packed ?? "", "x".repeat(64))
      .replaceAll(second?.packed ?? "", first?.packed ?? "")
      .replaceAll("x".repeat(64), second?.packed ?? ""),
  );
  expect(() => unpackArchive(swapped)).toThrow(/changed or damaged|another one/u);
});
