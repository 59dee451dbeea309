import { expect } from "vitest";
import type { House, Mail } from "./house.ts";

type Row = { id: string; state: string; email: string; line: number | null; emails: number };

/** Sessions to sign up for, and people who do. Each is another one, so that tests don't meet. */
export type Signers = {
  /** A number that was not given before. */
  fresh(): number;
  /** A session of its own, ahead of today; answers its slug. */
  plan(capacity: number, change?: Record<string, unknown>): Promise<string>;
  /** What a new person fills in for a session. */
  fields(session: string, change?: Record<string, unknown>): Record<string, unknown>;
  send(session: string, change?: Record<string, unknown>): Promise<Response>;
  /** The signups of a session in the order in which they came, each with how many emails it got. */
  rows(session: string): Promise<Row[]>;
  /** Signs a new person up, and answers the email that came of it. */
  signUp(session: string): Promise<Mail>;
  /** Presses the button of such an email, and answers the email that comes of that. */
  confirm(mail: Mail): Promise<Mail>;
  /** The path of the link in the newest email to an address, or of one that says something. */
  linkTo(email: string, path?: "bevestig" | "mijn", says?: RegExp): Promise<string>;
};

export function signersOf(house: House): Signers {
  let turn = 0;
  const fresh = () => (turn += 1);

  function fields(session: string, change: Record<string, unknown> = {}): Record<string, unknown> {
    const email = `noor-${fresh()}@voorbeeld.nl`;
    return { session, name: "Noor", email, consent: true, key: `key-${fresh()}`, ...change };
  }

  return {
    fresh,
    async plan(capacity, change = {}) {
      const slug = `proef-${fresh()}`;
      const answer = await house.admin("sessions", {
        json: {
          slug,
          step: "rondetafel",
          title: "Proef",
          startsLocal: "2090-04-11T19:00",
          endsLocal: "2090-04-11T21:30",
          place: "Zaal 1",
          city: "Utrecht",
          capacity,
          ...change,
        },
      });
      expect(answer.status).toBe(201);
      return slug;
    },
    fields,
    send: (session, change = {}) => house.fetch("/api/signups", { json: fields(session, change) }),
    async signUp(session) {
      const email = `noor-${fresh()}@voorbeeld.nl`;
      const answer = await house.fetch("/api/signups", { json: fields(session, { email }) });
      expect(answer.status).toBe(201);
      return house.waitForMail(({ to }) => to.includes(email));
    },
    async confirm(mail) {
      const answer = await house.post(new URL(linkIn(mail)).pathname, {});
      expect(answer.status).toBe(303);
      return house.waitForMail(({ id, to }) => to[0] === mail.to[0] && id !== mail.id);
    },
    async rows(session) {
      const found = await house.sql.execute({
        sql: `select g.id, g.state, g.email, g.line, (select count(*) from emails e where e.signup_id = g.id) as emails
          from signups g join sessions s on s.id = g.session_id where s.slug = ? order by g.rowid`,
        args: [session],
      });
      return JSON.parse(JSON.stringify(found.rows));
    },
    async linkTo(email, path = "bevestig", says = /./u) {
      const found = new RegExp(`/${path}/[\\w.-]+`, "u");
      const mail = await house.waitForMail(
        (sent) => sent.to.includes(email) && found.test(sent.text ?? "") && says.test(sent.text ?? ""),
      );
      return found.exec(mail.text ?? "")?.[0] ?? "";
    },
  };
}

/** The address that an email leads to: of a signup, or of a person's own page. */
export const linkIn = (mail: Mail): string =>
  /https?:\S+\/(?:bevestig|mijn)\/\S+/u.exec(mail.text ?? "")?.[0] ?? "";

/** What a browser sends of such fields. */
export const asForm = (fields: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value === true ? "on" : String(value)]),
  );

/** How many of some signups stand so. */
export const stateCount = (list: { state: string }[], state: string): number =>
  list.filter((row) => row.state === state).length;
