import { sha256 } from "@ontsecretaressen/db/hash";
import type { SessionRow } from "@ontsecretaressen/db/sessions/write";
import { findUnknown, importAll } from "@ontsecretaressen/db/import";
import { authorsOf, ImportDocument } from "@ontsecretaressen/domain/admin-drafts";
import { refuseTimes, sessionRow } from "../sessions/session-row.ts";
import { type AdminAnswer, actOf, endpointWithBody } from "../admin/endpoint.ts";
import { refusePicture, writeAll } from "../articles/text.ts";
import { renderShown } from "../comments/render-shown.ts";
import type { World } from "../context.ts";

/** Fills the site from one document; what stands at an address already is left as it is. */
export const importEndpoints = [
  endpointWithBody(
    {
      method: "post",
      path: "/import",
      role: "owner",
      summary: "Fill the site from one document",
      again: async ({ body }) => tookIn(ImportDocument.parse(body)),
    },
    ImportDocument,
    async (call) => {
      const { world, body } = call;
      const unknown = await findUnknown(world.reader, strangersIn(body));
      if (unknown.length > 0) return refuseUnknown(unknown);
      const written = await writeAll(world, [...body.articles, ...body.pages, ...body.steps]);
      if (!written.ok) return refusePicture(written.refusal);
      const textOf = (markdown: string) => written.value.get(markdown) ?? { bodyHtml: "", figures: [] };
      // Which texts show a picture is kept for articles and pages alone.
      const drawn = body.steps.find((step) => textOf(step.body).figures.length > 0);
      if (drawn !== undefined) return refusePicture({ code: "misplaced_picture", which: drawn.slug });
      const sessions: SessionRow[] = [];
      for (const draft of body.sessions) {
        const row = sessionRow(world, draft);
        if (!row.ok) return refuseTimes(row.refusal.code, draft.slug);
        sessions.push(row.value);
      }
      const texts = textsOf(world, body).map((text) => ({ ...text, ...textOf(text.body) }));
      const comments = await Promise.all(texts.flatMap((text) => commentsOf(world, text)));
      await importAll(
        world.db,
        {
          authors: body.authors.map((author) => ({ ...author, id: world.newId("aut") })),
          categories: body.categories.map((category) => ({ ...category, id: world.newId("cat") })),
          tags: body.tags.map((tag) => ({ ...tag, id: world.newId("tag") })),
          articles: texts,
          comments: comments.toSorted((a, b) => a.number - b.number),
          steps: body.steps.map((step) => ({
            ...step,
            id: world.newId("stp"),
            bodyHtml: textOf(step.body).bodyHtml,
          })),
          sessions,
        },
        actOf(call),
      );
      return tookIn(body);
    },
  ),
];

/** How much a document held. */
const tookIn = ({ articles, pages, sessions }: ImportDocument): AdminAnswer => ({
  status: 201,
  body: {
    articles: articles.length + pages.length,
    comments: articles.reduce((sum, { comments }) => sum + comments.length, 0),
    sessions: sessions.length,
  },
});

/** What the document names and does not bring along itself. */
function strangersIn(document: ImportDocument) {
  const texts = [...document.articles, ...document.pages];
  const without = (named: string[], brought: { slug: string }[]) => {
    const own = new Set(brought.map(({ slug }) => slug));
    return [...new Set(named)].filter((slug) => !own.has(slug));
  };
  const parents = document.categories.map(({ parent }) => parent);
  return {
    authors: without(texts.flatMap(authorsOf), document.authors),
    categories: without(
      [...texts.map(({ category }) => category), ...parents].filter((slug) => slug !== null),
      document.categories,
    ),
    tags: without(
      texts.flatMap(({ tags }) => tags),
      document.tags,
    ),
    steps: without(
      [
        ...document.sessions.map(({ step }) => step),
        ...document.steps.flatMap(({ requires }) => requires ?? []),
      ],
      document.steps,
    ),
  };
}

const refuseUnknown = (unknown: string[]): AdminAnswer => ({
  status: 422,
  code: "unknown_names",
  message: "The document names what is neither in it nor here; nothing was kept.",
  fields: Object.fromEntries(unknown.map((name) => [name, "unknown"])),
});

type ImportedArticle = ImportDocument["articles"][number];

function textsOf(world: World, document: ImportDocument) {
  const text = (kind: "article" | "page", draft: Omit<ImportedArticle, "comments">) => ({
    ...draft,
    authors: authorsOf(draft),
    id: world.newId("art"),
    kind,
  });
  return [
    ...document.articles.map((article) => ({ ...text("article", article), comments: article.comments })),
    ...document.pages.map((page) => ({ ...text("page", page), comments: [] })),
  ];
}

// As when they are posted: one that speaks to somebody by name answers her, where nothing else is said.
function commentsOf(
  world: World,
  { id: article, slug, comments }: { id: string; slug: string; comments: ImportedArticle["comments"] },
) {
  const ids = new Map(comments.map((comment) => [comment.ref, world.newId("cmt")]));
  const all = comments.map((comment, index) => ({
    ...comment,
    id: ids.get(comment.ref) ?? world.newId("cmt"),
    number: index + 1,
  }));
  return all.map(async ({ id, number, ref, answers, name, email, body, postedAt }, index) => {
    const shown = renderShown(body, { slug, earlier: all.slice(0, index) });
    const parentId = answers === null ? shown.parent : (ids.get(answers) ?? null);
    const submission = await sha256(JSON.stringify(["import", article, ref]));
    return { id, article, parentId, number, name, email, body, html: shown.html, submission, postedAt };
  });
}
