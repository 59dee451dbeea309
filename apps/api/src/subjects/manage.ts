import {
  insertSubject,
  listSubjects,
  type Subject,
  updateSubject,
} from "@ontsecretaressen/db/articles/subjects";
import { AuthorDraft, CategoryDraft, TagDraft } from "@ontsecretaressen/domain/admin-drafts";
import type * as z from "zod";
import { type AdminAnswer, actOf, endpoint, endpointWithBody, listed } from "../admin/endpoint.ts";

const unfit: AdminAnswer = {
  status: 409,
  code: "not_kept",
  message: "This id is not known, its address is another's, or its parent can't be one (one level deep).",
};

type Draft = { slug: string; title: string; bio: string; parent: string | null };

const endpointsFor = (
  subject: Subject,
  kind: "aut" | "cat" | "tag",
  one: string,
  shape: z.ZodType<Draft>,
) => [
  endpoint(
    {
      method: "get",
      path: `/${subject}`,
      role: "editor",
      summary: `The ${subject}, newest first`,
      isList: true,
    },
    async ({ world, page }) => listed(await listSubjects(world.reader, subject, page), page.limit),
  ),
  endpointWithBody(
    { method: "post", path: `/${subject}`, role: "editor", summary: `Make an ${one}` },
    shape,
    async (call) => {
      const made = { ...call.body, id: call.world.newId(kind) };
      const kept = await insertSubject(call.world.db, subject, made, actOf(call));
      return kept === null ? unfit : { status: 201, body: kept };
    },
  ),
  endpointWithBody(
    { method: "put", path: `/${subject}/{id}`, role: "editor", summary: `Change an ${one}` },
    shape,
    async (call) => {
      const kept = await updateSubject(call.world.db, subject, { ...call.body, id: call.id }, actOf(call));
      return kept === null ? unfit : { status: 200, body: kept };
    },
  ),
];

/** Who writes, and what articles are about. */
export const subjectEndpoints = [
  ...endpointsFor("authors", "aut", "author", AuthorDraft),
  ...endpointsFor("categories", "cat", "category", CategoryDraft),
  ...endpointsFor("tags", "tag", "tag", TagDraft),
];
