// Pages of organisers, and those around a report, with harmful text wherever somebody typed it.
import type { ListedAct, ListedReport, WholeEmail } from "@ontsecretaressen/domain/admin-answers";
import { AdminCommentsPage } from "../admin/comments.tsx";
import { AdminExamplePage, AdminExamplesPage } from "../admin/examples.tsx";
import { AdminEmailPage } from "../admin/email.tsx";
import { AdminEmailsPage } from "../admin/emails.tsx";
import { AdminJournalPage } from "../admin/journal.tsx";
import { AdminReportsPage } from "../admin/reports.tsx";
import { AdminSettingsPage } from "../admin/settings.tsx";
import { AdminTakeOffPage } from "../admin/take-off.tsx";
import { AdminHomePage, AdminSignInPage } from "../admin/home.tsx";
import { commentOf, conversationOf, exampleArticle, exampleSession, harmful, now, siteUrl } from "./site.ts";
import { faultSentences } from "../words/faults.ts";
import { ReportListPage, ReportPage } from "../comments/report.tsx";

const session = { ...exampleSession, title: harmful };
const summary = { ...exampleArticle, title: harmful };
const person = { name: harmful, email: harmful, organisation: harmful, state: "held" as const };
const held = {
  id: "cmt_1",
  name: harmful,
  body: harmful,
  article: summary,
  postedAt: now,
  answers: harmful,
  answered: harmful,
  version: 1,
  state: "held" as const,
  reasons: [{ rule: "links" as const, weight: 2, evidence: harmful }],
};
const email: WholeEmail = {
  id: "eml_1",
  kind: "signup_held",
  to: harmful,
  subject: harmful,
  state: "bounced",
  attempts: 1,
  createdAt: now,
  dueAt: now,
  sentAt: now,
  problem: harmful,
  againOf: "eml_0",
  repeatedBy: "eml_2",
  events: [{ id: "msg_1", type: "email.bounced", at: now, detail: { message: harmful } }],
  suppression: { id: "sup_1", reason: "bounced", at: now },
};

const reportable = { id: "cmt_1", number: 1, name: harmful, html: "<p>x</p>" };

const reported: ListedReport = {
  id: "rep_1",
  state: "open",
  reason: "other",
  byOrganiser: false,
  explanation: harmful,
  wantsAnswer: true,
  reportedAt: now,
  decidedAt: null,
  decidedBy: null,
  rule: null,
  statement: null,
  comment: { id: "cmt_1", name: harmful, body: harmful, state: "visible", number: 1, postedAt: now },
  answers: { name: harmful, body: harmful },
  article: { slug: "a", title: harmful },
};

const act: ListedAct = {
  id: "aud_1",
  at: now,
  adminName: harmful,
  act: "comment.spam",
  subject: "cmt_1",
  about: harmful,
  undo: "aud_2",
};

export const organiserPages = {
  signIn: <AdminSignInPage faults={faultSentences({ token: "missing" })} />,
  admin: (
    <AdminHomePage
      admin={{ name: harmful, roles: ["owner"] }}
      comments={[held]}
      sessions={[{ session: { ...session, id: "ses_1" }, signups: [person] }]}
      emails={{ waiting: 1, attention: 2, pause: true }}
      counts={{ held: 1, unproved: 1, reports: 1, decided: 1 }}
      notice={{ text: harmful, undo: "aud_1" }}
    />
  ),
  adminComments: (
    <AdminCommentsPage
      state="held"
      comments={[{ ...held, parentId: null, number: null, email: harmful, score: 1 }]}
      next={null}
      notice={null}
    />
  ),
  adminTakeOff: (
    <AdminTakeOffPage
      state="visible"
      comments={[{ ...held, state: "visible", parentId: null, number: 3, email: harmful, score: 1 }]}
      values={{ rule: harmful, statement: harmful }}
      faults={faultSentences({ rule: "missing", statement: "too_long" })}
    />
  ),
  adminReports: (
    <AdminReportsPage
      reports={[reported, { ...reported, id: "rep_2" }]}
      hasMore
      typed={{ report: "rep_1", act: "uphold", rule: harmful, statement: harmful }}
      notice={null}
    />
  ),
  adminSettings: <AdminSettingsPage settings={{ heldComments: "everyone", version: 1 }} notice={null} />,
  adminExamples: <AdminExamplesPage emails={[{ kind: "person_link", subject: harmful }]} />,
  adminExample: (
    <AdminExamplePage kind="person_link" email={{ subject: harmful, html: harmful, text: harmful }} />
  ),
  adminEmails: (
    <AdminEmailsPage
      view="aandacht"
      emails={[email]}
      next="eml_1"
      mailings={[
        {
          id: "art_1",
          article: { slug: "a", title: harmful },
          beganAt: now,
          doneAt: now,
          missed: 2,
          subscribers: 3,
          written: 1,
          waiting: 0,
          sent: 1,
          stuck: 0,
        },
      ]}
      suppressions={[{ id: "sup_1", address: harmful, reason: "bounced", at: now }]}
      pauses={[{ reason: "refused", beganAt: now, endsAt: now, problem: harmful }]}
      notice={null}
    />
  ),
  adminEmail: (
    <AdminEmailPage
      email={email}
      typed={{ email: harmful, faults: faultSentences({ rightEmail: "not_an_address" }) }}
      notice={null}
    />
  ),
  adminJournal: <AdminJournalPage acts={[act, act]} next={null} notice={null} />,
  report: (
    <ReportPage
      about={{ comment: reportable, article: { slug: "a", title: harmful } }}
      values={{ explanation: harmful, email: harmful, key: harmful }}
      faults={faultSentences({ reason: "missing" })}
      problem={null}
      siteUrl={siteUrl}
    />
  ),
  reportList: (
    <ReportListPage
      article={{ slug: "a", title: harmful }}
      conversation={{ ...conversationOf([commentOf("cmt_1", null, harmful, harmful)]), pages: 9 }}
      siteUrl={siteUrl}
    />
  ),
};
