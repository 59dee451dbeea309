import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import PostalMime, { Webhook } from "./absent.ts";

const GZIP_BUDGET = 72_000;

describe("the mailer's bundle", () => {
  const bundle = readFileSync(join(import.meta.dirname, "../dist/worker.js"));

  test("leaves out what the Resend SDK brings to read mail and webhooks, and stays small", () => {
    expect(bundle.includes("quoted-printable")).toBe(false);
    expect(bundle.includes("whsec_")).toBe(false);
    expect(gzipSync(bundle).byteLength).toBeLessThan(GZIP_BUDGET);
  });

  test("says so, should it ever be asked to", () => {
    expect(() => PostalMime()).toThrow("reads no mail");
    expect(() => Webhook()).toThrow("receives no webhooks");
  });
});
