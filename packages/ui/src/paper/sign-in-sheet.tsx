import { comers, type SessionPeople } from "@ontsecretaressen/domain/session-people";
import { briefDayOf, whenOf } from "../words/dates.ts";
import { Page } from "../page/page.tsx";
import * as styles from "../styles/sheets.ts";

const EMPTY_ROWS = 4;
const NOTHING_YET = "\u00a0";

// No addresses and no answers: everybody at the door sees this sheet.
/** The list that people sign at the door, to be printed. A series has a column for each of its meetings. */
export const SignInSheet = ({ of, siteUrl }: { of: SessionPeople; siteUrl: string }) => {
  const { session, meetings } = of;
  const isSeries = meetings.length > 1;
  const people = comers(of);
  return (
    <Page
      style={styles.signInSheet}
      title={`Presentielijst: ${session.title}`}
      description=""
      path="/"
      siteUrl={siteUrl}
      isPrivate
    >
      <div class={isSeries ? "sheet wide" : "sheet"}>
        <p class="kind">Presentielijst</p>
        <h1>{session.title}</h1>
        <p class="when">
          {meetings.slice(0, 1).map(whenOf)}
          {isSeries && ` en ${meetings.length - 1} keer daarna`}
          <br />
          {session.place}
          {session.guides !== "" && `, met ${session.guides}`}
        </p>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span class="skip">Nummer</span>
              </th>
              <th scope="col">Naam</th>
              {isSeries ? (
                meetings.map(({ startsLocal }) => (
                  <th scope="col" class="sign">
                    {briefDayOf(startsLocal)}
                  </th>
                ))
              ) : (
                <th scope="col" class="sign">
                  Handtekening
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {people.map((person, index) => (
              <Row number={index + 1} {...person} signs={meetings.length} />
            ))}
            {Array.from({ length: EMPTY_ROWS }, (_, index) => (
              <Row
                number={people.length + index + 1}
                name=""
                organisation=""
                absent={[]}
                signs={meetings.length}
              />
            ))}
          </tbody>
        </table>
        <p class="quiet">
          {people.length === 1 ? "1 deelnemer" : `${people.length} deelnemers`}. Ben je er en staat je naam er
          niet bij? Schrijf hem dan onderaan erbij.
        </p>
      </div>
    </Page>
  );
};

type RowProps = { number: number; name: string; organisation: string; absent: number[]; signs: number };

const Row = ({ number, name, organisation, absent, signs }: RowProps) => (
  <tr>
    <td>{number}</td>
    {name === "" ? (
      <td>{NOTHING_YET}</td>
    ) : (
      <th scope="row">
        {name}
        {organisation !== "" && <span>{organisation}</span>}
      </th>
    )}
    {Array.from({ length: signs }, (_, index) => (
      <td class="sign">{absent.includes(index + 1) ? "afgemeld" : NOTHING_YET}</td>
    ))}
  </tr>
);
