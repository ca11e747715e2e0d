import { named } from "../parts/declare.ts";
import { listPage } from "../parts/library/list-page.ts";
import type { LibraryPart } from "./subcommand.ts";

/** Lists the server's own articles. */
export const list: LibraryPart = {
  declare: (library) =>
    library.addSubcommand((subcommand) =>
      named(
        subcommand,
        ["list", "列表", "列表"],
        ["List this server's own articles", "列出本服务器自己的文章", "列出本伺服器自己的文章"],
      ),
    ),
  subcommands: [
    {
      name: "list",
      async run({ locale }, { guild }) {
        await guild?.fresh();
        const shown = listPage(guild, 0, locale);
        return { kind: "message", private: true, ...shown };
      },
    },
  ],
};
