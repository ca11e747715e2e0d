import { defineConfig, type OxlintOverride } from "oxlint";

/**
 * Who may import whom: a layer imports from its left, never from its right. Names that end in `.ts` are files of
 * src/, the others folders; `commands` stands at the top of the project.
 */
const layers = [
  "text",
  "languages",
  "article",
  "search",
  "answer",
  "community",
  "render",
  "invocation.ts",
  "services.ts",
  "command.ts",
  "commands",
  "admission",
  "bot.ts",
  "store",
  "indexes",
  "guilds",
  "bot-for.ts",
  "evaluation",
  "preparing",
  ["discord", "terminal", "local-discord"],
  "own-things.ts",
  "watching",
  "playground",
  ["main.ts", "cli.ts", "deploy.ts"],
];

/** Speaks Discord's language and knows nothing of the bot: layers that import nothing of the project. */
const lonelyLayers = ["local-discord"];

/** Layers up to here compute: no disk, network, clock or environment. */
const lastPureLayer = "commands";

const sideEffects = {
  regex: "^(node:)?(fs|fs/promises|http|https|net|os|process|child_process|worker_threads|timers|timers/promises)$",
  message: "Layers up to commands/ are pure. Only src/article/read-*.ts and src/languages/read-*.ts read files.",
};

const discord = { name: "discord.js", message: "discord.js belongs to src/discord/ alone." };
const discordParts = {
  regex: "^(@discordjs/|discord-api-types)",
  message: "Import from discord.js, which passes it on.",
};
const discordDeclarations = {
  regex: "^discord\\.js$",
  allowImportNamePattern:
    "Builder$|^SlashCommand\\w+Option$|^RESTPostAPI\\w*ApplicationCommand|^Application(CommandType|CommandOptionType|IntegrationType)$" +
    "|^InteractionContextType$|^ChannelType$|^Locale$|^LocalizationMap$|^PermissionFlagsBits$",
  message: "Only what declares a command may stand here; clients and interactions belong to src/discord/.",
};
const minisearch = { name: "minisearch", message: "MiniSearch belongs to src/search/ alone." };
const promClient = { name: "prom-client", message: "Figures belong to src/watching/ alone." };
const drivers = ["kysely", "pg", "node:sqlite"].map((name) => ({
  name,
  message: "Databases belong to src/store/ and src/indexes/ alone.",
}));
const environment = ["node:process", "process"].map((name) => ({
  name,
  message: "Only main.ts, cli.ts and deploy.ts read the environment.",
}));

export default defineConfig({
  plugins: ["eslint", "typescript", "unicorn", "oxc", "import", "node", "promise", "vitest"],
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: "error" },
  env: { builtin: true, node: true },
  categories: { correctness: "error", suspicious: "error" },
  ignorePatterns: ["coverage", "data"],
  rules: {
    "no-restricted-imports": importRule("", []),

    eqeqeq: "error",
    "import/no-cycle": "error",
    "import/no-default-export": "error",
    "import/no-self-import": "error",
    "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
    "max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }],
    "max-params": ["error", { max: 3 }],
    "no-console": "error",
    "no-else-return": "error",
    "no-param-reassign": "error",
    "no-var": "error",
    "node/no-process-env": "error",
    "oxc/no-barrel-file": ["error", { threshold: 0 }],
    "prefer-const": "error",
    "typescript/consistent-type-assertions": ["error", { assertionStyle: "never" }],
    "typescript/consistent-type-imports": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    // Spreading a string gives its code points, which is what is wanted wherever it is done.
    "typescript/no-misused-spread": ["error", { allow: ["string"] }],
    "typescript/no-non-null-assertion": "error",
    "typescript/only-throw-error": "error",
    "typescript/prefer-readonly": "error",
    "typescript/switch-exhaustiveness-check": [
      "error",
      { allowDefaultCaseForExhaustiveSwitch: false, considerDefaultExhaustiveForUnions: false },
    ],
    "unicorn/filename-case": ["error", { case: "kebabCase" }],
    "unicorn/prefer-node-protocol": "error",

    // fast-check's own documentation imports it as `fc`.
    "import/no-named-as-default-member": "off",
    // Control characters are what has to be kept out of terminals and messages.
    "no-control-regex": "off",
    // TypeScript's noImplicitReturns does this without false alarms.
    "typescript/consistent-return": "off",
    // Discord's flags are sums of enum members.
    "typescript/no-unsafe-enum-assignment": "off",
  },
  overrides: [
    ...layers.flatMap((layer, place) => [layer].flat().flatMap((name) => layerRules(name, place))),
    { files: ["src/playground/page/**/*.ts"], rules: { "no-restricted-imports": pageRule() } },
    {
      files: ["src/{config,env-file,log,nearest-name,pause,setting-kinds}.ts"],
      rules: { "no-restricted-imports": importRule("", layers.flat()) },
    },
    { files: ["src/{main,cli,deploy}.ts"], rules: { "node/no-process-env": "off", "no-console": "off" } },
    // The one place where a slice of a source is branded as a quote.
    {
      files: ["src/text/verbatim.ts"],
      rules: { "typescript/consistent-type-assertions": "off", "typescript/no-unsafe-type-assertion": "off" },
    },
    {
      files: ["test/**/*.ts"],
      rules: {
        // The browser tests' own `test`, which brings a page along.
        "vitest/no-standalone-expect": ["error", { additionalTestBlockFunctions: ["test", "test.for"] }],
        "vitest/expect-expect": ["error", { assertFunctionNames: ["expect", "expectLinear"] }],
        "max-lines": "off",
        "max-lines-per-function": "off",
        "max-params": "off",
        "no-console": "off",
        "no-restricted-imports": "off",
        "node/no-process-env": "off",
        "typescript/consistent-type-assertions": "off",
        "typescript/no-unsafe-type-assertion": "off",
      },
    },
    { files: ["*.config.ts"], rules: { "import/no-default-export": "off" } },
  ],
});

function layerRules(name: string, place: number): OxlintOverride[] {
  const forbidden = [
    ...(lonelyLayers.includes(name) ? layers.slice(0, place).flat() : []),
    ...layers.slice(place + 1).flat(),
    ...[layers[place] ?? []].flat().filter((peer) => peer !== name),
  ];
  const pure = place <= layers.indexOf(lastPureLayer);
  if (pure) forbidden.push("config.ts", "env-file.ts", "log.ts", "pause.ts");
  const readers = ["languages", "article"].includes(name);
  return [
    {
      files: [filesOf(name)],
      rules: {
        "no-restricted-imports": importRule(name, forbidden, pure),
        "no-restricted-globals": pure ? ["error", "fetch", "setInterval", "setTimeout"] : "off",
      },
    },
    ...(readers
      ? [{ files: [`src/${name}/read-*.ts`], rules: { "no-restricted-imports": importRule(name, forbidden) } }]
      : []),
  ];
}

function filesOf(name: string): string {
  if (name === "commands") return "commands/**/*.ts";
  return name.endsWith(".ts") ? `src/${name}` : `src/${name}/**/*.ts`;
}

function importRule(name: string, forbidden: readonly string[], pure = false) {
  const files = forbidden.filter((layer) => layer.endsWith(".ts")).map((file) => file.slice(0, -".ts".length));
  const folders = forbidden.filter((layer) => !layer.endsWith(".ts"));
  const declares = name === "command.ts" || name === "commands";
  const wires = ["main.ts", "cli.ts", "deploy.ts"].includes(name);
  const paths = [
    ...(declares || name === "discord" ? [] : [discord]),
    ...(name === "search" ? [] : [minisearch]),
    ...(name === "watching" ? [] : [promClient]),
    ...(name === "store" || name === "indexes" ? [] : drivers),
    ...(wires ? [] : environment),
  ];
  const order = layers.map((layer) => [layer].flat().join(", ")).join(" ← ");
  const message = `Layers import from their left only: ${order}. See DESIGN.md.`;
  const patterns = [
    discordParts,
    ...(declares ? [discordDeclarations] : []),
    ...(pure ? [sideEffects] : []),
    ...(folders.length > 0 ? [{ regex: `(^|/)(${folders.join("|")})/`, message }] : []),
    ...(files.length > 0 ? [{ regex: `(^|/)(${files.join("|")})\\.ts$`, message }] : []),
  ];
  return ["error" as const, { paths, patterns }] satisfies [string, object];
}

/** What runs in a browser has what computes, and of the local Discord what only names things. */
function pageRule() {
  const message =
    "The page runs in a browser: only pure layers, wire.ts, and the local Discord's world and interactions.";
  const elsewhere = [
    "watching",
    "commands",
    "admission",
    "store",
    "indexes",
    "guilds",
    "evaluation",
    "preparing",
    "discord",
    "terminal",
  ].map((folder) => `**/${folder}/**`);
  const files = ["bot", "bot-for", "own-things", "config", "env-file", "log", "pause", "main", "cli", "deploy"].map(
    (file) => `../**/${file}.ts`,
  );
  const speaking = ["**/local-discord/*", "!**/local-discord/world.ts", "!**/local-discord/interactions.ts"];
  const patterns = [
    discordParts,
    { ...sideEffects, regex: `^node:|${sideEffects.regex}`, message },
    { group: [...elsewhere, ...files, ...speaking], message },
  ];
  return [
    "error" as const,
    { paths: [discord, minisearch, promClient, ...drivers.slice(0, 2), ...environment], patterns },
  ] satisfies [string, object];
}
