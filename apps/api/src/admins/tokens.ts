import { listAdminTokens, listAudit, makeAdminToken, revokeAdminToken } from "@ontsecretaressen/db/admins";
import { sha256 } from "@ontsecretaressen/db/hash";
import { findBroken } from "@ontsecretaressen/db/invariants";
import type { ListedAct, MadeToken } from "@ontsecretaressen/domain/admin-answers";
import { TokenDraft } from "@ontsecretaressen/domain/admin-drafts";
import { invariantMoment } from "@ontsecretaressen/domain/invariant";
import {
  type AdminCall,
  actOf,
  alreadyMade,
  endpoint,
  endpointWithBody,
  listed,
  notFound,
} from "../admin/endpoint.ts";

const SIGN_IN_HOURS = 12;

/** Who may do what, who did what, and whether all is well. */
export const adminEndpoints = [
  endpoint(
    { method: "get", path: "/me", role: "any", summary: "Whose token this is" },
    async ({ admin }) => ({
      status: 200,
      body: admin,
    }),
  ),
  endpoint(
    { method: "get", path: "/tokens", role: "owner", summary: "The tokens there are, never what they are" },
    async ({ world }) => ({ status: 200, body: { items: await listAdminTokens(world.db), next: null } }),
  ),
  endpointWithBody(
    {
      method: "post",
      path: "/tokens",
      role: "owner",
      summary: "Make a token; it is shown this once",
      again: alreadyMade,
    },
    TokenDraft,
    async (call) => ({ status: 201, body: await makeToken(call, call.body, null) }),
  ),
  endpoint({ method: "delete", path: "/tokens/{id}", role: "owner", summary: "End a token" }, async (call) =>
    (await endToken(call, call.id)) ? { status: 204 } : notFound,
  ),
  endpoint(
    {
      method: "post",
      path: "/sign-ins",
      role: "any",
      summary: "Trade a token for one of the same roles that ends in 12 hours, for a browser to hold",
      again: alreadyMade,
    },
    async (call) => {
      const until = new Date(call.world.now().getTime() + SIGN_IN_HOURS * 3_600_000).toISOString();
      // A sign-in traded again ends when the first one would have: it can't be kept alive for ever.
      const ends = call.admin.endsAt === null || call.admin.endsAt > until ? until : call.admin.endsAt;
      return { status: 201, body: await makeToken(call, call.admin, ends) };
    },
  ),
  endpoint(
    { method: "delete", path: "/sign-ins", role: "any", summary: "End the token this call is made with" },
    async (call) => {
      await endToken(call, call.admin.id);
      return { status: 204 };
    },
  ),
  endpoint(
    { method: "get", path: "/audit", role: "owner", summary: "Who did what, newest first", isList: true },
    async ({ world, page }) =>
      listed((await listAudit(world.reader, page)) satisfies ListedAct[], page.limit),
  ),
  endpoint(
    {
      method: "get",
      path: "/invariants",
      role: "any",
      summary: "What must always be true, and each row that breaks it",
    },
    async ({ world }) => {
      const broken = await findBroken(world.reader, invariantMoment(world.now()));
      return { status: 200, body: { isWhole: broken.length === 0, broken } };
    },
  ),
];

async function makeToken(
  call: AdminCall<unknown>,
  { name, roles, email = null }: Pick<TokenDraft, "name" | "roles"> & { email?: string | null },
  until: string | null,
): Promise<MadeToken> {
  const { world } = call;
  const id = world.newId("tok");
  const token = world.newToken();
  const by = actOf(call);
  const kept = { id, name, roles, email, tokenHash: await sha256(token), now: by.at, expiresAt: until };
  await makeAdminToken(world.db, kept, by);
  return { id, name, roles, token, expiresAt: until };
}

function endToken({ world, admin }: AdminCall<unknown>, id: string): Promise<boolean> {
  return revokeAdminToken(world.db, id, {
    auditId: world.newId("aud"),
    admin,
    now: world.now().toISOString(),
  });
}
