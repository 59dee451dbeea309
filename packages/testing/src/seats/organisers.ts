import type { Act } from "@ontsecretaressen/db/audit";
import type { OfferMoment } from "@ontsecretaressen/db/seats/offer";
import {
  cancelSession,
  changeCapacity,
  moveSession,
  type WhichSession,
} from "@ontsecretaressen/db/sessions/change";
import { planSession } from "@ontsecretaressen/db/sessions/write";
import { cancelByHand, moveByHand, offerSeatByHand } from "@ontsecretaressen/db/signups/by-hand";
import { attend, openStep, shutStep, unattend } from "@ontsecretaressen/db/steps/open";
import type { Admin } from "@ontsecretaressen/domain/admin";
import { utcToWall, wallToUtc } from "@ontsecretaressen/domain/session";
import { HOUR, type SeatAct, type Walker } from "./walker.ts";

const ADMIN: Admin = { id: "tok_1", name: "Petra", roles: ["owner"], endsAt: null };
const ZONE = "Europe/Amsterdam";

type ActOfOrganiser = OfferMoment & Act & { emailId: string };

/** What organisers do with sessions, and with the seats of others. */
export function actsOfOrganisers(walker: Walker): Record<string, SeatAct> {
  const { db, find, sessions, chance, upTo, id, clock, after, moment, maybeTwice } = walker;
  const { address, someSession, someSignup } = walker;

  const by = (): ActOfOrganiser => {
    const at = moment();
    return { ...at, at: at.now, auditId: id("aud"), emailId: id("eml"), admin: ADMIN, key: null };
  };

  /** Times on the wall, some days from now; now and then of two meetings. */
  function times(soonest: number, latest: number) {
    const wallOf = (ms: number) => utcToWall(new Date(ms), ZONE);
    const meeting = (start: number, position: number) => {
      const [startsLocal, endsLocal] = [wallOf(start), wallOf(start + 2 * HOUR)];
      const [startsAt, endsAt] = [wallToUtc(startsLocal, ZONE), wallToUtc(endsLocal, ZONE)];
      return { position, startsLocal, endsLocal, startsAt, endsAt };
    };
    const start = clock() + (soonest + upTo(latest)) * HOUR;
    const { position: _, ...first } = meeting(start, 1);
    return { ...first, later: chance() < 0.7 ? [] : [meeting(start + (20 + upTo(60)) * HOUR, 2)] };
  }

  /** Lets an organiser do something with one of these sessions. */
  async function organise(act: (which: WhichSession, as: ActOfOrganiser) => Promise<unknown>) {
    const [which] = await find<WhichSession>("select id, version from sessions where id = ?", someSession());
    if (which === undefined) return false;
    const as = by();
    return maybeTwice(() => act(which, as));
  }

  async function withSomebody(
    states: string[],
    act: (signupId: string, as: ActOfOrganiser) => Promise<unknown>,
  ) {
    const signupId = await someSignup(...states);
    const as = by();
    return maybeTwice(() => act(signupId, as));
  }

  /** Does something to the first that a question finds. */
  async function withFound(
    question: string,
    args: (string | number)[],
    act: (id: string, as: ActOfOrganiser) => Promise<unknown>,
  ) {
    const [found] = await find<{ id: string }>(question, ...args);
    if (found === undefined) return false;
    const as = by();
    return maybeTwice(() => act(found.id, as));
  }

  return {
    async plan() {
      const slug = id("ses");
      const row = {
        id: slug,
        slug,
        step: chance() < 0.7 ? "rondetafel" : "workshops",
        title: "Proef",
        summary: "",
        timeZone: ZONE,
        place: "",
        address: "",
        city: "",
        guides: "",
        capacity: 3 + upTo(5),
        notes: "",
        onlineUrl: null,
        opensAt: null,
        closesAt: null,
        priceCents: undefined,
        payment: "",
        questions: [],
        ...times(48, 200),
      };
      sessions.push(slug);
      if (sessions.length > 3) sessions.shift();
      const as = by();
      return maybeTwice(() => planSession(db, row, as));
    },
    capacity: () => organise((which, as) => changeCapacity(db, which, 1 + upTo(9), as)),
    moveSession: () => organise((which, as) => moveSession(db, which, times(3, 200), as)),
    async callOff() {
      return chance() < 0.4 && organise((which, as) => cancelSession(db, which, "Ziek", as));
    },
    /** One seat comes free for a party that needs more, so that there is one to offer by hand. */
    async offerByHand() {
      const [found] = await find<WhichSession & { signup: string; taken: number }>(
        `select min(g.id) as signup, s.id, s.version, (select count(*) from signups t where t.session_id = s.id
            and t.state in ('confirmed', 'held', 'offered')) as taken
          from signups g join sessions s on s.id = g.session_id where g.state = 'waiting' and g.confirmed_at is not null
            and s.state = 'planned' and s.starts_at > ? and s.step_id = 'stp_1' and s.id in (select value from json_each(?)) group by g.session_id, g.line having count(*) > 1
          order by s.id, g.line limit 1`,
        after(3 * HOUR),
        JSON.stringify(sessions),
      );
      if (found === undefined) return false;
      await changeCapacity(db, found, found.taken + 1, by());
      const as = by();
      return maybeTwice(() => offerSeatByHand(db, found.signup, as, as));
    },
    cancelByHand: () =>
      withSomebody(["held", "confirmed", "offered", "waiting"], (signup, as) =>
        cancelByHand(db, signup, as, as),
      ),
    async moveByHand() {
      const to = someSession();
      return withSomebody(["held", "confirmed"], (signup, as) =>
        moveByHand(db, { id: signup, to, emailId: as.emailId }, as, as),
      );
    },
    async attend() {
      const soon = after(12 * HOUR);
      return withFound(
        `select g.id from signups g join sessions s on s.id = g.session_id where s.state = 'planned' and s.starts_at <= ?
          and g.state not in ('cancelled', 'expired') order by s.starts_at desc, g.id limit 1 offset ?`,
        [soon, upTo(4)],
        (signupId, as) => attend(db, { signupId, meeting: 1 }, { ...as, soon }),
      );
    },
    unattend: () =>
      withFound("select signup_id as id from attendances order by at desc, id limit 1", [], (signupId, as) =>
        unattend(db, { signupId, meeting: 1 }, as),
      ),
    openStep: () =>
      withFound("select id from people where email_key = ?", [address()], (personId, as) =>
        openStep(db, { personId, step: "workshops", reason: "" }, as),
      ),
    shutStep: () =>
      withFound("select person_id as id from openings order by at desc, id limit 1", [], (personId, as) =>
        shutStep(db, { personId, step: "workshops" }, as),
      ),
  };
}
