import { Command } from "commander";
import { readConfig } from "./config.ts";
import { withEnvFile } from "./env-file.ts";
import { explainMistakes, explainMissingToken, explainNotes } from "./explain-config.ts";
import { readCommandLine } from "./read-command-line.ts";
import { outliveOutput } from "./watch-process.ts";

async function main(): Promise<number> {
  const program = new Command("npm run deploy --").description(
    "Tells Discord of the bot's commands: everywhere, or in the guild DISCORD_GUILD_ID alone. Settings stand in .env.",
  );
  const line = readCommandLine(program, process.argv.slice(2));
  if (line.kind === "exit") return line.code;
  const { environment, mistakes, notes } = withEnvFile(process.env, process.cwd());
  process.stderr.write(explainNotes(notes));
  const result = readConfig(environment, mistakes);
  if (result.kind === "mistakes") {
    process.stderr.write(explainMistakes(result.mistakes));
    return 1;
  }
  const { token, apiUrl, applicationId, guildId } = result.config.discord;
  if (token === undefined) {
    process.stderr.write(explainMissingToken());
    return 1;
  }
  // Only here, since it takes a second to load.
  const { commands, menus } = await import("../commands/all.ts");
  const { deployPatiently, explainUndeployed } = await import("./discord/deploy-commands.ts");
  const declarations = [...commands, ...menus].map(({ declaration }) => declaration);
  try {
    const options = { token, apiUrl, applicationId, guildId, commands: declarations };
    const said = await deployPatiently(options, (pause) => void process.stderr.write(`${pause}\n`));
    process.stdout.write(`${said}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`not deployed: ${explainUndeployed(error)}\n`);
    return 1;
  }
}

outliveOutput(process);
process.exitCode = await main();
