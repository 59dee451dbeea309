import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let id: string;

beforeAll(async () => {
  house = await startHouse({ content: true });
  ({ id } = await readJson<{ id: string }>(
    house.admin("sessions", {
      json: {
        slug: "lijst",
        step: "rondetafel",
        title: "Rondetafel in april",
        startsLocal: "2090-04-11T19:00",
        endsLocal: "2090-04-11T21:30",
        place: "De Zaal",
        city: "Utrecht",
        capacity: 2,
      },
    }),
  ));
  const people = [
    ["Noor", "=cmd|'/c calc'!A1"],
    ["Zoë", ""],
    ["Bo", "Ik kom met de trein"],
  ];
  for (const [name = "", note = ""] of people) {
    const email = `${name === "Zoë" ? "zoe" : name.toLowerCase()}@voorbeeld.nl`;
    const json = { session: "lijst", name, email, note, organisation: "ProRail", consent: true, key: email };
    await house.fetch("/api/signups", { json });
  }
  await house.sql.batch(
    [
      `update signups set state = 'confirmed', confirmed_at = signed_up_at where session_id = '${id}' and name <> 'Bo'`,
      `insert into questions values ('qst_1', '${id}', 1, 'diet', 'Eet je iets niet?', '[]', 0, null)`,
      `insert into answers select id, 'qst_1', 'Geen noten' from signups where session_id = '${id}' and name = 'Zoë'`,
      `insert into attendances select id, 1, '2090-04-11', 'tok' from signups where session_id = '${id}' and name = 'Zoë'`,
    ],
    "write",
  );
});

afterAll(() => house.stop());

describe("who comes to a session", () => {
  test("is a file for a spreadsheet, in which nothing is a formula", async () => {
    const answer = await house.admin(`sessions/${id}/people.csv`);
    expect(answer.headers.get("content-type")).toContain("text/csv");
    expect(answer.headers.get("content-disposition")).toContain("deelnemers.csv");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head = "", bo = "", noor = "", zoe = "", ...others] = bytes
      .toString("utf8")
      .trimEnd()
      .split("\r\n");
    expect(others).toEqual([]);
    expect(head).toContain('"Eet je iets niet?";"Aanwezig dinsdag 11 april 2090"');
    expect(bo).toMatch(/"Bo";"bo@voorbeeld.nl";"ProRail";"";"wachtlijst";"1";"";"Ik kom met de trein"/u);
    expect(noor).toContain(`"'=cmd|'/c calc'!A1"`);
    expect(zoe).toContain('"Geen noten";"ja"');
  });

  test.for(["sign-in-sheet", "badges"])("is on the %s, without addresses or who only waits", async (name) => {
    const answer = await house.admin(`sessions/${id}/${name}`);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    const body = (await answer.text()).replace(/^[\s\S]*<main/u, "");
    expect(body).toMatch(/Noor[\s\S]*Zoë/u);
    expect(body).not.toMatch(/@voorbeeld|>Bo<|noten/u);
  });

  test.for(["people.csv", "sign-in-sheet", "badges"])("is for organisers alone: %s", async (name) => {
    expect((await house.fetch(`/api/admin/sessions/${id}/${name}`)).status).toBe(401);
    const { token } = await readJson<{ token: string }>(
      house.admin("tokens", { json: { name: "Redacteur", roles: ["editor"] } }),
    );
    const headers = { authorization: `Bearer ${token}` };
    expect((await house.fetch(`/api/admin/sessions/${id}/${name}`, { headers })).status).toBe(403);
    expect((await house.admin(`sessions/ses_x/${name}`)).status).toBe(404);
  });

  test("is led to by the workplace, for who signed in there and nobody else", async () => {
    const signedIn = await house.post("/beheer/inloggen", { token: house.adminToken });
    const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
    const home = await (await house.fetch("/beheer/", { headers: { cookie } })).text();
    const paths = [...home.matchAll(/href="(\/beheer\/bijeenkomsten\/[^"]+)"/gu)].map(
      ([, path = ""]) => path,
    );
    const ours = paths.filter((path) => path.includes(id));
    expect(ours).toHaveLength(3);
    for (const path of ours) {
      const answer = await house.fetch(path, { headers: { cookie } });
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
      expect(await answer.text()).toContain("Noor");
      expect((await house.fetch(path)).headers.get("location")).toBe("/beheer/inloggen");
    }
    const nothing = `/beheer/bijeenkomsten/${id}/reminders`;
    expect((await house.fetch(nothing, { headers: { cookie } })).status).toBe(404);
  });
});
