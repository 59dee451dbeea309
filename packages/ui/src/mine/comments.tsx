import { renderComment } from "@ontsecretaressen/domain/comment-markup";
import type { OwnComment } from "@ontsecretaressen/domain/own-comment";
import { beginningOf } from "../articles/beginning.ts";
import { ownStates } from "../words/comments.ts";
import { listMomentOf } from "../words/dates.ts";

const BEGIN_LENGTH = 120;

/** What she said on the site, how it begins and where it stands; each leads to where she changes it. */
export const OwnComments = ({ comments }: { comments: OwnComment[] }) => (
  <section>
    <h2>Je reacties</h2>
    {comments.length === 0 && <p>Je hebt nog niet gereageerd.</p>}
    <ul class="own">
      {comments.map((comment) => (
        <li>
          <a href={`/mijn/reacties/${comment.id}/`}>{comment.article.title}</a>
          <blockquote>{beginningOf(renderComment(comment.body), BEGIN_LENGTH)}</blockquote>
          <span class="quiet">
            <time datetime={comment.postedAt}>{listMomentOf(comment.postedAt)}</time>. {ownStates(comment)}
          </span>
        </li>
      ))}
    </ul>
  </section>
);
