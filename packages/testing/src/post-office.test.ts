import { afterAll, beforeAll, expect, test } from "vitest";
import { startPostOffice, type PostOffice } from "./post-office.ts";

let office: PostOffice;

beforeAll(async () => {
  office = await startPostOffice();
});

afterAll(() => office.stop());

async function send(subject: string, key: string, signal?: AbortSignal): Promise<Response> {
  const mail = { from: "post@example.nl", to: ["noor@example.nl"], subject, html: "<p>Dag</p>", text: "Dag" };
  const attachments = [{ filename: "bijeenkomst.ics", content: "QkVHSU4=" }];
  return await fetch(`${office.url}/emails`, {
    method: "POST",
    headers: { authorization: "Bearer re_test", "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify({ ...mail, attachments }),
    ...(signal && { signal }),
  });
}

test("keeps a mail with what the emulator forgets: its attachments and its key", async () => {
  expect((await send("Welkom", "eml_1")).status).toBe(200);
  const mail = await office.waitForMail(({ subject }) => subject === "Welkom");
  expect(mail).toMatchObject({ to: ["noor@example.nl"], text: "Dag", idempotencyKey: "eml_1" });
  expect(mail.attachments).toEqual([{ filename: "bijeenkomst.ics", content: "QkVHSU4=" }]);
});

test("keeps one mail for one key", async () => {
  await send("Eenmaal", "eml_2");
  await send("Eenmaal", "eml_2");
  expect((await office.mails()).filter(({ subject }) => subject === "Eenmaal")).toHaveLength(1);
});

test("fails as Resend does until it is mended", async () => {
  office.answers(429);
  const answer = await send("Straks", "eml_3");
  expect(answer.status).toBe(429);
  expect(answer.headers.get("retry-after")).toBe("1");
  expect(await answer.json()).toMatchObject({ name: "rate_limit_exceeded" });
  office.answers(null);
  expect((await send("Straks", "eml_3")).status).toBe(200);
});

test("can fail by attempt, or not answer at all", async () => {
  office.answers((asked) => (asked.body.includes("Nooit") ? "hang" : null));
  await expect(send("Nooit", "eml_4", AbortSignal.timeout(200))).rejects.toThrow(/timeout/);
  expect((await send("Wel", "eml_5")).status).toBe(200);
  office.answers(null);
});

test("says which mails there are when the awaited one does not come", async () => {
  await expect(office.waitForMail(() => false, 50)).rejects.toThrow(/noor@example\.nl: Welkom/);
});
