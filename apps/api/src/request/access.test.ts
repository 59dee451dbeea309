// Cloudflare Access needs its own network: here stand the keys and assertions that its documentation describes.
import { type Fault, type Proxy, startProxy } from "@ontsecretaressen/testing/proxy";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { type House, startHouse } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const AUD = "4714c1358e65fe4b408ad6d432a5f878f08194bdb4752441fd56faefa9b2b6f2";
const EMAIL = "noor@voorbeeld.nl";

const algorithm = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

const pairOf = () => crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);

let access: Proxy;
let house: House;
let ours: Awaited<ReturnType<typeof pairOf>>;
let theirs: Awaited<ReturnType<typeof pairOf>>;
let certs: Fault;
let asked = 0;

beforeAll(async () => {
  [ours, theirs] = await Promise.all([pairOf(), pairOf()]);
  const jwk = await crypto.subtle.exportKey("jwk", ours.publicKey);
  certs = { status: 200, body: { keys: [{ ...jwk, kid: "nu", use: "sig" }] } };
  access = await startProxy("http://127.0.0.1:9", {
    before() {
      asked += 1;
      return certs;
    },
  });
  house = await startHouse({ bindings: { ACCESS_URL: access.url, ACCESS_AUD: AUD } });
  const roles = ["editor"];
  await house.admin("tokens", { json: { name: "Noor", roles, email: "Noor@voorbeeld.nl" } });
});

afterAll(() => Promise.all([house.stop(), access.stop()]));

const coded = (part: object | ArrayBuffer) =>
  Buffer.from(part instanceof ArrayBuffer ? new Uint8Array(part) : JSON.stringify(part)).toString(
    "base64url",
  );

const now = () => Math.floor(Date.now() / 1000);

const claimsOf = (change: object = {}) => ({
  iss: access.url,
  aud: [AUD],
  email: EMAIL,
  exp: now() + 600,
  nbf: now() - 10,
  ...change,
});

async function assertionOf(claims: object, head: object = {}, pair = ours): Promise<string> {
  const said = `${coded({ alg: "RS256", kid: "nu", ...head })}.${coded(claims)}`;
  const signed = await crypto.subtle.sign(algorithm.name, pair.privateKey, new TextEncoder().encode(said));
  return `${said}.${coded(signed)}`;
}

const come = (assertion: string, path = "me", headers: Record<string, string> = {}) =>
  house.fetch(`/api/admin/${path}`, { headers: { "cf-access-jwt-assertion": assertion, ...headers } });

describe("who Cloudflare Access let in", () => {
  test("is the organiser whose token has that address, with its roles and no others", async () => {
    const answer = await come(await assertionOf(claimsOf()));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ name: "Noor", roles: ["editor"] });
    expect((await come(await assertionOf(claimsOf()), "tokens")).status).toBe(403);
    const before = asked;
    await come(await assertionOf(claimsOf({ aud: AUD })));
    expect(asked).toBe(before);
  });

  test.for<[string, object]>([
    ["for another application", { aud: ["iets-anders"] }],
    ["by another team", { iss: "https://ander.cloudflareaccess.com" }],
    ["that is past", { exp: now() - 1 }],
    ["that never ends", { exp: undefined }],
    ["that does not hold yet", { nbf: now() + 3600 }],
    ["with an address that is no organiser's", { email: "vreemde@voorbeeld.nl" }],
    ["of a program, without an address", { email: undefined, common_name: "programma" }],
  ])("an assertion %s lets nobody in", async ([, change]) => {
    expect((await come(await assertionOf(claimsOf(change)))).status).toBe(401);
  });

  test.for<[string, () => Promise<string>]>([
    ["signed by somebody else", () => assertionOf(claimsOf(), {}, theirs)],
    ["with a key that is not there", () => assertionOf(claimsOf(), { kid: "verzonnen" })],
    ["that asks for no signature", async () => `${coded({ alg: "none", kid: "nu" })}.${coded(claimsOf())}.`],
    ["that asks for a shared secret", () => assertionOf(claimsOf(), { alg: "HS256" })],
    [
      "whose words were changed",
      async () => {
        const [head, , signature] = (await assertionOf(claimsOf({ email: "vreemde@voorbeeld.nl" }))).split(
          ".",
        );
        return `${head}.${coded(claimsOf())}.${signature}`;
      },
    ],
    ["that is no assertion", async () => "a.b.c"],
    ["that is empty", async () => ".."],
    ["that is padded", async () => `${await assertionOf(claimsOf())}==`],
    ["that was cut short", async () => (await assertionOf(claimsOf())).slice(0, -1)],
    ["whose head is no text", async () => `${Buffer.from([0xff, 0xfe]).toString("base64url")}.b.c`],
    ["whose head is nothing", async () => `${Buffer.from("null").toString("base64url")}.b.c`],
  ])("one %s lets nobody in", async ([, make]) => {
    const answer = await come(await make());
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: "not_signed_in" } });
  });

  test("is not looked at beside a token: the token counts, also when it is wrong", async () => {
    const headers = { authorization: "Bearer verkeerd-verkeerd" };
    expect((await come(await assertionOf(claimsOf()), "me", headers)).status).toBe(401);
  });

  test("is out as soon as that token is ended", async () => {
    const email = "weg@voorbeeld.nl";
    const json = { name: "Weg", roles: ["editor"], email };
    const { id } = await readJson<{ id: string }>(house.admin("tokens", { json }));
    const assertion = await assertionOf(claimsOf({ email }));
    expect((await come(assertion)).status).toBe(200);
    await house.admin(`tokens/${id}`, { method: "DELETE" });
    expect((await come(assertion)).status).toBe(401);
  });

  test("is out when the newest of her tokens is ended, whatever an older one may do", async () => {
    const email = "twee@voorbeeld.nl";
    const make = (roles: string[]) =>
      readJson<{ id: string }>(house.admin("tokens", { json: { name: "Twee", roles, email } }));
    await make(["owner"]);
    const { id } = await make(["editor"]);
    const assertion = await assertionOf(claimsOf({ email }));
    expect((await come(assertion)).status).toBe(200);
    await house.admin(`tokens/${id}`, { method: "DELETE" });
    expect((await come(assertion)).status).toBe(401);
  });

  test("cannot be made to write from another site, though a browser carries it by itself", async () => {
    const answer = await house.fetch("/api/admin/tags", {
      json: { slug: "kwaad", title: "Kwaad" },
      headers: {
        "cf-access-jwt-assertion": await assertionOf(claimsOf()),
        origin: "https://kwaad.example",
        "sec-fetch-site": "cross-site",
      },
    });
    expect(answer.status).toBe(403);
  });
});

test("where Access is not set up nothing of it is believed", async () => {
  const bare = await startHouse();
  try {
    const json = { name: "Noor", roles: ["editor"], email: EMAIL };
    expect((await bare.admin("tokens", { json })).status).toBe(201);
    const headers = { "cf-access-jwt-assertion": await assertionOf(claimsOf()) };
    expect((await bare.fetch("/api/admin/me", { headers })).status).toBe(401);
  } finally {
    await bare.stop();
  }
});
