import { adminStyle } from "./admin.ts";
import { archiveStyle, crumbsStyle, homeStyle, pagesStyle, subjectsStyle } from "./archive.ts";
import { baseStyle } from "./base.ts";
import {
  choiceStyle,
  explainedStyle,
  factsStyle,
  faultStyle,
  foldStyle,
  formStyle,
  noticeStyle,
  ownStyle,
  plainStyle,
  quotedStyle,
} from "./form.ts";
import { badgeStyle, certificateStyle, sheetStyle, signInStyle } from "./paper.ts";
import { listStyle, newsStyle, pathStyle, planStyle, stoneStyle } from "./plan.ts";
import { contentsStyle, listProseStyle, pictureStyle, proseStyle, richProseStyle } from "./prose.ts";
import { searchStyle } from "./search.ts";
import { saidStyle, talkStyle } from "./talk.ts";

// One stylesheet for each kind of page, exactly what stands between `<style>` and `</style>`; each can be left out of a Worker.
export const home = /* @__PURE__ */ squeeze(
  baseStyle,
  stoneStyle,
  planStyle,
  pathStyle,
  listStyle,
  newsStyle,
  subjectsStyle,
  homeStyle,
);
export const article = /* @__PURE__ */ squeeze(baseStyle, proseStyle, talkStyle, crumbsStyle, formStyle);
// What only some of a kind hold, to stand after theirs.
export const lists = /* @__PURE__ */ squeeze(listProseStyle);
export const contents = /* @__PURE__ */ squeeze(contentsStyle);
export const pictures = /* @__PURE__ */ squeeze(pictureStyle);
export const richText = /* @__PURE__ */ squeeze(richProseStyle);
export const richComments = /* @__PURE__ */ squeeze(saidStyle);
export const pages = /* @__PURE__ */ squeeze(pagesStyle);
export const notice = /* @__PURE__ */ squeeze(noticeStyle);
export const programme = /* @__PURE__ */ squeeze(
  baseStyle,
  proseStyle,
  listProseStyle,
  pictureStyle,
  richProseStyle,
  stoneStyle,
  planStyle,
  pathStyle,
  listStyle,
  newsStyle,
);
export const step = /* @__PURE__ */ squeeze(
  baseStyle,
  proseStyle,
  listProseStyle,
  pictureStyle,
  richProseStyle,
  stoneStyle,
  listStyle,
  newsStyle,
  factsStyle,
  formStyle,
  noticeStyle,
  plainStyle,
);
export const form = /* @__PURE__ */ squeeze(
  baseStyle,
  formStyle,
  quotedStyle,
  noticeStyle,
  plainStyle,
  faultStyle,
  choiceStyle,
  explainedStyle,
  foldStyle,
  factsStyle,
  newsStyle,
);
export const signup = /* @__PURE__ */ squeeze(
  baseStyle,
  formStyle,
  choiceStyle,
  noticeStyle,
  factsStyle,
  newsStyle,
);
export const mine = /* @__PURE__ */ squeeze(
  baseStyle,
  formStyle,
  foldStyle,
  noticeStyle,
  plainStyle,
  faultStyle,
  factsStyle,
  ownStyle,
  newsStyle,
  stoneStyle,
  planStyle,
);
export const message = /* @__PURE__ */ squeeze(baseStyle);
export const archive = /* @__PURE__ */ squeeze(baseStyle, listStyle, archiveStyle);
export const search = /* @__PURE__ */ squeeze(baseStyle, formStyle, listStyle, searchStyle);
export const admin = /* @__PURE__ */ squeeze(
  baseStyle,
  formStyle,
  noticeStyle,
  plainStyle,
  faultStyle,
  choiceStyle,
  explainedStyle,
  adminStyle,
);
export const signInSheet = /* @__PURE__ */ squeeze(baseStyle, sheetStyle, signInStyle);
export const badges = /* @__PURE__ */ squeeze(baseStyle, sheetStyle, badgeStyle);
export const certificate = /* @__PURE__ */ squeeze(baseStyle, stoneStyle, sheetStyle, certificateStyle);

function squeeze(...rules: string[]): string {
  return rules
    .join("")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/ ?([{};,>]) ?/gu, "$1")
    .replaceAll(": ", ":")
    .replaceAll(";}", "}")
    .trim();
}
