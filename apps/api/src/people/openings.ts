import { openStep, shutStep } from "@ontsecretaressen/db/steps/open";
import { OpeningDraft, ShutDraft } from "@ontsecretaressen/domain/attendance-drafts";
import { actOf, endpointWithBody, notFound } from "../admin/endpoint.ts";

/** A step that is opened for somebody by hand. */
export const openingEndpoints = [
  endpointWithBody(
    {
      method: "post",
      path: "/people/{id}/open-step",
      role: "coordinator",
      summary: "Open a step for somebody who was not at the one before it, and tell her so",
    },
    OpeningDraft,
    async (call) => {
      const { world, id, body } = call;
      const by = { ...actOf(call), emailId: world.newId("eml") };
      const kept = await openStep(world.db, { personId: id, ...body }, by);
      if (kept === null) return notFound;
      world.nudgeMailer();
      return { status: 200, body: { ...kept, isOpen: kept.isOpen === 1 } };
    },
  ),
  endpointWithBody(
    {
      method: "post",
      path: "/people/{id}/shut-step",
      role: "coordinator",
      summary: "Take such an opening back; what she attended stays",
    },
    ShutDraft,
    async (call) => {
      const kept = await shutStep(call.world.db, { personId: call.id, ...call.body }, actOf(call));
      return kept === null ? notFound : { status: 200, body: { ...kept, isOpen: kept.isOpen === 1 } };
    },
  ),
];
