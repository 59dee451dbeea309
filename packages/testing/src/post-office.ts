import { setTimeout as wait } from "node:timers/promises";
import { startMail } from "@ontsecretaressen/infra/local/mail";
import { freePort } from "@ontsecretaressen/infra/local/ports";
import { startProxy, type Asked, type Fault } from "./proxy.ts";

export type Attachment = { filename?: string; content?: string; content_type?: string };

export type Mail = {
  id: string;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  reply_to: string[];
  subject: string;
  html: string | null;
  text: string | null;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
  status: string;
  attachments: Attachment[];
  idempotencyKey: string | null;
};

export type ResendFault = Fault | ((asked: Asked, attempt: number) => Fault | null);

export type PostOffice = {
  url: string;
  mails: () => Promise<Mail[]>;
  waitForMail: (wanted: (mail: Mail) => boolean, withinMs?: number) => Promise<Mail>;
  answers: (fault: ResendFault | null) => void;
  attempts: () => Asked[];
  stop: () => Promise<void>;
};

const NAMES: Record<number, string> = {
  401: "missing_api_key",
  422: "validation_error",
  429: "rate_limit_exceeded",
  500: "internal_server_error",
};

function asResendSays(fault: Fault | null): Fault | null {
  if (typeof fault !== "number") return fault;
  const name = NAMES[fault] ?? "application_error";
  const headers: Record<string, string> = fault === 429 ? { "retry-after": "1" } : {};
  return {
    status: fault,
    headers,
    body: { statusCode: fault, name, message: `Made to fail with ${fault}.` },
  };
}

type Extra = { attachments: Attachment[]; idempotencyKey: string | null };

// The emulator keeps neither attachments nor idempotency keys, so they are noted as they pass.
function noteExtras(extras: Map<string, Extra>, asked: Asked, body: string): void {
  const answer = JSON.parse(body) as { id?: string; data?: { id: string }[] };
  const payload = JSON.parse(asked.body) as { attachments?: Attachment[] } | { attachments?: Attachment[] }[];
  const key = asked.headers["idempotency-key"];
  const ids = answer.data?.map(({ id }) => id) ?? (answer.id ? [answer.id] : []);
  for (const [index, id] of ids.entries()) {
    const one = Array.isArray(payload) ? payload[index] : payload;
    extras.set(id, {
      attachments: one?.attachments ?? [],
      idempotencyKey: typeof key === "string" ? key : null,
    });
  }
}

/** The Resend emulator behind a door that can make it fail and that remembers every attempt. */
export async function startPostOffice(): Promise<PostOffice> {
  const emulator = await startMail(await freePort());
  const extras = new Map<string, Extra>();
  const attempts: Asked[] = [];
  let fault: ResendFault | null = null;

  const proxy = await startProxy(emulator.url, {
    before(asked) {
      if (asked.method !== "POST" || !asked.path.startsWith("/emails")) return null;
      attempts.push(asked);
      return asResendSays(typeof fault === "function" ? fault(asked, attempts.length) : fault);
    },
    after(asked, status, body) {
      if (asked.method === "POST" && asked.path.startsWith("/emails") && status < 300)
        noteExtras(extras, asked, body);
    },
  });

  async function mails(): Promise<Mail[]> {
    const answer = await fetch(`${emulator.url}/emails`, { headers: { authorization: "Bearer re_test" } });
    const { data } = (await answer.json()) as { data: Mail[] };
    return data.map((mail) => ({
      ...mail,
      ...(extras.get(mail.id) ?? { attachments: [], idempotencyKey: null }),
    }));
  }

  async function waitForMail(wanted: (mail: Mail) => boolean, withinMs = 5_000): Promise<Mail> {
    const found = (await mails()).find(wanted);
    if (found) return found;
    if (withinMs <= 0) {
      const seen = (await mails()).map(({ to, subject }) => `${to.join(", ")}: ${subject}`);
      throw new Error(`The awaited mail did not come. There are ${seen.length}:\n${seen.join("\n")}`);
    }
    await wait(25);
    return waitForMail(wanted, withinMs - 25);
  }

  return {
    url: proxy.url,
    mails,
    waitForMail,
    answers(next) {
      fault = next;
    },
    attempts: () => [...attempts],
    async stop() {
      await Promise.all([proxy.stop(), emulator.stop()]);
    },
  };
}
