import { html, type TemplateResult } from "lit";

/** Drawn for this page, in strokes of the colour of the text around them. */
export const icons = {
  hash: icon("M9 4 7 20M17 4l-2 16M4.500 9h16M3.500 15h16"),
  at: icon(
    "M15.500 12a3.500 3.500 0 1 1-7 0 3.500 3.500 0 0 1 7 0Zm0 0v1.500a2.500 2.500 0 0 0 5 0V12a8.500 8.500 0 1 0-3.500 6.900",
  ),
  thread: icon("M5 4v8a4 4 0 0 0 4 4h10M15 12l4 4-4 4"),
  members: icon(
    "M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM2.500 20c.4-4 2.900-6 6.500-6s6.100 2 6.500 6M16 4.300a3.500 3.500 0 0 1 0 6.400M18 14.500c2 .8 3.200 2.600 3.500 5.500",
  ),
  source: icon(
    "M12 6.500C10 5 7.500 4.500 4 4.500v13c3.500 0 6 .5 8 2 2-1.500 4.500-2 8-2v-13c-3.500 0-6 .5-8 2Zm0 0v13",
  ),
  keyboard: icon(
    "M4 6h16a1.500 1.500 0 0 1 1.500 1.500v9A1.500 1.500 0 0 1 20 18H4a1.500 1.500 0 0 1-1.500-1.500v-9A1.500 1.500 0 0 1 4 6ZM6.500 10h.01M10 10h.01M14 10h.01M17.500 10h.01M8 14h8",
  ),
  chat: icon("M4 5.500h16v11H10l-4.500 4v-4H4Z"),
  command: icon("M15 4 9 20"),
} as const;

function icon(path: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
}
