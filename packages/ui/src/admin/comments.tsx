import type { ListedComment } from "@ontsecretaressen/domain/admin-answers";
import { commentPath, type CommentState } from "@ontsecretaressen/domain/comment";
import { AdminFrame, type AdminNotice } from "./frame.tsx";
import { pastMomentOf } from "../words/dates.ts";
import { foundWords } from "../words/comments.ts";

export type ListedState = Exclude<CommentState, "deleted">;

const states: Record<ListedState, { label: string; none: string }> = {
  held: { label: "Wachten", none: "Er wacht niets. Alles is gelezen." },
  waiting_for_address: { label: "Niet bevestigd", none: "Er wacht niets op een bevestiging." },
  visible: { label: "Op de site", none: "Er staat nog geen reactie op de site." },
  rejected: { label: "Afgewezen", none: "Er is niets afgewezen." },
  spam: { label: "Reclame", none: "Er is geen reclame." },
};

export const listedStates = Object.keys(states) as ListedState[];

const acts = [
  { act: "approve", label: "Plaats", leadsTo: "visible" },
  { act: "reject", label: "Wijs af", leadsTo: "rejected" },
  { act: "spam", label: "Dit is reclame", leadsTo: "spam" },
  { act: "hold", label: "Laat wachten", leadsTo: "held" },
] as const;

export type AdminCommentsPageProps = {
  state: ListedState;
  comments: ListedComment[];
  /** Where the older ones go on; null when there are none. */
  next: string | null;
  notice: AdminNotice | null;
};

/** Comments of one state, to be judged several at a time. */
export const AdminCommentsPage = ({ state, comments, next, notice }: AdminCommentsPageProps) => (
  <AdminFrame title="Reacties" place="/beheer/reacties/" notice={notice}>
    <nav aria-label="Stand">
      {listedStates.map((one) => (
        <a href={`/beheer/reacties/?stand=${one}`} aria-current={one === state ? "page" : undefined}>
          {states[one].label}
        </a>
      ))}
    </nav>
    {comments.length === 0 ? (
      <p>{states[state].none}</p>
    ) : (
      <form method="post" action="/beheer/reacties/">
        <input type="hidden" name="state" value={state} />
        <ul class="held">
          {comments.map((comment) => (
            <Choosable comment={comment} />
          ))}
        </ul>
        <p>Wat doe je met de reacties die je aanvinkte?</p>
        <div class="acts">
          {acts
            .filter(({ leadsTo }) => leadsTo !== state)
            .map(({ act, label }, index) => (
              <button name="act" value={act} class={index === 0 ? undefined : "plain"}>
                {act === "reject" && state === "visible" ? "Haal van de site" : label}
              </button>
            ))}
        </div>
      </form>
    )}
    {next !== null && (
      <p>
        <a href={`/beheer/reacties/?stand=${state}&voor=${next}`}>Oudere reacties</a>
      </p>
    )}
  </AdminFrame>
);

/** A comment with all that an organiser needs to judge it, to be chosen. */
export const Choosable = ({ comment, isChosen = false }: { comment: ListedComment; isChosen?: boolean }) => (
  <li>
    <label>
      <input type="checkbox" name="id" value={`${comment.id}.${comment.version}`} checked={isChosen} />
      <span>
        <b>{comment.name}</b>
        {comment.answers !== null && ` in antwoord op ${comment.answers}`}, bij {comment.article.title},{" "}
        <time datetime={comment.postedAt}>{pastMomentOf(comment.postedAt)}</time>
      </span>
    </label>
    <p class="typed">{comment.body}</p>
    {comment.answers !== null && comment.answered !== null && (
      <p class="quiet">
        {comment.answers} schreef: “{comment.answered}”
      </p>
    )}
    {comment.reasons.length > 0 && <p class="quiet">Wat opviel: {foundWords(comment.reasons)}</p>}
    {comment.state === "visible" && (
      <p class="quiet">
        <a href={commentPath(comment.article.slug, comment)}>Bekijk op de site</a>
      </p>
    )}
  </li>
);
