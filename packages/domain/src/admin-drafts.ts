import * as z from "zod";
import { adminRoles } from "./admin.ts";
import { isArticleSlug, isOldPath, isPlace } from "./article.ts";
import { mediaId } from "./media-draft.ts";
import { emailAddress, line, optionalParagraphs, paragraphs } from "./fields.ts";
import { amsterdam, SessionDraft, slug, StepDraft, wall } from "./session-drafts.ts";

const moment = z.iso.datetime({ precision: 3, error: "a UTC time such as 2027-01-14T18:00:00.000Z" });
const articleSlug = slug.refine(isArticleSlug, "this address is the site's own");

const unique = (slugs: string[]) => [...new Set(slugs)];

/** An article or page as an organiser writes it; `body` is Markdown. */
export const ArticleDraft = z.object({
  slug: articleSlug,
  title: line(200),
  standfirst: optionalParagraphs(500),
  body: paragraphs(50_000),
  /** Who wrote it, in their order; `author` is another way to name one. */
  authors: z.array(slug).max(10).transform(unique).optional(),
  author: slug.nullable().optional(),
  category: slug.nullable().default(null),
  tags: z.array(slug).max(20).transform(unique).default([]),
  isOpenForComments: z.boolean().default(true),
  /** For how many days after it came out one may comment; null is as long as it is open. */
  openDays: z.int().min(1).max(3650).nullable().default(null),
  picture: mediaId.nullable().default(null),
});
export type ArticleDraft = z.infer<typeof ArticleDraft>;

/** The slugs of who wrote a text, whichever way they were named. */
export function authorsOf({ authors, author }: Pick<ArticleDraft, "authors" | "author">): string[] {
  return authors ?? (author === undefined || author === null ? [] : [author]);
}

/** When a text should come out by itself, on the clock of `timeZone`. */
export const ScheduleDraft = z.object({ at: wall, timeZone: amsterdam });

const path = z
  .string()
  .trim()
  .transform((typed) => typed.replace(/^\/|\/$/gu, ""));

/** A way from an old address to a text or a page of the site's own. */
export const RedirectDraft = z.object({
  from: path.refine(isOldPath, "this address is the site's own, or none that a page could have"),
  to: path.refine(
    (to) => isArticleSlug(to) || isPlace(to),
    "this is no address of a text or page of this site",
  ),
});

const PREVIEW_DAYS = 7;

/** How long a link shows a text before it is published: a week, unless said otherwise. */
export const PreviewDraft = z.object({ days: z.int().min(1).max(30).default(PREVIEW_DAYS) });

const subject = { slug, title: line(80) };

/** Who writes. A change that leaves out `bio` keeps it. */
export const AuthorDraft = z
  .object({ slug, name: line(80), bio: optionalParagraphs(1000).optional() })
  .transform(({ name, ...rest }) => ({ ...rest, title: name }));

/** What texts are about. A change that leaves out `parent` keeps it. */
export const CategoryDraft = z.object({ ...subject, parent: slug.nullable().optional() });

export const TagDraft = z.object(subject);

export const TokenDraft = z.object({
  name: line(80),
  roles: z.array(z.enum(adminRoles)).min(1),
  /** By which Cloudflare Access knows who holds it, where that is set up. */
  email: emailAddress.nullable().default(null),
});
export type TokenDraft = z.infer<typeof TokenDraft>;

const ImportedComment = z.object({
  ref: z.string().min(1).max(100),
  name: line(80),
  email: emailAddress.nullable().default(null),
  postedAt: moment,
  body: paragraphs(20_000),
  answers: z.string().nullable().default(null),
});

/** Everything a site can be filled with at once. What already stands at an address is left as it is. */
export const ImportDocument = z.object({
  authors: z.array(z.object({ slug, name: line(80), bio: optionalParagraphs(1000) })).default([]),
  categories: z
    .array(z.object({ slug, title: line(80), parent: slug.nullable().default(null) }))
    .refine(isOneLevelDeep, "a category under another can have none below it")
    .default([]),
  tags: z.array(z.object({ slug, title: line(80) })).default([]),
  articles: z
    .array(
      ArticleDraft.extend({
        publishedAt: moment,
        comments: z
          .array(ImportedComment)
          .refine(answersEarlier, "a comment can answer an earlier one only")
          .default([]),
      }),
    )
    .default([]),
  pages: z.array(ArticleDraft.extend({ publishedAt: moment })).default([]),
  steps: z.array(StepDraft).default([]),
  sessions: z.array(SessionDraft).default([]),
});
export type ImportDocument = z.infer<typeof ImportDocument>;
export type ImportInput = z.input<typeof ImportDocument>;

function isOneLevelDeep(categories: { slug: string; parent: string | null }[]): boolean {
  const below = new Set(categories.filter(({ parent }) => parent !== null).map(({ slug }) => slug));
  return categories.every(({ parent }) => parent === null || !below.has(parent));
}

function answersEarlier(comments: { ref: string; answers: string | null }[]): boolean {
  const earlier = new Set<string>();
  return comments.every(({ ref, answers }) => {
    const isFine = !earlier.has(ref) && (answers === null || earlier.has(answers));
    earlier.add(ref);
    return isFine;
  });
}

/** The address that somebody meant. */
export const CorrectionDraft = z.object({ email: emailAddress });
