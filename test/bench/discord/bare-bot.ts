import { Client, GatewayIntentBits, MessageFlags } from "discord.js";

/** What a bot costs that does nothing: discord.js as its guide shows it, and "ok". */
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: process.env["DISCORD_API_URL"] ?? "" },
});

client.on("interactionCreate", (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  void interaction.reply({ content: "ok", flags: MessageFlags.SuppressEmbeds });
});
process.once("SIGTERM", () => {
  void client.destroy().then(() => process.exit(0));
});
await client.login(process.env["DISCORD_TOKEN"]);
