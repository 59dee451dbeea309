import type { Secrets } from "./secrets.ts";
import { PUBLIC_WORKER, type Bindings } from "./workers.ts";
import { readWorkerConfigs } from "./wrangler.ts";

export type Addresses = { siteUrl: string; databaseUrl: string; resendUrl: string };

const READS_ONLY: ReadonlySet<string> = new Set([PUBLIC_WORKER, "ontsecretaressen-cards"]);

/** What each Worker is given here instead of in production: only names that its own configuration asks for. */
export function localBindings(addresses: Addresses, secrets: Secrets): Bindings {
  const bindings: Bindings = {};
  for (const { name, vars = {}, secrets: asked } of readWorkerConfigs()) {
    const known: Record<string, string> = {
      SITE_URL: addresses.siteUrl,
      RESEND_BASE_URL: addresses.resendUrl,
      TURNSTILE_SITE_KEY: "",
      TURNSTILE_URL: "",
      ACCESS_URL: "",
      ACCESS_AUD: "",
      RESEND_API_KEY: secrets.resendKey,
      DATABASE_URL: addresses.databaseUrl,
      DATABASE_TOKEN: secrets.databaseToken(READS_ONLY.has(name) ? "ro" : "rw", name),
    };
    const given: Record<string, string> = {};
    for (const key of Object.keys(vars)) {
      const value = known[key];
      if (value !== undefined) given[key] = value;
    }
    for (const key of asked?.required ?? []) given[key] = known[key] ?? secrets.named(key);
    // A secret that a site may do without, so no configuration asks for it.
    if ("TURNSTILE_SITE_KEY" in given) given["TURNSTILE_SECRET"] = "";
    bindings[name] = given;
  }
  return bindings;
}
