// How soon an email is with the mail service after its form was answered, and how fast a full outbox empties at a rate that
// the service allows. Prints numbers; it judges nothing but doubles.
import { setTimeout as wait } from "node:timers/promises";
import { startHouse } from "./house.ts";
import { readJson } from "./read-json.ts";

const A_SECOND = 20;
const SECONDS = 15;
const EMAILS = Number(process.env["EMAILS"] ?? 10_000);
const ALLOWED = 250;

const house = await startHouse({ content: true, uncounted: true });
const { items } = await readJson<{ items: { slug: string }[] }>(house.admin("sessions"));
const session = items[0]?.slug ?? "";
await house.sql.execute({ sql: "update sessions set capacity = 900 where slug = ?", args: [session] });

const answeredAt = new Map<string, number>();
const acceptedAt = new Map<string, number>();
house.resendAnswers((asked) => {
  acceptedAt.set((JSON.parse(asked.body) as { to: string }).to, performance.now());
  return null;
});

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
      with recursive n (i) as (select 1 union all select i + 1 from n where i < ${EMAILS})
      select 'eml_' || printf('%06d', i), 'signup_waiting', 'm' || i || '@x.nl', (select id from signups limit 1), 'geheim',
        'waiting', 0, '${now}', '${now}' from n`,
  ],
  "write",
);
let second = 0;
let inSecond = 0;
let refused = 0;
house.resendAnswers(() => {
  const today = Math.floor(performance.now() / 1000);
  if (today !== second) [second, inSecond] = [today, 0];
  inSecond += 1;
  if (inSecond <= ALLOWED) return null;
  refused += 1;
  const body = { statusCode: 429, name: "rate_limit_exceeded", message: "Too many." };
  return { status: 429, headers: { "retry-after": "1" }, body };
});
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
const arrived = (await house.mails()).filter(({ to }) => /^m\d+@/u.test(to[0] ?? ""));
const doubles = arrived.length - new Set(arrived.map(({ to }) => to[0])).size;
process.stdout.write(
  `${EMAILS} waiting emails, ${ALLOWED} a second allowed: ${rows[0]?.["n"] as number} sent and ${arrived.length} arrived in ${seconds.toFixed(0)} s (${(EMAILS / seconds).toFixed(0)} a second), ${runs} runs, ${refused} refused for the rate, ${doubles} doubles\n`,
);
await house.stop();
process.exit(doubles === 0 && arrived.length === EMAILS ? 0 : 1);
