import { type Colleague, holdHours } from "@ontsecretaressen/domain/signup";
import { type FaultSentences, FaultSummary, type FormValues, HiddenField, TextField } from "./fields.tsx";
import { Notice } from "../page/notice.tsx";

type ColleaguesProps = {
  token: string;
  colleagues: Colleague[];
  canRelease: boolean;
  /** Whether she comes here from bringing them. */
  isNews: boolean;
};

/** Whom she brought, who of them confirmed, and a button to take back who did not while `canRelease`. */
export const Colleagues = ({ token, colleagues, isNews, ...props }: ColleaguesProps) => {
  const canRelease = props.canRelease && colleagues.some(({ isConfirmed }) => !isConfirmed);
  if (colleagues.length === 0 && !isNews) return null;
  return (
    <section id="collegas">
      <h2>Je collega’s</h2>
      {isNews && (
        <Notice>
          <p>
            We sturen je collega’s een mail. Daarin staat of er plek is. Ieder bevestigt zelf, binnen{" "}
            {holdHours} uur.
          </p>
        </Notice>
      )}
      {colleagues.length > 0 && (
        <form method="post" action={`/bevestig/${token}`}>
          <ul>
            {colleagues.map(({ id, email, isConfirmed }) => (
              <li>
                <p id={id}>
                  {isConfirmed ? `${email} heeft bevestigd.` : `${email} kreeg een mail van ons.`}
                </p>
                {canRelease && !isConfirmed && (
                  <p>
                    <button class="plain" name="release" value={id} aria-describedby={id}>
                      Meld deze collega af
                    </button>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </form>
      )}
      {canRelease && (
        <p class="quiet">
          Meld je een collega af, dan gaat de plek naar iemand anders. Wie bevestigde, meldt zich zelf af.
        </p>
      )}
    </section>
  );
};

export type BringProps = {
  values: FormValues;
  faults: FaultSentences;
  problem: string | null;
  formKey: string;
  /** Whether she came here for this. */
  isAsked: boolean;
};

/** Where she who comes herself types whom she brings. It is open for who came for it, and when something must be mended. */
export const BringColleagues = (props: BringProps & { token: string; session: string }) => {
  const { token, session, values, faults, problem, formKey, isAsked } = props;
  return (
    <details id="meenemen" open={isAsked || problem !== null || Object.keys(faults).length > 0}>
      <summary>Neem een collega mee</summary>
      <form method="post" action={`/bevestig/${token}`} novalidate>
        <FaultSummary faults={faults} problem={problem} />
        <HiddenField name="session" value={session} />
        <HiddenField name="key" value={formKey} />
        <TextField
          name="together"
          label="Wie neem je mee?"
          values={values}
          faults={faults}
          why="Zet hier hun e-mailadressen. Ieder krijgt een mail en bevestigt zelf. Is er geen plek meer voor hen allemaal, dan komen ze op de wachtlijst, achter wie al wacht."
        />
        <button class="plain" name="act" value="bring">
          Nodig ze uit
        </button>
      </form>
    </details>
  );
};
