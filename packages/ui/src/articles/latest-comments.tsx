import { commentPath, type LatestComment } from "@ontsecretaressen/domain/comment";
import { beginningOf } from "./beginning.ts";
import { dateOf } from "../words/dates.ts";

const LENGTH = 140;

/** What was said last, each with the way to it. */
export const LatestComments = ({ comments }: { comments: LatestComment[] }) => (
  <ul class="rows said">
    {comments.map(({ id, name, html, postedAt, article }) => (
      <li>
        <p>{beginningOf(html, LENGTH)}</p>
        <p class="quiet">
          <a href={commentPath(article.slug, { id })}>
            {name} bij {article.title}
          </a>
          ,{" "}
          <time class="nb" datetime={postedAt}>
            {dateOf(postedAt)}
          </time>
        </p>
      </li>
    ))}
  </ul>
);
