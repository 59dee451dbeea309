import { expect } from "vitest";
import type { House } from "./house.ts";
import { asForm, type Signers } from "./signers.ts";

type Row = Awaited<ReturnType<Signers["rows"]>>[number];

/** A browser that sent the sign-up form, and can correct the address in it. */
type Corrector = {
  answer: Response;
  /** What it holds. */
  browser: { cookie: string };
  correct(to: string): Promise<Response>;
  /** The page on which it corrects. */
  page(): Promise<string>;
};

/** People who mistype their address; each is another one, so that tests don't meet. */
export type Correctors = {
  address(): string;
  typed(session: string, email: string, change?: Record<string, unknown>): Promise<Corrector>;
  /** The signups of a session that nobody took back. */
  alive(session: string): Promise<Row[]>;
  /** Holds that no invariant is broken. */
  isSound(): Promise<void>;
};

const cookieOf = (answer: Response) => (answer.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";

export function correctorsOf(house: House, people: Signers): Correctors {
  return {
    address: () => `wim${people.fresh()}@voorbeeld.nl`,
    async typed(session, email, change = {}) {
      const answer = await house.post(
        "/api/signups",
        asForm(people.fields(session, { email, consent: "on", ...change })),
      );
      const browser = { cookie: cookieOf(answer) };
      const asHers = () => ({ headers: { cookie: browser.cookie } });
      return {
        answer,
        browser,
        async correct(to) {
          const corrected = await house.post("/mijn/adres/", { email: to }, asHers());
          browser.cookie = cookieOf(corrected) || browser.cookie;
          return corrected;
        },
        page: async () => (await house.fetch("/mijn/adres/", asHers())).text(),
      };
    },
    alive: async (session) =>
      (await people.rows(session)).filter(({ state }) => !["cancelled", "expired"].includes(state)),
    async isSound() {
      const checked = await house.admin("invariants");
      expect(await checked.json()).toMatchObject({ broken: [] });
    },
  };
}
