import { laterAhead, type SessionView } from "@ontsecretaressen/domain/session";
import { monthWords } from "../words/dates.ts";
import { Page } from "../page/page.tsx";
import { type SessionDate, SessionRows } from "./session-line.tsx";
import * as styles from "../styles/sheets.ts";

export type AgendaPageProps = { sessions: SessionView[]; siteUrl: string; now: string };

/** Every date ahead, month by month, and the way to have them in one's own calendar. */
export const AgendaPage = ({ sessions, siteUrl, now }: AgendaPageProps) => (
  <Page
    style={styles.programme}
    title="Agenda"
    description="Alle data van rondetafels, workshops en intervisie op een rij."
    path="/agenda/"
    siteUrl={siteUrl}
  >
    <div class="months">
      <h1>Agenda</h1>
      <p class="lead intro">
        {sessions.length === 0
          ? "Er staan nu geen data. Zodra er een bij komt, lees je het hier."
          : "Alle data op een rij. De rondetafel is voor iedereen, de andere stappen volgen daarop."}
      </p>
      {monthsOf(datesOf(sessions, now)).map(({ month, dates }) => (
        <section>
          <h2>{capitalised(monthWords(month))}</h2>
          <SessionRows dates={dates} now={now} />
        </section>
      ))}
      <section>
        <h2>In je eigen agenda</h2>
        <p>
          Zet <a href="/agenda.ics">deze agenda</a> bij die van jezelf. Of plak dit adres in je agenda, dan
          komen nieuwe data er vanzelf bij: <span class="when">{siteUrl}/agenda.ics</span>
        </p>
        <p>
          Wil je eerst weten wat de stappen zijn? Kijk dan bij <a href="/programma/">het programma</a>.
        </p>
      </section>
    </div>
  </Page>
);

/** What is to come, soonest first: a series that has begun by its meetings. */
const datesOf = (sessions: SessionView[], now: string): SessionDate[] =>
  sessions
    .flatMap((session): SessionDate[] =>
      session.startsAt > now
        ? [{ session }]
        : laterAhead(session, now).map((meeting) => ({ session, meeting })),
    )
    .toSorted((one, other) => (timesOf(one).startsAt < timesOf(other).startsAt ? -1 : 1));

const timesOf = ({ session, meeting }: SessionDate) => meeting ?? session;

/** Dates by the month on the wall where they are held, in the order they came. */
const monthsOf = (dates: SessionDate[]) =>
  Array.from(
    Map.groupBy(dates, (date) => timesOf(date).startsLocal.slice(0, 7)),
    ([month, itsDates]) => ({ month, dates: itsDates }),
  );

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
