import { describe, expect, test } from "vitest";
import { claimEnd, type ClaimPurpose, isSameMark, makeClaim, readClaim } from "./claim.ts";

// As long as a real mark, and as different for another text; a real one is made with a secret.
const mark = (purpose: ClaimPurpose, text: string) =>
  Promise.resolve(Buffer.from(`${text}:${purpose}`).toString("hex").padEnd(64, "0").slice(-64));

const now = new Date("2027-01-01T12:00:00.000Z");
const until = new Date("2027-01-02T12:00:00.000Z");
const made = makeClaim(mark, { purpose: "seat", id: "sgn_1", version: 1, until });
const read = async (claim: string | Promise<string>, at = now, purpose: ClaimPurpose = "seat") =>
  readClaim(mark, { purpose, claim: await claim, now: at });

describe("a claim", () => {
  test("tells what it is about until it ends", async () => {
    expect(await read(made)).toEqual({ id: "sgn_1", version: 1 });
    expect(await read(made, new Date(until.getTime() - 1))).toEqual({ id: "sgn_1", version: 1 });
    expect(await read(made, until)).toBeNull();
  });

  test("opens nothing when its id, its end or its mark is another, or when it was made for something else", async () => {
    const [id = "", version = "", end = "", itsMark = ""] = (await made).split(".");
    expect(await read(`sgn_2.${version}.${end}.${itsMark}`)).toBeNull();
    expect(await read(`${id}.2.${end}.${itsMark}`)).toBeNull();
    expect(await read(`${id}.${version}.zzzzzz.${itsMark}`)).toBeNull();
    expect(
      await read(`${id}.${version}.${end}.${itsMark.replace(/.$/u, (last) => (last === "0" ? "1" : "0"))}`),
    ).toBeNull();
    expect(await read(made, now, "person")).toBeNull();
  });

  test.for(["", "sgn_1", "sgn_1.a", "..", "sgn_1.a.b", "SGN_1.a.b"])("%j is none", async (text) => {
    expect(await read(text)).toBeNull();
  });

  test("ends after 60 days, or when there is nothing left to open", () => {
    expect(claimEnd(now).toISOString()).toBe("2027-03-02T12:00:00.000Z");
    expect(claimEnd(now, "2027-02-01T21:30:00.000Z").toISOString()).toBe("2027-02-01T21:30:00.000Z");
    expect(claimEnd(now, "2027-09-01T21:30:00.000Z").toISOString()).toBe("2027-03-02T12:00:00.000Z");
  });
});

test("two marks are the same only letter for letter", () => {
  expect(isSameMark("abc", "abc")).toBe(true);
  expect(["", "ab", "abcd", "abd", "Abc"].filter((other) => isSameMark(other, "abc"))).toEqual([]);
});
