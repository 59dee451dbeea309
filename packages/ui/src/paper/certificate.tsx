import type { Certificate } from "@ontsecretaressen/domain/certificate";
import { dayOf, plainDayOf } from "../words/dates.ts";
import { Page } from "../page/page.tsx";
import { Mark, StonePath } from "../page/stones.tsx";
import * as styles from "../styles/sheets.ts";
import { siteName } from "../words/site.ts";

type Props = { certificate: Certificate; url: string; siteUrl: string };

/** That somebody was there: what anybody sees who is given the address, and a sheet of paper when it is printed. */
export const CertificatePage = ({ certificate, url, siteUrl }: Props) => {
  const { name, step, session, attended, meetings } = certificate;
  return (
    <Page
      style={styles.certificate}
      title={`Bewijs van deelname van ${name}`}
      description=""
      path="/"
      siteUrl={siteUrl}
      isPrivate
    >
      <article class="proof">
        <p class="from">
          <Mark />
          {siteName}
        </p>
        <p class="kind">Bewijs van deelname</p>
        <h1>{name}</h1>
        <p class="what">
          was erbij: <b>{session.title}</b>
        </p>
        <dl>
          <dt>Stap</dt>
          <dd>
            {step.position}. {step.title}
          </dd>
          <dt>Wanneer</dt>
          <dd>{daysOf(attended)}</dd>
          {meetings > 1 && (
            <>
              <dt>Aanwezig</dt>
              <dd>
                {attended.length} van de {meetings} keer
              </dd>
            </>
          )}
          {session.city !== "" && (
            <>
              <dt>Waar</dt>
              <dd>{session.city}</dd>
            </>
          )}
          {session.guides !== "" && (
            <>
              <dt>Begeleid door</dt>
              <dd>{session.guides}</dd>
            </>
          )}
        </dl>
        <StonePath here={step.position} />
        <p class="where">
          Dit bewijs is echt als het op dit adres staat:
          <br />
          <a href={url}>{url}</a>
        </p>
      </article>
      <p class="quiet hint">
        Je kunt dit bewijs afdrukken of als pdf bewaren: kies in je browser voor afdrukken. Wie je het adres
        van deze pagina geeft, ziet hetzelfde.
      </p>
    </Page>
  );
};

/** One day, or from the first to the last. */
function daysOf(walls: readonly string[]): string {
  const [first = "", last = first] = [walls[0], walls.at(-1)];
  return first.slice(0, 10) === last.slice(0, 10)
    ? dayOf(first)
    : `${plainDayOf(first)} tot en met ${plainDayOf(last)}`;
}
