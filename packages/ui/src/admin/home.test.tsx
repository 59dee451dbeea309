import { expect, test } from "vitest";
import { renderDocument } from "../page/document.tsx";
import { AdminHomePage, type EmailLog } from "./home.tsx";

/** What an organiser reads before the comments that wait. */
function onTop(emails: EmailLog): string {
  const html = renderDocument(
    <AdminHomePage
      admin={{ name: "Els", roles: ["owner"] }}
      comments={[]}
      sessions={[]}
      emails={emails}
      counts={{ held: 0, unproved: 0, reports: 2, decided: 1 }}
      notice={null}
    />,
  );
  return /<h1>.*?<\/h1>(.*?)<h2>/su.exec(html)?.[1]?.replaceAll(/<[^>]+>/gu, "") ?? "";
}

test("what asks an organiser stands first: emails that did not arrive, then reports", () => {
  const reports = "Er wachten 2 meldingen op een besluit. Deze maand is er 1 besluit genomen.";
  const says = (change: Partial<EmailLog>) => onTop({ waiting: 0, attention: 0, pause: false, ...change });
  expect(says({})).toBe(`Er vraagt geen e-mail aandacht.${reports}`);
  expect(says({ attention: 1 })).toBe(`1 e-mail vraagt aandacht.${reports}`);
  expect(says({ attention: 4, waiting: 1 })).toBe(`4 e-mails vragen aandacht, en 1 wacht nog.${reports}`);
  expect(says({ waiting: 2, pause: true })).toBe(
    `Er gaat nu geen e-mail uit. Er vraagt geen e-mail aandacht, en 2 wachten nog.${reports}`,
  );
});
