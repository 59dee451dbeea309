import { findKeyedAct, type KeyedAct } from "@ontsecretaressen/db/audit";
import { isDatabaseUnavailable } from "@ontsecretaressen/db/client/unavailable";
import { sha256 } from "@ontsecretaressen/db/hash";
import type { Admin } from "@ontsecretaressen/domain/admin";
import { isSentFile } from "../media/read-file.ts";
import type { AdminAnswer, AdminCall, AdminRefusal, Endpoint } from "./endpoint.ts";

/** The key of a request as the audit keeps it: whose and which it is, and what was asked. */
export async function keyOf(admin: Admin, name: string, request: unknown[]): Promise<string> {
  const said = await Promise.all(
    request.map(async (part) => (isSentFile(part) ? [part.fields, await sha256(part.bytes)] : part)),
  );
  return `${await sha256(`${admin.id} ${name}`)} ${await sha256(JSON.stringify(said))}`;
}

/**
 * Does what a request asks, once under its key: the same again gets what that made, and something else is refused, so that
 * it isn't lost as if it were kept.
 */
export async function doOnce(endpoint: Endpoint, call: AdminCall<unknown>): Promise<AdminAnswer> {
  const { key, world } = call;
  const { again } = endpoint;
  if (key === null) return endpoint.run(call);
  const answer = ({ subject, isSame }: KeyedAct) => {
    if (!isSame) return keyReused;
    return again === undefined ? endpoint.run(call) : again(call, subject);
  };
  const before = await findKeyedAct(world.reader, key);
  if (before !== null) return answer(before);
  const tried = await attempt(() => endpoint.run(call));
  if ("answer" in tried && !("code" in tried.answer)) return tried.answer;
  // Another request under this key may have come in between.
  const meanwhile = await findKeyedAct(world.reader, key);
  if (meanwhile !== null) return answer(meanwhile);
  if ("fault" in tried) throw tried.fault;
  return tried.answer;
}

async function attempt(
  act: () => Promise<AdminAnswer>,
): Promise<{ answer: AdminAnswer } | { fault: unknown }> {
  try {
    return { answer: await act() };
  } catch (fault) {
    if (isDatabaseUnavailable(fault)) throw fault;
    return { fault };
  }
}

const keyReused: AdminRefusal = {
  status: 422,
  code: "key_reused",
  message: "Something else was asked under this key. Nothing was done; take a new key for this.",
};
