import { attend, unattend } from "@ontsecretaressen/db/steps/open";
import { CheckInDraft } from "@ontsecretaressen/domain/attendance-drafts";
import { type AdminAnswer, actOf, endpointWithBody } from "../admin/endpoint.ts";

// The door opens before the meeting does.
const EARLY_HOURS = 12;

/** Who was there: what opens the next step for her. */
export const checkInEndpoints = [
  endpointWithBody(
    {
      method: "post",
      path: "/signups/{id}/attend",
      role: "coordinator",
      summary: "Write down that somebody is at a meeting; opens the next step for her and tells her so",
    },
    CheckInDraft,
    async (call): Promise<AdminAnswer> => {
      const { world, id, body } = call;
      const soon = new Date(world.now().getTime() + EARLY_HOURS * 3_600_000).toISOString();
      const by = { ...actOf(call), emailId: world.newId("eml"), soon };
      const kept = await attend(world.db, { signupId: id, meeting: body.meeting }, by);
      if (kept === null) return notThere;
      world.nudgeMailer();
      return { status: 200, body: kept };
    },
  ),
  endpointWithBody(
    {
      method: "post",
      path: "/signups/{id}/unattend",
      role: "coordinator",
      summary: "Take back that somebody was at a meeting",
    },
    CheckInDraft,
    async (call): Promise<AdminAnswer> => {
      const kept = await unattend(
        call.world.db,
        { signupId: call.id, meeting: call.body.meeting },
        actOf(call),
      );
      return kept === null ? notThere : { status: 200, body: kept };
    },
  ),
];

const notThere: AdminAnswer = {
  status: 409,
  code: "not_attendable",
  message: "There is no such signup, she called off, or this meeting is not now or not hers.",
};
