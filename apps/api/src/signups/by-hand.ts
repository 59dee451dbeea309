import {
  cancelByHand,
  type Handled,
  moveByHand,
  offerSeatByHand,
} from "@ontsecretaressen/db/signups/by-hand";
import { MoveDraft } from "@ontsecretaressen/domain/attendance-drafts";
import { type AdminAnswer, type AdminCall, actOf, endpoint, endpointWithBody } from "../admin/endpoint.ts";
import { offerMoment } from "./moment.ts";

/** What organisers do with somebody's signup. */
export const handEndpoints = [
  endpoint(
    {
      method: "post",
      path: "/signups/{id}/cancel",
      role: "coordinator",
      summary: "Take somebody's seat or place on the list, tell her, and offer the seat to who is next",
    },
    async (call) =>
      answer(call, await cancelByHand(call.world.db, call.id, offerMoment(call.world), actOf(call))),
  ),
  endpoint(
    {
      method: "post",
      path: "/signups/{id}/offer",
      role: "coordinator",
      summary: "Offer a free seat to somebody who waits, past the line",
    },
    async (call) =>
      answer(call, await offerSeatByHand(call.world.db, call.id, offerMoment(call.world), actOf(call))),
  ),
  endpointWithBody(
    {
      method: "post",
      path: "/signups/{id}/move",
      role: "coordinator",
      summary: "Give somebody her seat in another session that has room, and tell her",
    },
    MoveDraft,
    async (call) => {
      const moved = { id: call.id, to: call.body.session, emailId: call.world.newId("eml") };
      return answer(call, await moveByHand(call.world.db, moved, offerMoment(call.world), actOf(call)));
    },
  ),
];

function answer({ world }: AdminCall<unknown>, kept: Handled | null): AdminAnswer {
  if (kept === null) return impossible;
  world.nudgeMailer();
  return { status: 200, body: kept };
}

const impossible: AdminAnswer = {
  status: 409,
  code: "not_possible",
  message: "There is no such signup, it is over, its session began, or there is no room.",
};
