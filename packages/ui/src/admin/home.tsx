import type { Admin } from "@ontsecretaressen/domain/admin";
import type { WaitingCounts } from "@ontsecretaressen/domain/admin-answers";
import type { CommentState } from "@ontsecretaressen/domain/comment";
import type { Reason } from "@ontsecretaressen/domain/judgement";
import type { SessionView } from "@ontsecretaressen/domain/session";
import type { SignupState } from "@ontsecretaressen/domain/signup";
import { AdminFrame, type AdminNotice } from "./frame.tsx";
import { SessionTime } from "../programme/session-time.tsx";
import { pastMomentOf } from "../words/dates.ts";
import { type FaultSentences, FaultSummary, LineField } from "../form/fields.tsx";
import { Page } from "../page/page.tsx";
import * as styles from "../styles/sheets.ts";
import { foundWords } from "../words/comments.ts";
import { signupStatesShort } from "../words/site.ts";

/** Where an organiser signs in with a key. */
export const AdminSignInPage = ({ faults, siteUrl = "" }: { faults: FaultSentences; siteUrl?: string }) => (
  <Page
    style={styles.admin}
    title="Inloggen"
    description=""
    path="/beheer/inloggen"
    siteUrl={siteUrl}
    isPrivate
  >
    <div class="narrow">
      <h1>Inloggen</h1>
      <form method="post" action="/beheer/inloggen" novalidate>
        <FaultSummary faults={faults} problem={null} />
        <LineField
          name="token"
          type="password"
          values={{}}
          faults={faults}
          autocomplete="current-password"
          why="Je kreeg hem van een andere organisator."
        />
        <button>Log in</button>
      </form>
    </div>
  </Page>
);

export type HeldComment = {
  id: string;
  name: string;
  body: string;
  article: { slug: string; title: string };
  postedAt: string;
  answers: string | null;
  answered: string | null;
  state: CommentState;
  reasons: Reason[];
  version: number;
};

export type SessionSignups = {
  session: SessionView & { id: string };
  signups: { name: string; email: string; organisation: string; state: SignupState }[];
};

/** How many wait, how many somebody has to do something about, and whether none goes at all. */
export type EmailLog = { waiting: number; attention: number; pause: boolean };

export type AdminHomePageProps = {
  admin: Pick<Admin, "name" | "roles">;
  comments: HeldComment[];
  sessions: SessionSignups[];
  /** Null for who may not know. */
  emails: EmailLog | null;
  /** How much waits; null for who may not know. */
  counts: WaitingCounts | null;
  notice: AdminNotice | null;
};

/** The organisers' first page: what waits for them comes first. */
export const AdminHomePage = ({ admin, comments, sessions, emails, counts, notice }: AdminHomePageProps) => (
  <AdminFrame title={`Dag ${admin.name}`} place="/beheer/" notice={notice}>
    {emails !== null && <Emails emails={emails} />}
    {counts !== null && <Reports counts={counts} />}
    <section>
      <h2>Reacties die wachten ({counts === null ? comments.length : counts.held + counts.unproved})</h2>
      {comments.length === 0 && <p>Alles is gelezen.</p>}
      <ul class="held">
        {comments.map((comment) => (
          <Held comment={comment} />
        ))}
      </ul>
    </section>
    <section>
      <h2>Bijeenkomsten</h2>
      {sessions.map((row, index) => (
        <SignupTable row={row} isOpen={index === 0} />
      ))}
    </section>
  </AdminFrame>
);

const Reports = ({ counts: { reports, decided } }: { counts: WaitingCounts }) => (
  <p>
    {reports === 0 ? (
      "Er wacht geen melding."
    ) : (
      <a href="/beheer/meldingen/">
        {reports === 1 ? "Er wacht 1 melding" : `Er wachten ${reports} meldingen`} op een besluit
      </a>
    )}
    {reports > 0 && "."}
    {decided > 0 &&
      ` Deze maand ${decided === 1 ? "is er 1 besluit" : `zijn er ${decided} besluiten`} genomen.`}
  </p>
);

const Held = ({ comment }: { comment: HeldComment }) => (
  <li>
    <p class="quiet">
      <b>{comment.name}</b>
      {comment.answers !== null && ` in antwoord op ${comment.answers}`}, bij{" "}
      <a href={`/${comment.article.slug}/`}>{comment.article.title}</a>,{" "}
      <time datetime={comment.postedAt}>{pastMomentOf(comment.postedAt)}</time>
    </p>
    <p class="typed">{comment.body}</p>
    {comment.state === "waiting_for_address" && <p class="quiet">Het adres is nog niet bevestigd.</p>}
    {comment.answers !== null && comment.answered !== null && (
      <p class="quiet">
        {comment.answers} schreef: “{comment.answered}”
      </p>
    )}
    {comment.reasons.length > 0 && <p class="quiet">Wat opviel: {foundWords(comment.reasons)}</p>}
    <div class="acts">
      <Act comment={comment} act="plaatsen" label="Plaats" />
      <Act comment={comment} act="afwijzen" label="Wijs af" isPlain />
      <Act comment={comment} act="reclame" label="Dit is reclame" isPlain />
    </div>
  </li>
);

// With the version that she reads, so that nobody decides about a text that is no longer there.
const Act = ({
  comment,
  act,
  label,
  isPlain = false,
}: {
  comment: HeldComment;
  act: string;
  label: string;
  isPlain?: boolean;
}) => (
  <form method="post" action={`/beheer/reacties/${comment.id}/${act}`}>
    <input type="hidden" name="version" value={String(comment.version)} />
    <button class={isPlain ? "plain" : undefined}>{label}</button>
  </form>
);

/** A number as a small drawn line: how full a session is. */
const SeatBar = ({ taken, capacity }: { taken: number; capacity: number }) => (
  <svg class="bar" viewBox="0 0 112 12" aria-hidden="true">
    <path d="M4 7C30 4 70 9 108 5" />
    {taken > 0 && (
      <path
        d="M4 7C30 4 70 9 108 5"
        pathLength={capacity}
        stroke-dasharray={`${Math.min(taken, capacity)} ${capacity}`}
      />
    )}
  </svg>
);

const SignupTable = ({ row: { session, signups }, isOpen }: { row: SessionSignups; isOpen: boolean }) => (
  <details open={isOpen}>
    <summary>
      <b>{session.title}</b>, <SessionTime session={session} />{" "}
      <span class="nb">
        <SeatBar taken={session.seats.taken} capacity={session.seats.capacity} /> {session.seats.taken} van{" "}
        {session.seats.capacity}
      </span>
      {session.seats.waiting > 0 && `, ${session.seats.waiting} op de wachtlijst`}
      {session.isCancelled && ", gaat niet door"}
    </summary>
    <table>
      <thead>
        <tr>
          <th scope="col">Naam</th>
          <th scope="col">E-mail</th>
          <th scope="col">Organisatie</th>
          <th scope="col">Stand</th>
        </tr>
      </thead>
      <tbody>
        {signups.map((signup) => (
          <tr>
            <td>{signup.name}</td>
            <td>{signup.email}</td>
            <td>{signup.organisation}</td>
            <td>{signupStatesShort[signup.state]}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <p>
      <a href={`/beheer/bijeenkomsten/${session.id}/presentielijst`}>Presentielijst</a>,{" "}
      <a href={`/beheer/bijeenkomsten/${session.id}/naambadges`}>naambadges</a> of{" "}
      <a href={`/beheer/bijeenkomsten/${session.id}/deelnemers.csv`}>een bestand voor Excel</a>
    </p>
  </details>
);

const Emails = ({ emails: { waiting, attention, pause } }: { emails: EmailLog }) => (
  <p>
    {pause && <b>Er gaat nu geen e-mail uit. </b>}
    <a href="/beheer/mails/">
      {attention === 0
        ? "Er vraagt geen e-mail aandacht"
        : `${attention} ${attention === 1 ? "e-mail vraagt" : "e-mails vragen"} aandacht`}
    </a>
    {waiting > 0 && `, en ${waiting} ${waiting === 1 ? "wacht" : "wachten"} nog`}.
  </p>
);
