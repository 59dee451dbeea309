import {
  endPause,
  liftSuppression,
  listPauses,
  listSuppressions,
} from "@ontsecretaressen/db/emails/suppressions";
import type { ListedPause, ListedSuppression } from "@ontsecretaressen/domain/admin-answers";
import { pauseReasons } from "@ontsecretaressen/domain/email-failure";
import { actOf, endpoint, listed, notFound } from "../admin/endpoint.ts";

/** What keeps emails from going: addresses that get none, and pauses in which none goes at all. */
export const suppressionEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/suppressions",
      role: "coordinator",
      summary: "Addresses that get no email, newest first, with why",
      isList: true,
    },
    async ({ world, page }) => {
      const rows = (await listSuppressions(world.reader, page)) satisfies ListedSuppression[];
      return listed(rows, page.limit);
    },
  ),
  endpoint(
    {
      method: "delete",
      path: "/suppressions/{id}",
      role: "coordinator",
      summary: "Let an address get email again; what was withheld is not sent by itself",
    },
    async (call) =>
      (await liftSuppression(call.world.db, call.id, actOf(call))) ? { status: 204 } : notFound,
  ),
  endpoint(
    {
      method: "get",
      path: "/pauses",
      role: "coordinator",
      summary:
        "Why no email goes at all: rest, the quota of the day or month, or that the mail service refuses",
    },
    async ({ world }) => {
      const items = (await listPauses(world.reader)) satisfies ListedPause[];
      return { status: 200, body: { items, next: null } };
    },
  ),
  endpoint(
    {
      method: "delete",
      path: "/pauses/{id}",
      role: "coordinator",
      summary: "End a pause before its time, named by its reason: emails are tried at once",
    },
    async (call) => {
      const reason = pauseReasons.find((known) => known === call.id);
      if (reason === undefined || !(await endPause(call.world.db, reason, actOf(call)))) return notFound;
      call.world.nudgeMailer();
      return { status: 204 };
    },
  ),
];
