import { describe, expect, test } from "vitest";
import { examplePeople } from "../examples/paper.tsx";
import { peopleAsCsv } from "./people-list.ts";

/** A file as a spreadsheet reads it (RFC 4180), with the semicolons of Dutch ones. */
function read(csv: string): string[][] {
  const cells = [...csv.replace(/^\uFEFF/u, "").matchAll(/"((?:[^"]|"")*)"(;|\r\n)/gu)];
  const rows: string[][] = [[]];
  for (const [, value = "", end] of cells) {
    rows.at(-1)?.push(value.replaceAll('""', '"'));
    if (end !== ";") rows.push([]);
  }
  return rows.slice(0, -1);
}

const columns = (csv: string) => {
  const [head = [], ...rows] = read(csv);
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index]])));
};

test("everybody of a session is in the file, with where she stands, what she answered and when she was there", () => {
  const rows = columns(peopleAsCsv(examplePeople));
  expect(rows).toHaveLength(13);
  expect(rows.find((row) => row["Naam"] === "Yara Smit")).toMatchObject({
    Stand: "wachtlijst",
    "Plaats op de wachtlijst": "1",
  });
  expect(rows.find((row) => row["Naam"] === "Bouchra el Amrani")).toMatchObject({
    "Eet je iets niet?": "Geen noten",
    "Aanwezig woensdag 14 april 2027": "",
    "Aangemeld op": "2027-03-01 10:00",
  });
  expect(rows.find((row) => row["Naam"] === "Noor Bakker")?.["Aanwezig woensdag 14 april 2027"]).toBe("ja");
  expect(rows.find((row) => row["Naam"]?.startsWith("Fatima"))?.["Samen met"]).toBe("Eva");
});

test("Excel sees that it is UTF-8, and one line of the file is one person", () => {
  const csv = peopleAsCsv(examplePeople);
  expect(csv.startsWith("\uFEFF")).toBe(true);
  expect(csv.trimEnd().split("\r\n")).toHaveLength(14);
});

describe("what somebody typed", () => {
  const noteOf = (note: string) => {
    const [person] = examplePeople.people;
    if (person === undefined) throw new Error("there are people");
    return columns(peopleAsCsv({ ...examplePeople, people: [{ ...person, note }] }))[0]?.["Opmerking"];
  };

  test.for([
    '=HYPERLINK("https://kwaad.example";"Klik")',
    "+31612345678",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
  ])("is never a formula: %j", (note) => {
    expect(noteOf(note)).toBe(`'${note}`);
  });

  test.for(['Zij zei: "ja"; en toen', "twee\nregels", "a;b,c", "’s avonds", "1 = 1", ""])(
    "stays as it is: %j",
    (note) => {
      expect(noteOf(note)).toBe(note);
    },
  );
});
