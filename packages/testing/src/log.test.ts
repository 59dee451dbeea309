import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, startHouse } from "./house.ts";

// A line of its own, letters that move a terminal's cursor or colour it, line ends of other kinds, and a turned direction.
const FORGED = '\n{"level":"error","path":"/vals"}\r\u001b[2K\u007f\u0085\u009b2J\u2028\u2029\u202e';
// Whatever a program that shows a log may take for more than a letter.
const MORE_THAN_A_LETTER = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const INSIDE = /node_modules|worker\.js|file:|\/tmp\/|\bat \S+ \(|root:x/u;

let house: House;

beforeAll(async () => {
  house = await startHouse({ content: true });
});

afterAll(() => house.stop());

test("what a stranger sends adds no line to the log, moves nothing in it, and is told nothing of what is inside", async () => {
  const path = encodeURIComponent(FORGED);
  const addresses = [
    "categorie",
    "auteur",
    "tag",
    "inschrijven",
    "mijn",
    "bevestig",
    "bewijs",
    "afmelden",
    "media",
    "beheer/reacties",
  ];
  const typed = {
    name: FORGED,
    email: `n${FORGED}@x.nl`,
    body: FORGED,
    key: FORGED,
    article: FORGED,
    session: FORGED,
  };
  const headers = { "cf-ray": '1","path":"/vals', "user-agent": '{"level":"error"}', accept: "text/html" };
  house.databaseAnswers(500);
  const answers = await Promise.all([
    ...addresses.map((begin) => house.fetch(`/${begin}/x${path}/`, { headers })),
    ...["comments", "signups", "reports", "subscribers"].map((thing) =>
      house.post(`/api/${thing}`, typed, { headers }),
    ),
    house.admin(`comments/${path}/approve`, { method: "POST", headers }),
    house.fetch(`/api/admin/stats${path}`, { headers: { ...headers, authorization: `Bearer ${path}` } }),
  ]);
  house.databaseAnswers(null);
  for (const answer of answers) expect(await answer.text()).not.toMatch(INSIDE);
  const lines = house.logs().map(({ line }) => line);
  const read = lines.map((line) => JSON.parse(line) as { level: string; requestId: string; path: string });
  for (const line of lines) expect(line).not.toMatch(MORE_THAN_A_LETTER);
  for (const { level, requestId, path: where } of read) {
    expect(level).toBe("error");
    expect(requestId).toMatch(/^[\w-]+$/u);
    expect(where).not.toBe("/vals");
  }
  // It did get as far as the log.
  expect(read.filter(({ path: where }) => where.includes("\u009b"))).not.toEqual([]);
});

test.for(["media", "kaart", "feed", "beheer", "api/admin/media"])(
  "an address under /%s/ that climbs to another folder finds nothing, and tells no folder's name",
  async (begin) => {
    for (const climb of [
      "..%2f..%2fetc%2fpasswd",
      "%2e%2e%5c%2e%2e%5cetc%5cpasswd",
      "....//etc/passwd",
      "x%00.webp",
    ]) {
      const answer = await house.fetch(`/${begin}/${climb}`);
      expect(answer.ok || answer.status >= 500).toBe(false);
      expect(await answer.text()).not.toMatch(INSIDE);
    }
  },
);
