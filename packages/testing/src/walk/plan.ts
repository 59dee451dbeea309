// What organisers do with the steps and their dates.
import type { House } from "../house.ts";
import type { Act, Chance } from "./act.ts";

export function planActs(house: House): Record<string, Act> {
  /** One that is still to come, of one meeting: of others not everything can be changed. */
  async function sessionAhead(chance: Chance) {
    const { rows } = await house.sql.execute({
      sql: `select id, version from sessions where state = 'planned' and starts_at > ?
        and id not in (select session_id from meetings) order by id`,
      args: [new Date().toISOString()],
    });
    return (rows as unknown as { id: string; version: number }[])[chance(rows.length)];
  }

  const change =
    (path: string, json: (turn: number) => object, method = "PUT"): Act =>
    async (chance, turn) => {
      const session = await sessionAhead(chance);
      const headers = { "if-match": `"${session?.version}"` };
      return house.admin(`sessions/${session?.id}${path}`, { method, json: json(turn), headers });
    };

  return {
    plan: (_chance, turn) =>
      house.admin("sessions", {
        json: {
          slug: `gepland-${turn}`,
          step: "rondetafel",
          title: `Gepland ${turn}`,
          startsLocal: `${2060 + turn}-12-01T19:00`,
          endsLocal: `${2060 + turn}-12-01T21:30`,
          place: "Zaal",
          city: "Utrecht",
          capacity: 9,
        },
      }),
    changeSession: change("", (turn) => ({
      title: `Anders genoemd ${turn}`,
      place: "Zaal",
      city: `Stad ${turn}`,
    })),
    ask: change("/questions", (turn) => ({ questions: [{ kind: "text", label: `Wat ${turn}?` }] })),
    makeRoom: change("/capacity", (turn) => ({ capacity: 50 + turn })),
    move: change(
      "/move",
      (turn) => ({ startsLocal: `${2060 + turn}-11-02T10:00`, endsLocal: `${2060 + turn}-11-02T12:00` }),
      "POST",
    ),
    callOff: change("/cancel", (turn) => ({ reason: `Door omstandigheden ${turn}.` }), "POST"),
    async changeStep(_chance, turn) {
      const { rows } = await house.sql.execute("select version from steps where slug = 'workshops'");
      const json = { title: `Werkplaats ${turn}`, summary: "Kort.", body: "**Doen**" };
      const headers = { "if-match": `"${Number(rows[0]?.["version"])}"` };
      return house.admin("steps/workshops", { method: "PUT", json, headers });
    },
  };
}
