import {
  type CommentView,
  commentPath,
  type Conversation,
  type ThreadedComment,
  threadOf,
} from "@ontsecretaressen/domain/comment";
import { dateOf } from "../words/dates.ts";
import { Pebble } from "../page/stones.tsx";

const LEVELS_MAX = 3;

/** Whose conversation it is, where it begins, and whether one can still join it. */
type About = { slug: string; order: Conversation["order"]; isOpen: boolean };

/** Comments as a dialogue: who answers whom stands in words and in the line beside it. */
export const Talk = ({ comments, ...about }: About & { comments: CommentView[] }) => (
  <Answers comments={threadOf(comments)} level={1} {...about} />
);

const Answers = ({ comments, level, ...about }: About & { comments: ThreadedComment[]; level: number }) => (
  <ol>
    {(level === LEVELS_MAX ? comments.flatMap(flat) : comments).map((comment) => (
      <li id={comment.id}>
        {comment.isDeleted ? <TakenAway number={comment.number} /> : <Said comment={comment} {...about} />}
        {comment.replies.length > 0 && <Answers comments={comment.replies} level={level + 1} {...about} />}
      </li>
    ))}
  </ol>
);

/** A comment and all below it in the order of the conversation, none of them under another. */
function flat(comment: ThreadedComment): ThreadedComment[] {
  return [{ ...comment, replies: [] }, ...comment.replies.flatMap(flat)];
}

const TakenAway = ({ number }: { number: number | null }) => (
  <p class="quiet">{number}. Deze reactie is verwijderd.</p>
);

// Newest first, a comment moves on to a later page with every new thread.
const addressOf = (slug: string, order: Conversation["order"], { id }: ThreadedComment): string =>
  order === "newest" ? commentPath(slug, { id }) : `#${id}`;

const Said = ({ comment, slug, order, isOpen }: About & { comment: ThreadedComment }) => (
  <article>
    <a
      class="n quiet"
      href={addressOf(slug, order, comment)}
      aria-label={`${comment.number ?? ""}. Link naar deze reactie`}
    >
      <Pebble name={comment.name} />
      {comment.number !== null && <span>{comment.number}.</span>}
    </a>
    <p class="who quiet">
      <b>{comment.name}</b>{" "}
      {comment.answers !== null && (
        <>
          in antwoord op{" "}
          <a href={answeredAt(comment, slug)}>{comment.answers.name || "een verwijderde reactie"}</a>,{" "}
        </>
      )}
      <time datetime={comment.postedAt}>{dateOf(comment.postedAt)}</time>
    </p>
    {comment.number === null && (
      <p class="quiet">Alleen jij ziet deze reactie. Een organisator leest even mee.</p>
    )}
    <div class="said" dangerouslySetInnerHTML={{ __html: comment.html }} />
    {isOpen && comment.number !== null && (
      <a class="re" href={`?antwoord=${comment.id}#reageer`} aria-label={`Antwoord op ${comment.name}`}>
        Antwoord
      </a>
    )}
    {comment.isOwn && (
      <a class="re" href={`/mijn/reacties/${comment.id}/`}>
        Pas aan of haal weg
      </a>
    )}
  </article>
);

const answeredAt = ({ parentId, answers }: ThreadedComment, slug: string): string =>
  answers?.isHere ? `#${parentId}` : commentPath(slug, { id: parentId ?? "" });
