import { findArticle } from "@ontsecretaressen/db/articles/find";
import { findRevisions, listRevisions, type Revision } from "@ontsecretaressen/db/articles/revisions";
import type { ArticleKind } from "@ontsecretaressen/domain/article";
import { ArticleDraft } from "@ontsecretaressen/domain/admin-drafts";
import { endpoint, listed, notFound, versionMissing } from "../admin/endpoint.ts";
import { type Change, compareTexts } from "./compare.ts";
import { saveText, textAgain } from "./save.ts";

const fields = ["title", "standfirst", "body", "slug", "authors", "category", "tags", "picture"] as const;

type Field = (typeof fields)[number];

/** What was written before: to read, to compare and to take back. */
export const revisionEndpoints = (kind: ArticleKind, room: "/articles" | "/pages") => [
  endpoint(
    {
      method: "get",
      path: `${room}/{id}/revisions`,
      role: "editor",
      summary: `Every version of an ${kind}, newest first`,
      isList: true,
    },
    async ({ world, id, page }) => listed(await listRevisions(world.reader, id, page), page.limit),
  ),
  endpoint(
    {
      method: "get",
      path: `${room}/{id}/compare`,
      role: "editor",
      summary: `What changed in an ${kind} from one version to another`,
      query: { from: "a version", to: "a later version" },
    },
    async ({ world, id, query }) => {
      const versions = [Number(query.get("from")), Number(query.get("to"))];
      const [before, after, ...others] = await findRevisions(world.reader, id, versions);
      if (before === undefined || after === undefined || others.length > 0) return notFound;
      return { status: 200, body: { from: before, to: after, changes: changesOf(before, after) } };
    },
  ),
  endpoint(
    {
      method: "post",
      path: `${room}/{id}/restore`,
      role: "editor",
      summary: `Save an earlier version of an ${kind} over the one that was read`,
      query: { version: "the version to take back" },
      needsVersion: true,
      again: textAgain,
    },
    async (call) => {
      if (call.version === null) return versionMissing;
      const asked = Number(call.query.get("version"));
      const [revision] = await findRevisions(call.world.reader, call.id, [asked]);
      if (revision === undefined || (await findArticle(call.world.reader, call.id)) === null) return notFound;
      return saveText({ ...call, body: ArticleDraft.parse(draftOf(revision)) });
    },
  ),
];

function draftOf({ slug, title, standfirst, body, authors, category, tags, picture, ...rest }: Revision) {
  const { isOpenForComments, openDays } = rest;
  return { slug, title, standfirst, body, authors, category, tags, picture, isOpenForComments, openDays };
}

function changesOf(before: Revision, after: Revision): Partial<Record<Field, Change[]>> {
  const texts = (revision: Revision, field: Field) => {
    const value = revision[field];
    return Array.isArray(value) ? value.join(", ") : (value ?? "");
  };
  return Object.fromEntries(
    fields.flatMap((field) => {
      const [one, other] = [texts(before, field), texts(after, field)];
      return one === other ? [] : [[field, compareTexts(one, other)]];
    }),
  );
}
