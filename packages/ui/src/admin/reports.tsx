import type { ListedReport } from "@ontsecretaressen/domain/admin-answers";
import { commentPath, type CommentState } from "@ontsecretaressen/domain/comment";
import { AdminFrame, type AdminNotice } from "./frame.tsx";
import { pastMomentOf } from "../words/dates.ts";
import { faultSentence } from "../words/faults.ts";
import { groundsLabels, reasonChoices, reasonWords } from "../words/reports.ts";

/** What was typed under one report and could not be used: there was no reason in it. */
export type DecisionTyped = { report: string; act: DecisionAct; rule: string; statement: string };

export type DecisionAct = "uphold" | "dismiss";

export type AdminReportsPageProps = {
  reports: ListedReport[];
  /** Whether there are more than are shown. */
  hasMore: boolean;
  typed: DecisionTyped | null;
  notice: AdminNotice | null;
};

/** The reports that wait, each comment once with all that was said against it, and the two ways to decide. */
export const AdminReportsPage = ({ reports, hasMore, typed, notice }: AdminReportsPageProps) => (
  <AdminFrame title="Meldingen" place="/beheer/meldingen/" notice={notice}>
    {reports.length === 0 && <p>Er is niets gemeld waar nog over besloten moet worden.</p>}
    <ul class="held">
      {byComment(reports).map((about) => (
        <Reported about={about} typed={typed} />
      ))}
    </ul>
    {hasMore && <p>Er zijn er meer. Die zie je als je deze hebt gehad.</p>}
  </AdminFrame>
);

type AboutOne = [ListedReport, ...ListedReport[]];

function byComment(reports: ListedReport[]): AboutOne[] {
  const groups = new Map<string, AboutOne>();
  for (const report of reports) {
    const group = groups.get(report.comment.id);
    if (group === undefined) groups.set(report.comment.id, [report]);
    else group.push(report);
  }
  return [...groups.values()];
}

const stands: Record<CommentState, string> = {
  visible: "De reactie staat op de site.",
  held: "De reactie wacht en staat niet op de site.",
  waiting_for_address: "De reactie wacht en staat niet op de site.",
  rejected: "De reactie is al van de site.",
  spam: "De reactie staat al bij de reclame.",
  deleted: "De schrijver heeft de reactie zelf weggehaald.",
};

const Reported = ({ about, typed }: { about: AboutOne; typed: DecisionTyped | null }) => {
  const [{ id, comment, article, answers, reason }] = about;
  const own = typed?.report === id ? typed : null;
  return (
    <li>
      <p class="quiet">
        <b>{comment.name}</b>
        {answers !== null && ` in antwoord op ${answers.name}`}, bij{" "}
        <a href={commentPath(article.slug, comment)}>{article.title}</a>,{" "}
        <time datetime={comment.postedAt}>{pastMomentOf(comment.postedAt)}</time>. {stands[comment.state]}
      </p>
      {answers !== null && (
        <details>
          <summary>Wat {answers.name} schreef</summary>
          <p class="typed">{answers.body}</p>
        </details>
      )}
      <p class="typed">{comment.body}</p>
      <h2>{about.length === 1 ? "De melding" : `${about.length} meldingen`}</h2>
      <ul>
        {about.map((report) => (
          <li>
            <b>{reasonWords(report.reason)}</b>, {pastMomentOf(report.reportedAt)}
            {report.wantsAnswer && ", wil graag antwoord"}
            {report.explanation !== "" && <p class="typed">{report.explanation}</p>}
          </li>
        ))}
      </ul>
      <div class="ways">
        <form method="post" action={`/beheer/meldingen/${id}/weg`} novalidate>
          <p>
            <label for={`${id}-regel`}>{groundsLabels.rule}</label>
            <select id={`${id}-regel`} name="rule">
              {reasonChoices.map(({ value, label }) => (
                <option value={value} selected={value === (own?.rule ?? reason)}>
                  {label}
                </option>
              ))}
            </select>
          </p>
          <Statement
            id={`${id}-weg`}
            why="Dit lezen de schrijver en de melder."
            typed={statementOf(own, "uphold")}
          />
          <button>Haal van de site</button>
        </form>
        <form method="post" action={`/beheer/meldingen/${id}/blijft`} novalidate>
          <Statement id={`${id}-blijft`} why="Dit leest de melder." typed={statementOf(own, "dismiss")} />
          <button class="plain">Laat staan</button>
        </form>
      </div>
    </li>
  );
};

const statementOf = (own: DecisionTyped | null, act: DecisionAct): string | null =>
  own?.act === act ? own.statement : null;

// Typed and not done: then its fault is shown with it.
const Statement = ({ id, why, typed }: { id: string; why: string; typed: string | null }) => (
  <p>
    <label for={id}>{groundsLabels.statement}</label>
    <span id={`${id}-uitleg`}>{why}</span>
    <textarea
      id={id}
      name="statement"
      required
      aria-invalid={typed === null ? undefined : "true"}
      aria-describedby={typed === null ? `${id}-uitleg` : `${id}-uitleg ${id}-fout`}
      autofocus={typed !== null}
    >{`\n${typed ?? ""}`}</textarea>
    {typed !== null && (
      <span class="fault" id={`${id}-fout`}>
        {faultSentence("statement", typed.trim() === "" ? "missing" : "too_long")}
      </span>
    )}
  </p>
);
