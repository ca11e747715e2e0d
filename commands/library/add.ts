import { bringFile } from "../parts/library/bring-file.ts";
import { fileOption, languageOption, sourceOption, titleOption } from "../parts/library/declare-library.ts";
import { givenDescription } from "../parts/library/given-description.ts";
import { named } from "../parts/declare.ts";
import { sayPrivately } from "../parts/say.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { LibraryPart } from "./subcommand.ts";

/** Reads a file and keeps it until it is published. */
export const add: LibraryPart = {
  declare: (library) =>
    library.addSubcommand((subcommand) =>
      named(
        subcommand,
        ["add", "添加", "新增"],
        [
          "Bring a document: you see what was read first",
          "添加一份文档：先看读出了什么",
          "新增一份文件：先看讀出了什麼",
        ],
      )
        .addAttachmentOption(fileOption)
        .addStringOption((option) =>
          named(
            option,
            ["id", "文章id", "文章id"],
            ["A short name for it", "给它一个短名", "給它一個短名"],
          ).setMaxLength(60),
        )
        .addStringOption(titleOption)
        .addStringOption(languageOption)
        .addStringOption(sourceOption),
    ),
  subcommands: [
    {
      name: "add",
      run(invocation, services) {
        const attachment = invocation.attachments?.["file"];
        if (!attachment) return sayPrivately(phrases[invocation.locale].library.bring.noAttachment);
        const { id } = invocation.options;
        return bringFile(invocation, services, {
          attachment,
          id: id === undefined ? undefined : String(id),
          ...givenDescription(invocation.options),
        });
      },
    },
  ],
};
