import { openBrowser } from "@ontsecretaressen/testing/browser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BadgesPage } from "./badges.tsx";
import { CertificatePage } from "./certificate.tsx";
import { renderDocument } from "../page/document.tsx";
import * as example from "../examples/paper.tsx";
import { siteUrl } from "../examples/site.ts";
import { SignInSheet } from "./sign-in-sheet.tsx";

const { examplePeople: people, exampleProofUrl: url } = example;

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** The sheets that a printer gives, each as its size in millimetres. */
async function printed(element: { toString(): string }): Promise<string[]> {
  const page = await browser.newPage();
  await page.setContent(renderDocument(element));
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  await page.close();
  const millimetres = (points: string) => Math.round((Number(points) / 72) * 25.4);
  return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)].map(
    ([, width = "", height = ""]) => `${millimetres(width)} x ${millimetres(height)}`,
  );
}

const portrait = "210 x 297";
const landscape = "297 x 210";

describe("on paper", () => {
  test("a certificate is one sheet, whatever the name and however many meetings", async () => {
    for (const certificate of [example.exampleCertificate, example.exampleLongCertificate])
      expect(await printed(<CertificatePage {...{ certificate, url, siteUrl }} />)).toEqual([landscape]);
  });

  test("twelve people sign on one sheet, and a series lies on its side", async () => {
    expect(await printed(<SignInSheet of={people} siteUrl={siteUrl} />)).toEqual([portrait]);
    const series = await printed(<SignInSheet of={example.exampleSeries} siteUrl={siteUrl} />);
    expect(new Set(series)).toEqual(new Set([landscape]));
  });

  test("a row without a name has no heading", () => {
    const html = renderDocument(<SignInSheet of={people} siteUrl={siteUrl} />);
    const named = [...html.matchAll(/<th scope="row">(.*?)<\/th>/gsu)].map(([, inside = ""]) =>
      inside.trim(),
    );
    expect(named).toHaveLength(12);
    expect(named).not.toContain("");
  });

  test("there are ten badges on a sheet", async () => {
    const some = (count: number) => ({ ...people, people: people.people.slice(0, count) });
    expect(await printed(<BadgesPage of={some(10)} siteUrl={siteUrl} />)).toEqual([portrait]);
    expect(await printed(<BadgesPage of={some(11)} siteUrl={siteUrl} />)).toEqual([portrait, portrait]);
  });
});

describe("what everybody at the door can see", () => {
  test.for([
    ["sheet", <SignInSheet of={people} siteUrl={siteUrl} />],
    ["badges", <BadgesPage of={people} siteUrl={siteUrl} />],
  ] as const)("of the %s is who comes, and no address, answer or waiting list", ([, element]) => {
    const html = renderDocument(element).replace(/^[\s\S]*<main/u, "");
    for (const name of ["Anne-Fleur", "Noor", "Zoë"]) expect(html).toContain(name);
    expect(html).not.toMatch(/@|noten|Yara/u);
  });
});

test("a certificate says how many meetings its person was at, and where it can be checked", () => {
  const html = renderDocument(
    <CertificatePage certificate={example.exampleLongCertificate} url={url} siteUrl={siteUrl} />,
  );
  expect(html).toContain("5 van de 6 keer");
  expect(html).toContain("14 januari 2027 tot en met 10 juni 2027");
  expect(html).toContain(`<a href="${url}">${url}</a>`);
  expect(html).toContain('<meta name="robots" content="noindex"');
});
