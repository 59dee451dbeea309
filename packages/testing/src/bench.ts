// How fast it is, beside a Worker that only gives a fixed text: in one run, in one harness, so that the ratio holds on
// any machine. Prints a table; it judges nothing.
import { fixedWorker } from "@ontsecretaressen/infra/local/workers";
import { type House, startHouse } from "./house.ts";
import { lightClient } from "./light-client.ts";
import { readJson } from "./read-json.ts";

const ROUNDS = 5;
const ASKS = 300;

type Subject = { name: string; ask: (turn: number) => Promise<number>; atOnce?: number };

const house = await startHouse({ content: true, uncounted: true });
const kept = await startHouse({ content: true, edge: true, uncounted: true });
const fixed = await fixedWorker("x".repeat(20_000));

const client = lightClient();
const get = ({ url }: Pick<House, "url">, path = "/") => client(new URL(path, url));
const post = (path: string, json: object) => client(new URL(path, house.url), json);

const article = "/waarom-de-secretaresse-30-niet-bestaat/";
// One session takes a thousand signups an hour.
const SESSIONS = 8;
for (let count = 0; count < SESSIONS; count += 1) {
  const times = { startsLocal: "2090-04-11T19:00", endsLocal: "2090-04-11T21:30" };
  const about = {
    slug: `proef-${count}`,
    step: "rondetafel",
    title: "Proef",
    place: "Zaal 1",
    city: "Utrecht",
  };
  await house.admin("sessions", { json: { ...about, ...times, capacity: 20 } });
}

const signUp = (turn: number) =>
  post("/api/signups", {
    session: `proef-${turn % SESSIONS}`,
    name: "Noor",
    email: `n${turn}@x.nl`,
    consent: true,
    key: String(turn),
  });

const comment = (turn: number, email: string) =>
  post("/api/comments", {
    article: article.slice(1, -1),
    name: "Noor",
    email,
    body: `Reactie ${turn}`,
    key: String(turn),
  });

/** A text with so many comments under it, every third an answer to one before; answers its address. */
async function talkedAbout(comments: number): Promise<string> {
  const slug = `gesprek-${comments}`;
  const json = { slug, title: `Gesprek van ${comments}`, body: "Zin.", authors: ["redactie"] };
  const { id } = await readJson<{ id: string }>(house.admin("articles", { json }));
  await house.admin(`articles/${id}/publish`, { method: "POST", headers: { "if-match": '"1"' } });
  const said =
    "Wat een mooi stuk. Bij ons noemen ze het nog steeds het secretariaat, en dat zal wel zo blijven.";
  const at = new Date().toISOString();
  const statements = Array.from({ length: comments }, (_, index) => ({
    sql: `insert into comments (id, article_id, parent_id, number, name, body, body_html, wants_notice, state, submission,
        posted_at, judged_at) values (?, ?, ?, ?, ?, ?, ?, 0, 'visible', ?, ?, ?)`,
    args: [
      `cmt_${comments}x${index}`,
      id,
      index % 3 === 2 ? `cmt_${comments}x${index - 1}` : null,
      index + 1,
      `Naam ${index % 40}`,
      said,
      `<p>${said}</p>`,
      `${slug} ${index}`,
      at,
      at,
    ],
  }));
  await house.sql.batch(statements, "write");
  return `/${slug}/`;
}

const [fifty, thousand] = [await talkedAbout(50), await talkedAbout(1000)];

const subjects: Subject[] = [
  { name: "fixed text of 20 kB", ask: () => get(fixed) },
  { name: "article, not kept by the edge", ask: () => get(house, article) },
  { name: "article, kept by the edge", ask: () => get(kept, article) },
  { name: "50 comments, not kept", ask: () => get(house, fifty) },
  { name: "1,000 comments, not kept", ask: () => get(house, thousand) },
  { name: "1,000 comments, page 7", ask: () => get(house, `${thousand}reacties/7/`) },
  { name: "home, not kept", ask: () => get(house, "/") },
  { name: "programme, not kept", ask: () => get(house, "/programma/") },
  { name: "comment posted", ask: (turn) => comment(turn, "n@x.nl") },
  { name: "comment posted, with its email", ask: (turn) => comment(turn, `c${turn}@x.nl`) },
  { name: "signup posted", ask: signUp },
  { name: "signup posted, 20 at once", ask: signUp, atOnce: 20 },
];

let turn = 0;

async function rate({ name, ask, atOnce = 1 }: Subject): Promise<number> {
  const start = performance.now();
  let left = ASKS;
  const askOn = async () => {
    while ((left -= 1) >= 0) {
      const status = await ask((turn += 1));
      if (status >= 400) throw new Error(`${name} answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, askOn));
  return (ASKS * 1000) / (performance.now() - start);
}

const rates = new Map<string, number[]>(subjects.map(({ name }) => [name, []]));
for (const subject of subjects) await rate(subject);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const subject of subjects) rates.get(subject.name)?.push(await rate(subject));
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const base = median(rates.get(subjects[0]?.name ?? "") ?? []);
process.stdout.write(
  `One after another where nothing else is said, ${ROUNDS} rounds of ${ASKS}; the median, and its share of the fixed text.\n\n`,
);
for (const [name, values] of rates) {
  const middle = median(values);
  process.stdout.write(
    `${name.padEnd(32)} ${middle.toFixed(0).padStart(6)}/s ${((100 * middle) / base).toFixed(1).padStart(6)} %\n`,
  );
}

await Promise.all([house.stop(), kept.stop(), fixed.stop()]);
process.exit(0);
