// How soon an email is with the mail service after its form was answered, and how fast a full outbox empties at a rate that
// the service allows and tells as Resend does. Prints numbers; it judges nothing but doubles and what did not arrive.
import { setTimeout as wait } from "node:timers/promises";
import { startHouse } from "./house.ts";
import { startPostOffice } from "./post-office.ts";
import { startProxy } from "./proxy.ts";
import { readJson } from "./read-json.ts";

const A_SECOND = 20;
const SECONDS = 15;
const EMAILS = Number(process.env["EMAILS"] ?? 10_000);
/** How many requests the mail service takes in one second; Resend's own rate is 5. */
const ALLOWED = Number(process.env["ALLOWED"] ?? 100);

const answeredAt = new Map<string, number>();
const acceptedAt = new Map<string, number>();
const rate = { isKept: false, second: 0, asked: 0, refused: 0 };

const office = await startPostOffice();
const door = await startProxy(office.url, {
  before({ body }) {
    acceptedAt.set((JSON.parse(body) as { to: string }).to, performance.now());
    const second = Math.floor(performance.now() / 1000);
    if (second !== rate.second) [rate.second, rate.asked] = [second, 0];
    rate.asked += 1;
    if (!rate.isKept || rate.asked <= ALLOWED) return null;
    rate.refused += 1;
    const answer = { statusCode: 429, name: "rate_limit_exceeded", message: "Too many." };
    return { status: 429, headers: { "retry-after": "1", ...toldOfRate() }, body: answer };
  },
  after: toldOfRate,
});

function toldOfRate(): Record<string, string> {
  const left = rate.isKept ? Math.max(0, ALLOWED - rate.asked) : ALLOWED;
  return { "ratelimit-limit": `${ALLOWED}`, "ratelimit-remaining": `${left}`, "ratelimit-reset": "1" };
}

const house = await startHouse({
  content: true,
  uncounted: true,
  bindings: { RESEND_BASE_URL: door.url },
});
const { items } = await readJson<{ items: { slug: string }[] }>(house.admin("sessions"));
const session = items[0]?.slug ?? "";
await house.sql.execute({ sql: "update sessions set capacity = 900 where slug = ?", args: [session] });

async function signUp(turn: number): Promise<void> {
  const email = `n${turn}@x.nl`;
  const json = { session, name: "Noor", email, consent: true, key: email };
  const answer = await house.fetch("/api/signups", { json });
  await answer.arrayBuffer();
  if (answer.status !== 201) throw new Error(`a signup was answered ${answer.status}`);
  answeredAt.set(email, performance.now());
}

const signups: Promise<void>[] = [];
for (let turn = 0; turn < A_SECOND * SECONDS; turn += 1) {
  signups.push(signUp(turn));
  await wait(1000 / A_SECOND);
}
await Promise.all(signups);
while (acceptedAt.size < answeredAt.size) await wait(50);

const delays = [...answeredAt]
  .map(([email, at]) => Math.max(0, (acceptedAt.get(email) ?? 0) - at))
  .toSorted((a, b) => a - b);
const share = (part: number) => (delays[Math.floor(delays.length * part)] ?? 0).toFixed(0);
process.stdout.write(
  `${A_SECOND} signups a second for ${SECONDS} s: answered to accepted, median ${share(0.5)} ms, p99 ${share(0.99)} ms, longest ${share(0.9999)} ms\n`,
);

const now = new Date().toISOString();
await house.sql.batch(
  [
    "delete from emails",
    `insert into emails (id, kind, to_address, signup_id, token, state, attempts, due_at, created_at)
      with recursive n (i) as (select 1 union all select i + 1 from n where i < ${EMAILS}),
        g as (select id, row_number() over (order by id) as turn from signups)
      select 'eml_' || printf('%06d', i), 'signup_waiting', 'm' || i || '@x.nl', g.id, 'geheim', 'waiting', 0, '${now}', '${now}'
      from n join g on g.turn = i % ${A_SECOND * SECONDS} + 1`,
  ],
  "write",
);
rate.isKept = true;
const start = performance.now();
let runs = 0;
for (;;) {
  await Promise.all([house.cron(), house.cron()]);
  runs += 2;
  const { rows } = await house.sql.execute(
    "select 1 from emails where state in ('waiting', 'sending') limit 1",
  );
  if (rows.length === 0) break;
}
const seconds = (performance.now() - start) / 1000;
const { rows } = await house.sql.execute("select count(*) as n from emails where state = 'sent'");
const arrived = (await office.mails()).filter(({ to }) => /^m\d+@/u.test(to[0] ?? ""));
const doubles = arrived.length - new Set(arrived.map(({ to }) => to[0])).size;
process.stdout.write(
  `${EMAILS} waiting emails, ${ALLOWED} a second allowed: ${rows[0]?.["n"] as number} sent and ${arrived.length} arrived in ${seconds.toFixed(0)} s (${(EMAILS / seconds).toFixed(0)} a second), ${runs} runs, ${rate.refused} refused for the rate, ${doubles} doubles\n`,
);
await house.stop();
await door.stop();
await office.stop();
process.exit(doubles === 0 && arrived.length === EMAILS ? 0 : 1);
