import type { Locator, Page } from "playwright-core";
import { answers, field, highlighted } from "../support/playground-page.ts";
import { newest, references } from "./act.ts";
import type { Frame } from "./encode.ts";

/** Frames of the part of the page that has the chat and the source. */
export type Film = readonly Frame[];

/** In milliseconds. */
const lasting = { start: 900, letters: 90, typed: 500, answer: 2200, pointed: 600, followed: 3000 } as const;

/** A question is typed, its answer comes, its reference is pressed, and the sentence lights up in the article. */
export async function filmAnswer(page: Page, question: string): Promise<Film> {
  const frames: Frame[] = [];
  const clip = await chatAndSource(page);
  const pointer = await addPointer(page);
  const shoot = async (lasts: number) => {
    frames.push({ png: await page.screenshot({ clip, caret: "hide", animations: "disabled" }), lasts });
  };
  await shoot(lasting.start);
  await field(page).focus();
  await page.keyboard.insertText("/ask ");
  for (const part of partsOf(question)) {
    await page.keyboard.insertText(part);
    // What is offered meanwhile would cover the page.
    await page.keyboard.press("Escape");
    await shoot(lasting.letters);
  }
  await shoot(lasting.typed);
  await page.keyboard.press("Enter");
  await answers(page).first().waitFor();
  await newest(page).evaluate((message) => message.scrollIntoView());
  await shoot(lasting.answer);
  const reference = references(page).first();
  await pointer(reference);
  await shoot(lasting.pointed);
  await reference.click();
  await highlighted(page).first().waitFor();
  await shoot(lasting.followed);
  return frames;
}

async function chatAndSource(page: Page) {
  const chat = await page.getByRole("main").boundingBox();
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const { x, y } = chat ?? { x: 0, y: 0 };
  return { x, y, width: width - x, height: height - y };
}

/** Two letters at a time; of Han characters, one. */
function partsOf(question: string): readonly string[] {
  return question.match(/\p{Script=Han}|[^\p{Script=Han}]{1,2}/gu) ?? [];
}

/** Screenshots show no pointer, so the page gets one; the function moves it onto something. */
async function addPointer(page: Page): Promise<(onto: Locator) => Promise<void>> {
  await page.evaluate(`(() => {
    const pointer = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
    shape.setAttribute("d", "M2 2v17l4.5-4 2.7 6 3-1.3-2.7-5.9H15.5z");
    shape.setAttribute("fill", "#fff");
    shape.setAttribute("stroke", "#000");
    shape.setAttribute("stroke-width", "1.5");
    pointer.append(shape);
    pointer.id = "filmed-pointer";
    pointer.setAttribute("viewBox", "0 0 24 24");
    Object.assign(pointer.style, { position: "fixed", width: "26px", left: "-40px", pointerEvents: "none", zIndex: 99 });
    document.body.append(pointer);
  })()`);
  return async (onto) => {
    const { x = 0, y = 0, width = 0 } = (await onto.boundingBox()) ?? {};
    const place = JSON.stringify({ left: `${x + width / 2}px`, top: `${y + 8}px` });
    await page.evaluate(`Object.assign(document.querySelector("#filmed-pointer").style, ${place})`);
  };
}
