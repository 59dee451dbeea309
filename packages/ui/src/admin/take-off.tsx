import type { ListedComment } from "@ontsecretaressen/domain/admin-answers";
import { type FaultSentences, FaultSummary, type FormValues } from "../form/fields.tsx";
import { GroundsFields } from "../form/grounds.tsx";
import { Choosable, type ListedState } from "./comments.tsx";
import { AdminFrame } from "./frame.tsx";

export type AdminTakeOffPageProps = {
  /** The list that they were chosen from. */
  state: ListedState;
  comments: ListedComment[];
  values: FormValues;
  faults: FaultSentences;
};

/** Asks by which rule and why comments go that stood on the site, before they do. */
export const AdminTakeOffPage = ({ state, comments, values, faults }: AdminTakeOffPageProps) => (
  <AdminFrame title="Van de site halen" place="/beheer/reacties/" notice={null}>
    <p>
      {comments.length === 1
        ? "Er is nog niets veranderd. Deze reactie was al te lezen op de site: schrijf eerst op waarom hij weggaat."
        : "Er is nog niets veranderd. Er zijn reacties bij die al te lezen waren op de site: schrijf eerst op waarom ze weggaan."}
    </p>
    <form method="post" action="/beheer/reacties/" novalidate>
      <FaultSummary faults={faults} problem={null} />
      <input type="hidden" name="state" value={state} />
      <ul class="held">
        {comments.map((comment) => (
          <Choosable comment={comment} isChosen />
        ))}
      </ul>
      <GroundsFields
        values={values}
        faults={faults}
        why="Wie de reactie schreef, leest dit in een mail. Wie hem meldde ook."
      />
      <div class="acts">
        <button name="act" value="reject">
          Haal van de site
        </button>
        <a href={`/beheer/reacties/?stand=${state}`}>Toch niet</a>
      </div>
    </form>
  </AdminFrame>
);
