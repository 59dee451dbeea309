import {
  deleteSubject,
  findSubject,
  insertSubject,
  listSubjectUses,
  listSubjects,
  type Subject,
  type SubjectText,
  updateSubject,
} from "@ontsecretaressen/db/articles/subjects";
import { AuthorDraft, CategoryDraft, TagDraft } from "@ontsecretaressen/domain/admin-drafts";
import type * as z from "zod";
import {
  actOf,
  type AdminAnswer,
  endpoint,
  endpointWithBody,
  foundOr404,
  listed,
  notFound,
  stale,
  versionMissing,
} from "../admin/endpoint.ts";

const unfit: AdminAnswer = {
  status: 409,
  code: "not_kept",
  message: "Its address is another's, or its parent can't be one (one level deep).",
};

const endpointsFor = (
  subject: Subject,
  kind: "aut" | "cat" | "tag",
  one: string,
  shape: z.ZodType<SubjectText>,
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
    {
      method: "post",
      path: `/${subject}`,
      role: "editor",
      summary: `Make ${one}`,
      again: async ({ world }, id) => foundOr404(await findSubject(world.reader, subject, id), 201),
    },
    shape,
    async (call) => {
      const made = { ...call.body, id: call.world.newId(kind) };
      const kept = await insertSubject(call.world.db, subject, made, actOf(call));
      return kept === null ? unfit : foundOr404(kept, 201);
    },
  ),
  endpoint(
    { method: "get", path: `/${subject}/{id}`, role: "editor", summary: `One of the ${subject}` },
    async ({ world, id }) => foundOr404(await findSubject(world.reader, subject, id)),
  ),
  endpointWithBody(
    {
      method: "put",
      path: `/${subject}/{id}`,
      role: "editor",
      summary: `Save ${one} over the version that was read; what is left out stays as it is`,
      needsVersion: true,
    },
    shape,
    async (call) => {
      const { world, id, version, body } = call;
      if (version === null) return versionMissing;
      const saved = await updateSubject(world.db, subject, { ...body, id, version }, actOf(call));
      if (saved !== null) return foundOr404(saved);
      const found = await findSubject(world.db, subject, id);
      if (found === null) return notFound;
      return found.version === version ? unfit : stale;
    },
  ),
  endpoint(
    {
      method: "delete",
      path: `/${subject}/{id}`,
      role: "editor",
      summary: `Remove ${one} that no text names, those in the trash included`,
    },
    async (call) => {
      const { world, id } = call;
      if (await deleteSubject(world.db, subject, id, actOf(call))) return { status: 204 };
      const uses = await listSubjectUses(world.db, subject, id);
      if (uses.length === 0) return notFound;
      return { status: 409, code: "in_use", message: `It is still named by ${uses.join(", ")}.` };
    },
  ),
];

/** Who writes, and what articles are about. */
export const subjectEndpoints = [
  ...endpointsFor("authors", "aut", "an author", AuthorDraft),
  ...endpointsFor("categories", "cat", "a category", CategoryDraft),
  ...endpointsFor("tags", "tag", "a tag", TagDraft),
];
