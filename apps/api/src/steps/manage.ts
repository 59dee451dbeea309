import { changeStep, findListedStep, listSteps } from "@ontsecretaressen/db/steps/list";
import { StepChange } from "@ontsecretaressen/domain/session-drafts";
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
import { refusePicture, writeText } from "../articles/text.ts";

/** What organisers do with the steps of the plan. */
export const stepEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/steps",
      role: "coordinator",
      summary: "The steps of the plan, and how many wait to hear of each",
      isList: true,
    },
    async ({ world, page }) => listed(await listSteps(world.reader, page), page.limit),
  ),
  endpoint(
    { method: "get", path: "/steps/{id}", role: "coordinator", summary: "One step by its id or its address" },
    async ({ world, id }) => foundOr404(await findListedStep(world.reader, id)),
  ),
  endpointWithBody(
    { method: "put", path: "/steps/{id}", role: "coordinator", summary: "Change a step", needsVersion: true },
    StepChange,
    async (call): Promise<AdminAnswer> => {
      const { world, version, body } = call;
      if (version === null) return versionMissing;
      const found = await findListedStep(world.reader, call.id);
      if (found === null) return notFound;
      const written = await writeText(world, body.body);
      if (!written.ok) return refusePicture(written.refusal);
      if (written.value.figures.length > 0)
        return refusePicture({ code: "misplaced_picture", which: found.slug });
      const text = { ...body, bodyHtml: written.value.bodyHtml };
      const kept = await changeStep(world.db, { id: found.id, version }, text, actOf(call));
      if (kept !== null) return { status: 200, body: kept, version: kept.version };
      return found.version === version ? stepAfter : stale;
    },
  ),
];

const stepAfter: AdminAnswer = {
  status: 422,
  code: "unknown_step",
  message: "A step can ask for one that comes before it in the plan.",
  fields: { requires: "unknown" },
};
