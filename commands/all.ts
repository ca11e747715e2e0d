import type { Command, Control, Hear, Menu } from "../src/command.ts";
import { article } from "./article.ts";
import { ask } from "./ask.ts";
import { cite } from "./cite.ts";
import { answerControls } from "./controls/answer-controls.ts";
import { chooseControl } from "./controls/choose-control.ts";
import { citeControl } from "./controls/cite-control.ts";
import { draftControls } from "./controls/draft-controls.ts";
import { gapControl } from "./controls/gap-control.ts";
import { libraryControls } from "./controls/library-controls.ts";
import { librarySettingsControls } from "./controls/library-settings-controls.ts";
import { inboxControls } from "./controls/inbox-controls.ts";
import { outlineControl, sectionControl } from "./controls/outline-controls.ts";
import { privacyControls } from "./controls/privacy-controls.ts";
import { readControl } from "./controls/read-control.ts";
import { searchControl } from "./controls/search-control.ts";
import { settingsControls } from "./controls/settings-controls.ts";
import { stopControl } from "./controls/stop-control.ts";
import { summaryControl } from "./controls/summary-control.ts";
import { takeBackControl } from "./controls/take-back-control.ts";
import { taughtControls } from "./controls/taught-controls.ts";
import { teachControls } from "./controls/teach-controls.ts";
import { tryControl } from "./controls/try-control.ts";
import { undoControl } from "./controls/undo-control.ts";
import { hear as hearMessage } from "./hear.ts";
import { help } from "./help.ts";
import { addToTheLibrary } from "./menus/add-to-the-library.ts";
import { checkThisQuote } from "./menus/check-this-quote.ts";
import { findInArticle } from "./menus/find-in-article.ts";
import { library } from "./library.ts";
import { thisIsTheRightPlace } from "./menus/this-is-the-right-place.ts";
import { outline } from "./outline.ts";
import { privacy } from "./privacy.ts";
import { random } from "./random.ts";
import { read } from "./read.ts";
import { search } from "./search.ts";
import { settings } from "./settings.ts";
import { summary } from "./summary.ts";
import { teach } from "./teach.ts";
import { verify } from "./verify.ts";

/** Every slash command there is, in the order in which they are registered. */
export const commands: readonly Command[] = [
  ask,
  search,
  outline,
  read,
  cite,
  verify,
  summary,
  article,
  random,
  library,
  settings,
  privacy,
  teach,
  help,
];

/** Every command in the context menu of messages. */
export const menus: readonly Menu[] = [findInArticle, checkThisQuote, thisIsTheRightPlace, addToTheLibrary];

/** What buttons, select menus and forms do. */
export const controls: readonly Control[] = [
  ...answerControls,
  readControl,
  searchControl,
  outlineControl,
  sectionControl,
  citeControl,
  chooseControl,
  summaryControl,
  tryControl,
  gapControl,
  ...draftControls,
  ...libraryControls,
  undoControl,
  ...settingsControls,
  ...librarySettingsControls,
  ...privacyControls,
  stopControl,
  takeBackControl,
  ...inboxControls,
  ...teachControls,
  ...taughtControls,
];

/** Answers messages. */
export const hear: Hear = hearMessage;
