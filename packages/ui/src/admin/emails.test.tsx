import { mailingDays } from "@ontsecretaressen/domain/subscriber";
import type { ListedMailing } from "@ontsecretaressen/domain/admin-answers";
import { expect, test } from "vitest";
import { renderDocument } from "../page/document.tsx";
import { AdminEmailsPage } from "./emails.tsx";

function told(change: Partial<ListedMailing>): string | undefined {
  const mailing: ListedMailing = {
    id: "art_1",
    article: { slug: "a", title: "A" },
    beganAt: "2027-01-11T07:00:00.000Z",
    doneAt: null,
    subscribers: 3,
    written: 1,
    missed: 0,
    waiting: 0,
    sent: 1,
    stuck: 0,
    ...change,
  };
  const html = renderDocument(
    <AdminEmailsPage
      view="alle"
      mailings={[mailing]}
      {...{ emails: [], next: null, suppressions: [], pauses: [], notice: null }}
    />,
  );
  return /uur: (geschreven aan .*?)<\/li>/u.exec(html)?.[1];
}

test("organisers read of how many readers were written to about an article, of one too", () => {
  expect(told({})).toBe("geschreven aan 1 van de 3 lezers. De rest volgt, elke dag een deel.");
  expect(told({ subscribers: 1, doneAt: "2027-01-12T07:00:00.000Z" })).toBe(
    "geschreven aan 1 van 1 lezer. Klaar.",
  );
  expect(told({ doneAt: "2027-01-14T07:00:00.000Z", missed: 2 })).toBe(
    `geschreven aan 1 van de 3 lezers. Na ${mailingDays} dagen is het geen nieuws meer: 2 kregen er geen mail over.`,
  );
});
