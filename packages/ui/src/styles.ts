import { adminStyle } from "./style-admin.ts";
import { archiveStyle, crumbsStyle, homeStyle, pagesStyle, subjectsStyle } from "./style-archive.ts";
import { baseStyle } from "./style-base.ts";
import { factsStyle, faultStyle, formStyle, noticeStyle } from "./style-form.ts";
import { listStyle, planStyle, stoneStyle } from "./style-plan.ts";
import { proseStyle, richProseStyle } from "./style-prose.ts";
import { searchStyle } from "./style-search.ts";
import { talkStyle } from "./style-talk.ts";

const sheets = {
  home: squeeze(baseStyle + stoneStyle + planStyle + listStyle + subjectsStyle + homeStyle),
  article: squeeze(baseStyle + crumbsStyle + proseStyle + talkStyle + formStyle),
  richArticle: squeeze(
    baseStyle + crumbsStyle + proseStyle + richProseStyle + talkStyle + pagesStyle + formStyle + noticeStyle,
  ),
  programme: squeeze(baseStyle + proseStyle + richProseStyle + stoneStyle + planStyle + listStyle),
  form: squeeze(baseStyle + formStyle + noticeStyle + faultStyle + factsStyle),
  message: squeeze(baseStyle),
  archive: squeeze(baseStyle + listStyle + archiveStyle),
  search: squeeze(baseStyle + formStyle + listStyle + searchStyle),
  admin: squeeze(baseStyle + formStyle + noticeStyle + faultStyle + adminStyle),
} as const;

export type PageKind = keyof typeof sheets;

export const pageKinds = Object.keys(sheets) as PageKind[];

/** Exactly what stands between `<style>` and `</style>` on such a page; hash this for the content policy. */
export const stylesFor = (kind: PageKind): string => sheets[kind];

function squeeze(css: string): string {
  return css
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/ ?([{};,>]) ?/gu, "$1")
    .replaceAll(": ", ":")
    .replaceAll(";}", "}")
    .trim();
}
