import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Kept = { privateKey: string; root: string; adminToken: string };

export type Secrets = {
  publicKeyFile: string;
  /** A key to the database for `holder`, whose name it carries. */
  databaseToken(access: "ro" | "rw", holder: string): string;
  resendKey: string;
  adminToken: string;
  /** A secret for a name that only the Workers know; the same one at every start. */
  named(name: string): string;
};

function make(): Kept {
  const { privateKey } = generateKeyPairSync("ed25519");
  return {
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    root: randomBytes(32).toString("base64url"),
    adminToken: randomBytes(24).toString("base64url"),
  };
}

function readOrMake(file: string): Kept {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Kept;
  const kept = make();
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  return kept;
}

function signToken(privateKey: string, claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const unsigned = `${part({ alg: "EdDSA", typ: "JWT" })}.${part(claims)}`;
  return `${unsigned}.${sign(null, Buffer.from(unsigned), createPrivateKey(privateKey)).toString("base64url")}`;
}

/** The keys of a local stack: made at the first start, kept in its folder, readable by its owner only. */
export function keepSecrets(dataDir: string, adminToken?: string): Secrets {
  mkdirSync(dataDir, { recursive: true });
  const kept = readOrMake(join(dataDir, "keys.json"));
  const publicKeyFile = join(dataDir, "database.pub.pem");
  const publicKey = createPublicKey(kept.privateKey).export({ type: "spki", format: "pem" });
  writeFileSync(publicKeyFile, publicKey, { mode: 0o600 });
  const named = (name: string) => {
    const bytes = createHmac("sha256", kept.root).update(name).digest();
    // The form in which Resend hands out the secret of a webhook.
    return name.endsWith("WEBHOOK_SECRET")
      ? `whsec_${bytes.toString("base64")}`
      : bytes.toString("base64url");
  };
  return {
    publicKeyFile,
    databaseToken: (access, holder) => signToken(kept.privateKey, { a: access, sub: holder }),
    resendKey: `re_${named("resend")
      .replaceAll(/[^A-Za-z0-9]/g, "")
      .slice(0, 24)}`,
    adminToken: adminToken ?? kept.adminToken,
    named,
  };
}
