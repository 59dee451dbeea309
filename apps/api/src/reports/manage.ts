import { countWaiting, listReports } from "@ontsecretaressen/db/reports/find";
import type { ListedReport, WaitingCounts } from "@ontsecretaressen/domain/admin-answers";
import { DecisionDraft } from "@ontsecretaressen/domain/moderation-drafts";
import { reportStates } from "@ontsecretaressen/domain/report";
import { type AdminAnswer, endpoint, endpointWithBody, listed, notFound } from "../admin/endpoint.ts";
import { type Decided, decideReport } from "./decide.ts";

const decided: AdminAnswer = {
  status: 409,
  code: "decided",
  message: "Somebody decided about this report already.",
};

const decisionOf = (act: "uphold" | "dismiss", to: Decided["state"], summary: string) =>
  endpointWithBody(
    { method: "post", path: `/reports/{id}/${act}`, role: "moderator", summary },
    DecisionDraft,
    async ({ world, id, admin, body }) => {
      const done = await decideReport(world, id, { ...body, to }, admin);
      if (done.ok) return { status: 200, body: done.value };
      return done.refusal.code === "decided" ? decided : notFound;
    },
  );

/** What organisers do with reports, and how much waits for them. */
export const reportEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/reports",
      role: "moderator",
      summary: "Reports of comments, newest first; never who made them",
      isList: true,
      query: { state: reportStates.join(", ") },
    },
    async ({ world, page, query }) => {
      const state = reportStates.find((known) => known === query.get("state")) ?? null;
      const rows = await listReports(world.reader, { ...page, state });
      return listed(rows satisfies ListedReport[], page.limit);
    },
  ),
  decisionOf(
    "uphold",
    "upheld",
    "Take the comment off the site, and tell its writer and who reported it why",
  ),
  decisionOf("dismiss", "dismissed", "Leave the comment where it is, and tell who reported it why"),
  endpoint(
    {
      method: "get",
      path: "/counts",
      role: "moderator",
      summary: "How much waits, and how many reports were decided since the first of this month (UTC)",
    },
    async ({ world }) => {
      const since = `${world.now().toISOString().slice(0, 7)}-01T00:00:00.000Z`;
      return { status: 200, body: (await countWaiting(world.reader, since)) satisfies WaitingCounts };
    },
  ),
];
