// A person's own pages, with harmful text wherever somebody typed it.
import type { OwnComment } from "@ontsecretaressen/domain/own-comment";
import type { OwnSignup } from "@ontsecretaressen/domain/signup";
import type { SessionView } from "@ontsecretaressen/domain/session";
import { AskLinkPage } from "../mine/ask-link.tsx";
import { EditRetryPage } from "../comments/edit-retry.tsx";
import { ErasePage } from "../mine/erase.tsx";
import { exampleSession, harmful, now, siteUrl } from "./site.ts";
import { MinePage } from "../mine/mine.tsx";
import type { OwnStep } from "../mine/plan.tsx";
import { OwnCommentPage } from "../comments/own.tsx";

const session = { ...exampleSession, title: harmful };

/** One who still must confirm. */
export const ownSignup: OwnSignup<SessionView> = {
  id: "sgn_01k9x3v6d2",
  session,
  state: "held",
  placeInLine: null,
  heldUntil: "2027-03-22T10:00:00.000Z",
  offerUntil: null,
  isConfirmed: false,
  hasConsent: true,
  sequence: 0,
  certificateVersion: 0,
  isStepOpen: true,
  wasThere: false,
  absences: [],
  onlineUrl: null,
  notes: "",
};

const ownComment: OwnComment = {
  id: "cmt_1",
  article: { slug: "a", title: harmful },
  name: harmful,
  body: harmful,
  state: "held",
  number: null,
  postedAt: now,
  judgedAt: null,
  isAnswered: false,
  version: 1,
};

const paths = {
  calendar: "/mijn/agenda/x.ics",
  seats: { [ownSignup.id]: "/bevestig/x" },
  proofs: { [ownSignup.id]: "/bewijs/x/" },
};
const plan: OwnStep[] = [
  { step: { slug: "a", title: harmful, requires: null }, stone: "done", isOpen: true },
  { step: { slug: "b", title: harmful, requires: null }, stone: "here", isOpen: true },
  {
    step: { slug: "c", title: harmful, requires: { slug: "b", title: harmful } },
    stone: "next",
    isOpen: false,
  },
];

const emails = [
  { subject: harmful, state: "bounced" as const, createdAt: now },
  { subject: null, state: "waiting" as const, createdAt: now },
];

export const personPages = {
  mine: (
    <MinePage
      name={harmful}
      signups={[ownSignup]}
      paths={paths}
      calendarVersion={1}
      isNewLink={false}
      plan={plan}
      emails={emails}
      known={null}
      canCorrect={false}
      stay="geheim"
      siteUrl={siteUrl}
      now={now}
    />
  ),
  known: (
    <MinePage
      name={harmful}
      signups={[{ ...ownSignup, wasThere: true }]}
      paths={paths}
      calendarVersion={1}
      isNewLink
      plan={plan}
      emails={emails}
      known={{
        email: harmful,
        comments: [ownComment],
        newArticles: {
          categories: [{ slug: "a", title: harmful }],
          isStopped: false,
          choicePath: "/afmelden/x",
        },
        follows: [{ slug: "a", title: harmful, pace: "daily", stopPath: "/afmelden/x" }],
      }}
      canCorrect={false}
      stay={null}
      siteUrl={siteUrl}
      now={now}
    />
  ),
  askLink: <AskLinkPage isSent canCorrect values={{ email: harmful }} faults={{}} siteUrl={siteUrl} />,
  erase: <ErasePage siteUrl={siteUrl} />,
  ownComment: (
    <OwnCommentPage
      comment={ownComment}
      values={{ body: harmful }}
      faults={{}}
      problem={null}
      siteUrl={siteUrl}
      now={now}
    />
  ),
  editRetry: (
    <EditRetryPage
      id="cmt_1"
      isKnown={false}
      values={{ body: harmful, version: harmful }}
      faults={{}}
      problem="unknown"
      siteUrl={siteUrl}
    />
  ),
  answered: (
    <OwnCommentPage
      comment={{ ...ownComment, state: "visible", isAnswered: true }}
      values={{}}
      faults={{}}
      problem={null}
      siteUrl={siteUrl}
      now={now}
    />
  ),
};
