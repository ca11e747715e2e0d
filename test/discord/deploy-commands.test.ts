import { expect, test } from "vitest";
import { commands, menus } from "../../commands/all.ts";
import type { CommandDeclaration } from "../../src/command.ts";
import type { DeployOptions } from "../../src/discord/deploy-commands.ts";
import { deployCommands, describeDeployment } from "../../src/discord/deploy-commands.ts";
import { startLocalDiscord } from "../support/discord/local-discord.ts";
import { localToken } from "../support/discord/observed-discord.ts";
import { ids } from "../../src/local-discord/world.ts";

const declarations = [...commands, ...menus].map(({ declaration }) => declaration);

async function deployer(guildId?: string) {
  const discord = await startLocalDiscord();
  const deploy = (given: DeployOptions["commands"]) =>
    deployCommands({ token: localToken, apiUrl: discord.apiUrl, applicationId: undefined, guildId, commands: given });
  return { discord, deploy };
}

function described(name: string, description: string): CommandDeclaration {
  return { type: 1, name, description };
}

test("registers every command within Discord's limits, in one request", async () => {
  const { discord, deploy } = await deployer();
  const names = [
    ...commands.map(({ declaration }) => `/${declaration.name}`),
    ...menus.map(({ declaration }) => `“${declaration.name}”`),
  ];
  expect(await deploy(declarations)).toEqual({ added: names, changed: [], removed: [], unchanged: [] });
  expect(discord.requestsTo("PUT", `/applications/${ids.application}/commands`)).toHaveLength(1);
});

test("tells what it added, changed, removed and left", async () => {
  const { deploy } = await deployer();
  await deploy([described("one", "One"), described("two", "Two"), described("three", "Three")]);
  expect(await deploy([described("one", "One"), described("two", "Zwei"), described("four", "Four")])).toEqual({
    added: ["/four"],
    changed: ["/two"],
    removed: ["/three"],
    unchanged: ["/one"],
  });
});

test.for([
  { name: "everywhere", guildId: undefined },
  { name: "in a guild", guildId: ids.guild },
])("sees no change in what Discord gives back, $name", async ({ guildId }) => {
  const { deploy } = await deployer(guildId);
  await deploy(declarations);
  expect(await deploy(declarations)).toMatchObject({ added: [], changed: [], removed: [] });
});

test("registers in one guild where told to", async () => {
  const { discord, deploy } = await deployer(ids.guild);
  await deploy(declarations);
  expect(discord.requestsTo("PUT", `/applications/${ids.application}/guilds/${ids.guild}/commands`)).toHaveLength(1);
});

test.for([
  { name: "everywhere", guildId: undefined, said: "commands everywhere · added: /one, “Two” · removed: /old" },
  { name: "in a guild", guildId: "1", said: "commands in guild 1 · added: /one, “Two” · removed: /old" },
])("describes a deployment $name", ({ guildId, said }) => {
  const deployment = { added: ["/one", "“Two”"], changed: [], removed: ["/old"], unchanged: [] };
  expect(describeDeployment(deployment, guildId)).toBe(said);
});
