import { describe, expect, test } from "vitest";
import { emailKey, readEmailAddress } from "./email-address.ts";

describe("an address of mail", () => {
  test.for(["a@b.nl", "voor.na+lijst@sub.voorbeeld.nl", "o'brien@x.ie", `${"a".repeat(64)}@b.nl`])(
    "%s is one, and is kept as it was typed",
    (text) => {
      expect(readEmailAddress(text)).toBe(text);
    },
  );

  test.for([
    "",
    "a",
    "a@",
    "@b.nl",
    "a@b",
    "a b@c.nl",
    "a@b..nl",
    "a@b.nl.",
    "a.@b.nl",
    "a@-b.nl",
    "a@b_c.nl",
    "a@b.nl/pad",
    "a@b.nl:25",
    "a@b.nl?x",
    "a@%62.nl",
    "a@b。nl",
    "bücher@b.nl",
    '"a"@b.nl',
    "a@[1.2.3.4]",
    "a@1.2.3.4",
    "a@b.nl\nBcc: x@y.nl",
    `${"a".repeat(65)}@b.nl`,
    `a@${"b.".repeat(126)}nl`,
    `a@${"ü".repeat(60)}.nl`,
    `${"a".repeat(64)}@${"bücher.".repeat(14)}nl`,
  ])("%j is none", (text) => {
    expect(readEmailAddress(text)).toBeNull();
  });

  test("keeps what stands before the @, and its host in the form in which mail travels", () => {
    expect(readEmailAddress("Jan.Jansen@VOORBEELD.nl")).toBe("Jan.Jansen@voorbeeld.nl");
    expect(readEmailAddress("info@हिन्दी.भारत")).toBe("info@xn--j2bd4cyah0f.xn--h2brj9c");
    expect(readEmailAddress("info@straße.de")).toBe("info@xn--strae-oqa.de");
  });
});

test("however an address is typed, it is one mailbox", () => {
  const spellings = [
    "info@bücher.nl",
    "INFO@BÜCHER.NL",
    " info@bu\u0308cher.nl ",
    "info@xn--bcher-kva.nl",
    "info@XN--BCHER-KVA.nl",
    "info@ｂücher.nl",
  ];
  expect(new Set(spellings.map((one) => emailKey(one)))).toEqual(new Set(["info@xn--bcher-kva.nl"]));
});

test("a host that only looks like another is another mailbox", () => {
  const lookalikes = ["info@apple.nl", "info@\u0430pple.nl", "info@appl\u0435.nl", "info@äpple.nl"];
  expect(new Set(lookalikes.map((one) => emailKey(one))).size).toBe(lookalikes.length);
  expect(readEmailAddress("info@\u0430pple.nl")).toBe("info@xn--pple-43d.nl");
});
