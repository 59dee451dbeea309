import { sayAbsence } from "@ontsecretaressen/db/sessions/absences";
import { releaseColleague } from "@ontsecretaressen/db/signups/colleagues";
import { erasePerson } from "@ontsecretaressen/db/people/erase";
import { confirmSignup, declineSignup } from "@ontsecretaressen/db/signups/act";
import { insertParty, type NewParty } from "@ontsecretaressen/db/signups/post";
import { exchangeForWish } from "@ontsecretaressen/db/signups/exchange";
import { HOUR, type SeatAct, type Walker } from "./walker.ts";

const details = { name: "Collega", organisation: "", role: "" };

function newParty({ chance, upTo, id, address, someSession, after }: Walker): NewParty {
  const many = chance() < 0.5 ? 1 : 2 + (chance() < 0.9 ? upTo(3) : upTo(7));
  const [first = "", ...rest] = new Set(Array.from({ length: many }, address));
  const member = (email: string, name = "") => ({
    id: id("sgn"),
    personId: id("per"),
    emailId: id("eml"),
    name,
    email,
    emailKey: email,
  });
  return {
    members: [member(first, "Noor"), ...rest.map((email) => member(email))],
    againEmailId: id("eml"),
    session: someSession(),
    organisation: "",
    role: "",
    note: "",
    answers: [],
    submission: id("sub"),
    rates: [],
    now: after(0),
    heldUntil: after(48 * HOUR),
    notSince: after(-HOUR / 6),
  };
}

/** What people do with their own seats. */
export function actsOfPeople(walker: Walker): Record<string, SeatAct> {
  const { db, find, chance, upTo, id, address, after, moment, maybeTwice, someSignup } = walker;
  const claimOf = async (...states: string[]) => ({ id: await someSignup(...states), version: 1 });

  async function signUp(): Promise<boolean> {
    const party = newParty(walker);
    let kept = false;
    await maybeTwice(async () => {
      kept = (await insertParty(db, party)).kept !== null;
    });
    return kept;
  }

  return {
    signUp,
    async confirm() {
      const by = { ...moment(), claim: await claimOf("held", "waiting", "expired"), details };
      return maybeTwice(() => confirmSignup(db, by));
    },
    /** From her own page: she is not one of those whom she names, but may be. */
    async bring() {
      const by = await claimOf("held", "confirmed", "offered", "waiting");
      const [found] = await find<{ session: string }>(
        "select session_id as session from signups where id = ?",
        by.id,
      );
      if (found === undefined) return false;
      const party = { ...newParty(walker), ...found };
      let kept = false;
      await maybeTwice(async () => {
        kept = (await insertParty(db, party, { by })).kept !== null;
      });
      return kept;
    },
    /** Who mistyped her address; the right one may have a signup as well. */
    async correct() {
      const instead = await someSignup("held", "waiting");
      const [found] = await find<{ session: string }>(
        "select session_id as session from signups where id = ?",
        instead,
      );
      if (found === undefined) return false;
      const { members, ...party } = { ...newParty(walker), ...found };
      const corrects = { instead, at: moment() };
      await maybeTwice(() => insertParty(db, { ...party, members: [members[0]] }, { corrects }));
      return true;
    },
    /** One after another, as in an office where everybody reads her mail. */
    async confirmAll() {
      const party = await find<{ id: string }>(
        "select id from signups where party_id = (select party_id from signups where id = ?) order by id",
        await someSignup("held", "waiting"),
      );
      for (const { id } of party)
        await confirmSignup(db, { ...moment(), claim: { id, version: 1 }, details });
      return party.length > 0;
    },
    /** Somebody takes the seat that another's hold just lost, who confirms it in time by the clock of a Worker that is behind. */
    async confirmInTimeElsewhere() {
      const [kept] = await find<{ id: string; session: string; until: string }>(
        `select id, session_id as session, iif(state = 'held', held_until, offer_until) as until from signups
          where state in ('held', 'offered') and session_id in (select value from json_each(?)) order by until, id limit 1`,
        JSON.stringify(walker.sessions),
      );
      const end = Date.parse(kept?.until ?? "");
      if (kept === undefined || end < walker.clock()) return false;
      walker.pass(end - walker.clock() + 1000);
      walker.useClock(0);
      await insertParty(db, { ...newParty(walker), session: kept.session });
      walker.useClock(2000);
      return maybeTwice(() =>
        confirmSignup(db, { ...moment(), claim: { id: kept.id, version: 1 }, details }),
      );
    },
    async confirmWithoutConsent() {
      const by = { ...moment(), claim: await claimOf("held", "waiting"), details: null };
      return maybeTwice(() => confirmSignup(db, by));
    },
    async accept() {
      const by = { ...moment(), claim: await claimOf("offered"), details };
      return maybeTwice(() => confirmSignup(db, by));
    },
    async decline() {
      const by = { ...moment(), claim: await claimOf("held", "offered", "waiting") };
      return maybeTwice(() => declineSignup(db, by));
    },
    async cancel() {
      const by = { ...moment(), claim: await claimOf("confirmed") };
      return maybeTwice(() => declineSignup(db, by));
    },
    async sayAbsence() {
      const by = { claim: await claimOf("confirmed"), meeting: 2, isAbsent: chance() < 0.7, now: after(0) };
      return maybeTwice(() => sayAbsence(db, by));
    },
    async wishInstead() {
      const by = { ...moment(), claim: await claimOf("held", "waiting"), wishId: id("wsh") };
      return maybeTwice(() => exchangeForWish(db, by));
    },
    async release() {
      const [found] = await find<{ id: string; maker: string }>(
        `select b.id, b.by_id as maker from brought b join signups f on f.id = b.by_id
          where f.confirmed_at is not null and b.released_at is null order by b.id desc limit 1 offset ?`,
        upTo(5),
      );
      const by = { ...moment(), claim: { id: found?.maker ?? "", version: 1 }, colleague: found?.id ?? "" };
      return maybeTwice(() => releaseColleague(db, by));
    },
    async erase() {
      const [person] = await find<{ id: string }>("select id from people where email_key = ?", address());
      if (person === undefined) return false;
      const by = { ...moment(), emailId: id("eml"), auditId: id("aud") };
      return maybeTwice(() => erasePerson(db, person.id, by));
    },
  };
}
