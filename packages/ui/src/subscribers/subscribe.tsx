import type { Category } from "@ontsecretaressen/domain/article";
import { askHours, categoryField } from "@ontsecretaressen/domain/subscriber";
import {
  Fault,
  type FaultSentences,
  FaultSummary,
  type FormValues,
  HiddenField,
  LineField,
} from "../form/fields.tsx";
import { Notice } from "../page/notice.tsx";
import { Page } from "../page/page.tsx";
import * as styles from "../styles/sheets.ts";
import { namesWords, type Problem, problemSentences } from "../words/site.ts";

export type SubscribePageProps = {
  choices: Category[];
  /** Whether the form was just sent. */
  isAsked: boolean;
  formKey: string;
  values: FormValues;
  faults: FaultSentences;
  problem: Problem | null;
  siteUrl: string;
};

/** Where somebody asks for new articles by email. After a mistake it holds everything that was typed. */
export const SubscribePage = ({
  choices,
  isAsked,
  formKey,
  values,
  faults,
  problem,
  siteUrl,
}: SubscribePageProps) => (
  <Page
    style={styles.form}
    title="Nieuwe artikelen in je mail"
    description="Krijg een mail als er een nieuw artikel op de site staat: over alles, of over wat jij kiest."
    path="/volgen/"
    siteUrl={siteUrl}
  >
    <div class="narrow">
      <h1>Nieuwe artikelen in je mail</h1>
      {isAsked ? (
        <Asked />
      ) : (
        <>
          <p class="lead">
            Staat er een nieuw artikel op de site, dan krijg je een mail. Stoppen kan altijd, met één knop.
          </p>
          <form method="post" action="/api/subscribers" novalidate>
            <FaultSummary faults={faults} problem={problem === null ? null : problemSentences[problem]} />
            <HiddenField name="key" value={formKey} />
            {/* As under an article: who fills it in is a program. */}
            <p hidden>
              <input name="subject" />
            </p>
            <LineField
              name="email"
              type="email"
              values={values}
              faults={faults}
              autocomplete="email"
              why="Alleen hiervoor. Je adres komt nergens anders terecht."
            />
            <CategoryTicks choices={choices} values={values} faults={faults} />
            <button>Mail me nieuwe artikelen</button>
          </form>
          <p class="quiet">
            <a href="/privacy/">Wat we bewaren</a>. Liever een feedlezer? Geef hem{" "}
            <a href="/feed/">het adres van onze feed</a>.
          </p>
        </>
      )}
    </div>
  </Page>
);

const Asked = () => (
  <Notice>
    <h2>Kijk nu in je mail</h2>
    <p>
      Je krijgt een mail van ons. Druk daarin op de knop, dan weten we dat het adres van jou is. Doe dat
      binnen {askHours} uur.
    </p>
    <p>
      Geen mail? Kijk ook bij de ongewenste mail, of <a href="/volgen/">vraag het nog een keer</a>.
    </p>
  </Notice>
);

const CategoryTicks = ({
  choices,
  values,
  faults,
}: {
  choices: Category[];
  values: FormValues;
  faults: FaultSentences;
}) =>
  choices.length === 0 ? null : (
    <fieldset
      id="categories"
      aria-describedby={
        faults["categories"] === undefined ? "categories-uitleg" : "categories-uitleg categories-fout"
      }
    >
      <legend>Waarover?</legend>
      <p class="quiet" id="categories-uitleg">
        Vink niets aan, dan krijg je alles.
      </p>
      {choices.map(({ slug, title }) => (
        <label>
          <input
            type="checkbox"
            name={categoryField(slug)}
            value="on"
            checked={values[categoryField(slug)] === "on"}
          />
          <span>{title}</span>
        </label>
      ))}
      <Fault name="categories" fault={faults["categories"]} />
    </fieldset>
  );

/** Which articles those are, as one says it after "bij elk nieuw artikel". */
export const aboutWords = (categories: Category[] | null): string =>
  categories === null ? "" : ` over ${namesWords(categories.map(({ title }) => title))}`;

/** How somebody hears of new articles, as a sentence. */
export const choiceWords = ({
  categories,
  isStopped,
}: {
  categories: Category[] | null;
  isStopped: boolean;
}): string =>
  isStopped
    ? "Je krijgt geen mail meer over nieuwe artikelen."
    : `Je krijgt een mail bij elk nieuw artikel${aboutWords(categories)}.`;

export type ChoicePageProps = {
  token: string;
  categories: Category[] | null;
  isStopped: boolean;
  choices: Category[];
  /** What was ticked on a form that came back. */
  values: FormValues;
  faults: FaultSentences;
  siteUrl: string;
};

/** What the last link in an email about an article opens: stop, or choose. Looking at it changes nothing. */
export const ChoicePage = ({
  token,
  categories,
  isStopped,
  choices,
  values,
  faults,
  siteUrl,
}: ChoicePageProps) => {
  const chosen = Object.fromEntries((categories ?? []).map(({ slug }) => [categoryField(slug), "on"]));
  const isBack = Object.keys(faults).length > 0;
  return (
    <Page
      style={styles.form}
      title="Mail over nieuwe artikelen"
      description=""
      path="/afmelden/"
      siteUrl={siteUrl}
      isPrivate
    >
      <div class="narrow">
        <h1>Mail over nieuwe artikelen</h1>
        <p class="lead">{choiceWords({ categories, isStopped })}</p>
        {!isStopped && (
          <form method="post" action={`/afmelden/${token}`}>
            <button>Stop hiermee</button>
          </form>
        )}
        <h2>{isStopped ? "Toch weer?" : "Liever iets anders?"}</h2>
        <form method="post" action={`/afmelden/${token}`} novalidate>
          <FaultSummary faults={faults} problem={null} />
          <HiddenField name="act" value="choose" />
          <CategoryTicks choices={choices} values={isBack ? values : chosen} faults={faults} />
          <button class="plain">{isStopped ? "Mail me weer" : "Bewaar mijn keuze"}</button>
        </form>
      </div>
    </Page>
  );
};
