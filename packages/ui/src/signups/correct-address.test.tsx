import { describe, expect, test } from "vitest";
import { siteUrl } from "../examples/site.ts";
import { renderDocument } from "../page/document.tsx";
import { CorrectAddressPage, type CorrectAddressPageProps } from "./correct-address.tsx";

describe("the browser that signed up reads of the email to the address that it typed", () => {
  const told = (mail: CorrectAddressPageProps["mail"]) => {
    const email = "sam@voorbeeld.nl";
    const html = renderDocument(
      <CorrectAddressPage
        {...{
          email,
          session: "a",
          isSent: false,
          mail,
          values: { email },
          faults: {},
          problem: null,
          siteUrl,
        }}
      />,
    );
    return /<p class="lead">(.*?)<b>/u.exec(html)?.[1];
  };

  test("whether it is on its way, is there, or did not arrive", () => {
    const isJustSent = false;
    for (const state of ["waiting", "sending", "sent", "delayed"] as const)
      expect(told({ state, isJustSent })).toBe("Onze mail is onderweg naar ");
    expect(told({ state: "delivered", isJustSent })).toBe("Onze mail is bezorgd bij ");
    for (const state of ["bounced", "failed", "withheld", "expired"] as const)
      expect(told({ state, isJustSent })).toBe("Onze mail kwam niet aan bij ");
  });

  test("nothing where that was not looked at", () => {
    expect(told(null)).toBe(undefined);
  });

  test("in the first minute nothing that tells a new one from one that was there before", () => {
    for (const state of ["waiting", "sent", "delivered"] as const)
      expect(told({ state, isJustSent: true })).toBe("Onze mail is onderweg naar ");
  });
});
