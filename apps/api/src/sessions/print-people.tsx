import { findSessionPeople } from "@ontsecretaressen/db/sessions/people";
import type { SessionPeople } from "@ontsecretaressen/domain/session-people";
import { BadgesPage } from "@ontsecretaressen/ui/paper/badges";
import { renderDocument } from "@ontsecretaressen/ui/page/document";
import { htmlHeaders } from "@ontsecretaressen/ui/page/html-headers";
import { peopleAsCsv } from "@ontsecretaressen/ui/paper/people-list";
import { SignInSheet } from "@ontsecretaressen/ui/paper/sign-in-sheet";
import type { World } from "../context.ts";
import { endpoint, type Endpoint, type FileAnswer, notFound } from "../admin/endpoint.ts";

type Written = Omit<FileAnswer, "status">;

/** Who comes to a session, on paper and for a spreadsheet. */
export const peopleEndpoints = [
  file("people.csv", "Everybody of a session for a spreadsheet", (people) => ({
    body: peopleAsCsv(people),
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": 'attachment; filename="deelnemers.csv"',
    },
  })),
  file("sign-in-sheet", "The list that people sign at the door, as a page to print", (of, { siteUrl }) =>
    toPrint(<SignInSheet of={of} siteUrl={siteUrl} />),
  ),
  file("badges", "Name badges, ten on a sheet, as a page to print", (of, { siteUrl }) =>
    toPrint(<BadgesPage of={of} siteUrl={siteUrl} />),
  ),
];

function file(
  name: string,
  summary: string,
  write: (people: SessionPeople, world: World) => Written | Promise<Written>,
): Endpoint {
  const path = `/sessions/{id}/${name}` as const;
  return endpoint({ method: "get", path, role: "coordinator", summary }, async ({ world, id }) => {
    const people = await findSessionPeople(world.reader, id);
    return people === null ? notFound : { status: 200, ...(await write(people, world)) };
  });
}

async function toPrint(element: { toString(): string }): Promise<Written> {
  const body = renderDocument(element);
  return { body, headers: await htmlHeaders(body) };
}
