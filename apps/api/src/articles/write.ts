import { insertArticle } from "@ontsecretaressen/db/articles/write";
import { findArticle, listArticles } from "@ontsecretaressen/db/articles/find";
import { ArticleDraft, PreviewDraft } from "@ontsecretaressen/domain/admin-drafts";
import type { ArticleKind } from "@ontsecretaressen/domain/article";
import { actOf, alreadyMade, endpoint, endpointWithBody, foundOr404, listed } from "../admin/endpoint.ts";
import { actEndpoints } from "./acts.ts";
import { endPreviewLinks, makePreviewLink } from "./preview-link.ts";
import { revisionEndpoints } from "./revisions.ts";
import { obstacle, saveText, textAgain, textOf } from "./save.ts";
import { refusePicture } from "./text.ts";

/** What organisers do with texts of one kind. */
const endpointsFor = (kind: ArticleKind, room: "/articles" | "/pages") => [
  // First: `trash` is no id.
  ...actEndpoints(kind, room),
  endpoint(
    { method: "get", path: room, role: "editor", summary: `The ${kind}s, newest first`, isList: true },
    async ({ world, page }) =>
      listed(await listArticles(world.reader, { ...page, kind, isTrashed: false }), page.limit),
  ),
  endpointWithBody(
    {
      method: "post",
      path: room,
      role: "editor",
      summary: `Start a draft of an ${kind} in Markdown`,
      again: async ({ world }, id) => foundOr404(await findArticle(world.reader, id), 201),
    },
    ArticleDraft,
    async (call) => {
      const text = await textOf(call);
      if (!text.ok) return refusePicture(text.refusal);
      const kept = await insertArticle(
        call.world.db,
        { ...text.value, id: call.world.newId("art"), kind },
        actOf(call),
      );
      return kept === null ? obstacle(call, null) : { status: 201, body: kept, version: kept.version };
    },
  ),
  endpoint(
    { method: "get", path: `${room}/{id}`, role: "editor", summary: `One ${kind} with its Markdown` },
    async ({ world, id }) => {
      const found = await findArticle(world.db, id);
      return foundOr404(found?.kind === kind ? found : null);
    },
  ),
  endpointWithBody(
    {
      method: "put",
      path: `${room}/{id}`,
      role: "editor",
      summary: `Save an ${kind} over the version that was read`,
      needsVersion: true,
      again: textAgain,
    },
    ArticleDraft,
    (call) => saveText(call),
  ),
  endpointWithBody(
    {
      method: "post",
      path: `${room}/{id}/preview-link`,
      role: "editor",
      summary: `Make a link that shows an ${kind} before it is published`,
      again: alreadyMade,
    },
    PreviewDraft,
    makePreviewLink,
  ),
  endpoint(
    {
      method: "delete",
      path: `${room}/{id}/preview-link`,
      role: "editor",
      summary: `End every such link of an ${kind}`,
    },
    endPreviewLinks,
  ),
  ...revisionEndpoints(kind, room),
];

export const articleEndpoints = [...endpointsFor("article", "/articles"), ...endpointsFor("page", "/pages")];
