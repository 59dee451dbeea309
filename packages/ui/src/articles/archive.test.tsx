import type { ArchivePage as ArchivePageView } from "@ontsecretaressen/domain/archive";
import { describe, expect, test } from "vitest";
import { ArchivePage } from "./archive.tsx";
import { renderDocument } from "../page/document.tsx";
import { exampleArticle, harmful, siteUrl } from "../examples/site.ts";

const summary = { ...exampleArticle, authors: ["Léontine"], commentCount: 2 };

const show = (change: Partial<ArchivePageView>) =>
  renderDocument(
    <ArchivePage
      archive={{ kind: "tag", tag: { slug: "tijd", title: "Tijd" } }}
      articles={[summary]}
      count={1}
      page={1}
      siteUrl={siteUrl}
      {...change}
    />,
  );

const pagesIn = (html: string) =>
  [...(/<nav class="pages".*?<\/nav>/u.exec(html)?.[0] ?? "").matchAll(/>([^<]+)</gu)].map(
    ([, text]) => text,
  );

describe("the pages of an archive", () => {
  test.for([
    [1, 20, []],
    [1, 21, ["1", "2", "Ouder"]],
    [3, 140, ["Nieuwer", "1", "2", "3", "4", "5", "6", "7", "Ouder"]],
    [1, 2000, ["1", "2", "…", "100", "Ouder"]],
    [50, 2000, ["Nieuwer", "1", "…", "49", "50", "51", "…", "100", "Ouder"]],
    [100, 2000, ["Nieuwer", "1", "…", "99", "100"]],
  ] as const)("on page %s of %s articles lead to %s", ([page, count, shown]) => {
    expect(pagesIn(show({ page, count }))).toEqual(shown);
  });

  test("name their own address, and the first one has the bare one", () => {
    const html = show({ page: 2, count: 50 });
    expect(html).toContain(`<link rel="canonical" href="${siteUrl}/tag/tijd/pagina/2/"/>`);
    expect(html).toContain('<a href="/tag/tijd/" rel="prev">');
    expect(html).toMatch(/<a href="\/tag\/tijd\/pagina\/2\/"[^>]* aria-current="page"/u);
    expect(html).not.toContain("pagina/1/");
  });
});

describe("an archive says where it stands", () => {
  test("a category leads up to its parent and down to those below it", () => {
    const html = show({
      archive: {
        kind: "category",
        category: { slug: "rol", title: "Rol" },
        parent: { slug: "werk", title: "Werk" },
        below: [{ slug: "taak", title: "Taak" }],
      },
    });
    expect(html).toMatch(
      /href="\/artikelen\/">Artikelen<\/a><a href="\/categorie\/werk\/">Werk<\/a><\/nav>/u,
    );
    expect(html).toContain('<a href="/categorie/taak/">Taak</a>');
    expect(html).toContain('href="/categorie/rol/feed/"');
  });

  test("a month is named in words and leads to the months beside it", () => {
    const html = show({ archive: { kind: "month", month: "2011-07", earlier: "2010-12", later: null } });
    expect(html).toContain("<h1>Juli 2011</h1>");
    expect(html).toContain('<a href="/archief/2010/12/">Eerder: december 2010</a>');
    expect(html).not.toContain("Later:");
  });

  test("an author stands with a bio, also for machines, and no name can end the data", () => {
    const html = show({ archive: { kind: "author", author: { slug: "x", name: harmful, bio: harmful } } });
    const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/u.exec(html) ?? [];
    expect(json).not.toContain("<");
    const data: { "@graph": object[] } = JSON.parse(json);
    expect(data["@graph"]).toContainEqual({
      "@type": "Person",
      name: harmful,
      description: harmful,
      url: `${siteUrl}/auteur/x/`,
    });
  });
});
