import type { Menu } from "../../src/command.ts";
import { writeControlId } from "../../src/render/control-id.ts";
import { tidyLine } from "../../src/render/escape.ts";
import { megabytes } from "../../src/render/megabytes.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { declareManagersMenu } from "../parts/declare.ts";
import { bringFile } from "../parts/library/bring-file.ts";
import { rememberFiles } from "../parts/library/remembered-files.ts";
import { sayPrivately } from "../parts/say.ts";

/** Brings the file of a message, or one of its files. */
export const addToTheLibrary: Menu = {
  declaration: declareManagersMenu(["Add to the library", "添加到文库", "新增到文庫"]),
  run(invocation, services) {
    const { id, target, locale } = invocation;
    const say = phrases[locale].library;
    if (!services.guild) return sayPrivately(say.nothingKept);
    const attachments = (target.attachments ?? []).slice(0, 25);
    const [first, second] = attachments;
    if (!first) return sayPrivately(say.bring.noAttachment);
    if (!second) return bringFile(invocation, services, { attachment: first });
    rememberFiles(id, { guild: services.guild.id, attachments });
    const options = attachments.map((each) => ({
      label: tidyLine(each.name, 100) || each.id,
      value: each.id,
      description: megabytes(each.bytes),
    }));
    return sayPrivately(say.bring.choose, [{ kind: "select", customId: writeControlId("bring", [id]), options }]);
  },
};
