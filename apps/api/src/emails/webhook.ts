import { EventDraft } from "@ontsecretaressen/domain/event-draft";
import { type Context, Hono } from "hono";
import { refusal } from "../answers.tsx";
import type { AppEnv } from "../context.ts";
import { receiveEvent } from "./receive.ts";
import { isSigned } from "./verify-signature.ts";

/** Where Resend tells what became of an email. Who did not sign is refused; everything else is taken, once. */
export const webhookRoutes = new Hono<AppEnv>();

webhookRoutes.post("/resend", async (c) => {
  const world = c.get("world");
  const body = await c.req.text();
  const header = (name: string) => c.req.header(name) ?? "";
  const id = header("svix-id").slice(0, 200);
  const message = {
    id,
    timestamp: header("svix-timestamp"),
    signatures: header("svix-signature").slice(0, 1000),
    body,
  };
  c.header("cache-control", "no-store");
  if (!(await isSigned(world.webhookSecrets, message, world.now()))) return refusal(c, "not_signed");
  const event = EventDraft.safeParse(readJson(body));
  if (!event.success) return refusal(c, "unreadable_body");
  await receiveEvent(world, id, event.data);
  return c.body(null, 204);
});

webhookRoutes.all("/resend", (c: Context<AppEnv>) => {
  c.header("allow", "POST");
  return refusal(c, "method_not_allowed");
});

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
