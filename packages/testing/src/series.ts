import type { ListedSession } from "@ontsecretaressen/domain/admin-answers";
import { expect } from "vitest";
import type { House, Mail } from "./house.ts";
import { readJson } from "./read-json.ts";
import type { Signers } from "./signers.ts";

/** The wall times of a meeting on this day. */
export const evening = (day: string) => ({ startsLocal: `${day}T19:00`, endsLocal: `${day}T21:30` });

/** The meetings of a series of four that are over, and those that are to come. */
export const WAS = ["2026-01-13", "2026-02-10"].map(evening);
export const AHEAD = ["2090-05-11", "2090-06-15"].map(evening);

/** `sure` is the email of who comes, `waiting` the address of who waited in vain. */
export type BegunSeries = { slug: string; id: string; sure: Mail; waiting: string };

/** A series of four with one seat, of which two are over. */
export async function beginSeries(house: House, people: Signers): Promise<BegunSeries> {
  const [first, second] = ["2090-03-11", "2090-04-11"].map(evening);
  const slug = await people.plan(1, { ...first, later: [second, ...AHEAD] });
  const sure = await people.confirm(await people.signUp(slug));
  const waiting = `wacht-${people.fresh()}@voorbeeld.nl`;
  await people.send(slug, { email: waiting });
  expect((await house.post(await people.linkTo(waiting), {})).status).toBe(303);
  const { id } = await readJson<ListedSession>(house.admin(`sessions/${slug}`));
  const times = "starts_local = ?, ends_local = ?, starts_at = ?, ends_at = ?";
  const begin = (where: string, { startsLocal, endsLocal }: ReturnType<typeof evening> = evening("")) => {
    const [startsAt, endsAt] = [
      `${startsLocal.slice(0, 11)}18:00:00.000Z`,
      `${endsLocal.slice(0, 11)}20:30:00.000Z`,
    ];
    return {
      sql: `update ${where}`.replace("set", `set ${times}`),
      args: [startsLocal, endsLocal, startsAt, endsAt, id],
    };
  };
  await house.sql.batch(
    [
      begin("sessions set where id = ?", WAS[0]),
      begin("meetings set where session_id = ? and position = 2", WAS[1]),
    ],
    "write",
  );
  return { slug, id, sure, waiting };
}
