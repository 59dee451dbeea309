import { laterAhead, type SessionView } from "@ontsecretaressen/domain/session";
import type { OwnSignup } from "@ontsecretaressen/domain/signup";
import { whenOf } from "../words/dates.ts";

/** Whether she may say of a later meeting of a series that she won't be there, and keep her seat. */
export const canBeAbsent = ({ session, state }: OwnSignup<SessionView>, now: string): boolean =>
  state === "confirmed" && !session.isCancelled && laterAhead(session, now).length > 0;

type Props = { token: string; signup: OwnSignup<SessionView>; now: string };

/** The later meetings of a series, each with a button that says that she won't be at that one, or will after all. */
export const Absences = ({ token, signup, now }: Props) =>
  !canBeAbsent(signup, now) ? null : (
    <section id="keren">
      <h2>Kun je een keer niet?</h2>
      <p>Zeg het hier. Je houdt je plek in de groep, en wij wachten die keer niet op je.</p>
      {signup.absences.length > 0 && (
        <p>
          Volg je <a href="/mijn/">je bijeenkomsten in je agenda</a>? Dan gaat die keer daar vanzelf uit.
          Zette je hem er zelf in met onze mail, haal hem er dan ook zelf uit.
        </p>
      )}
      <form method="post" action={`/bevestig/${token}`}>
        <ul>
          {laterAhead(signup.session, now).map((meeting) => (
            <Meeting {...meeting} isAbsent={signup.absences.includes(meeting.position)} />
          ))}
        </ul>
      </form>
    </section>
  );

type MeetingProps = { position: number; startsLocal: string; endsLocal: string; isAbsent: boolean };

const Meeting = ({ position, isAbsent, ...times }: MeetingProps) => (
  <li>
    <p id={`keer-${position}`}>
      Keer {position}, {whenOf(times)}.{isAbsent && <b> Je komt niet.</b>}
    </p>
    <p>
      <button
        class="plain"
        name={isAbsent ? "present" : "absent"}
        value={position}
        aria-describedby={`keer-${position}`}
      >
        {isAbsent ? "Ik kom toch" : "Ik kom die keer niet"}
      </button>
    </p>
  </li>
);
