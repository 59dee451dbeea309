import type { OwnSignup } from "@ontsecretaressen/domain/signup";
import type { SessionView } from "@ontsecretaressen/domain/session";
import { expect, test } from "vitest";
import { ownSignup } from "../examples/mine.tsx";
import { exampleSession, now, siteUrl } from "../examples/site.ts";
import { renderDocument } from "../page/document.tsx";
import { MinePage } from "./mine.tsx";

const meeting = (position: number, day: string) => ({
  position,
  startsLocal: `${day}T19:00`,
  endsLocal: `${day}T21:00`,
  startsAt: `${day}T17:00:00.000Z`,
  endsAt: `${day}T19:00:00.000Z`,
});

const begun = { ...exampleSession, ...meeting(1, "2027-01-11") };

const [FEBRUARY, MAY, JUNE] = [meeting(2, "2027-02-11"), meeting(3, "2090-05-11"), meeting(4, "2090-06-15")];

/** How her own page tells of a certain seat. */
function told(session: SessionView, change: Partial<OwnSignup<SessionView>> = {}): string | undefined {
  const html = renderDocument(
    <MinePage
      name="Noor"
      signups={[{ ...ownSignup, state: "confirmed", session, ...change }]}
      paths={{ calendar: "/mijn/agenda/x.ics", seats: { [ownSignup.id]: "/bevestig/x" }, proofs: {} }}
      calendarVersion={1}
      isNewLink={false}
      plan={[]}
      emails={[]}
      known={null}
      canCorrect={false}
      stay={null}
      siteUrl={siteUrl}
      now={now}
    />,
  );
  return /<\/h2><p>(<b>.*?)<\/p>/u.exec(html)?.[1];
}

test("a series that has begun says when she comes again, until it is over", () => {
  const series = { ...begun, later: [FEBRUARY, MAY, JUNE] };
  const says = (day: string) => `<b>Je plek is zeker.</b> De volgende keer is ${day}, 19.00-21.00 uur.`;
  expect(told(series)).toBe(says("donderdag 11 mei 2090"));
  expect(told(series, { absences: [3] })).toBe(says("donderdag 15 juni 2090"));
  expect(told(series, { absences: [3, 4] })).toBe("<b>Je plek is zeker.</b> ");
  expect(told({ ...begun, later: [FEBRUARY] })).toBe("<b>Dit is geweest.</b> ");
  expect(told({ ...exampleSession, later: [MAY] })).toBe("<b>Je plek is zeker.</b> Tot dan.");
});

test("what is not open to her yet names the step before it, by its own title", () => {
  const requires = { slug: "rondetafel", title: "Rondetafel" };
  const session = { ...exampleSession, step: { ...exampleSession.step, requires } };
  const says = (state: "held" | "waiting") => told(session, { state, isStepOpen: false });
  expect(says("held")).toContain("Dat kan als je bij de stap ‘Rondetafel’ was.");
  expect(says("waiting")).toContain("Een plek krijgen kan als je bij de stap ‘Rondetafel’ was.");
});
