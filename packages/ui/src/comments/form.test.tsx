import { CommentDraft } from "@ontsecretaressen/domain/comment-draft";
import { faultsOf } from "@ontsecretaressen/domain/faults";
import { describe, expect, test } from "vitest";
import { faultSentences } from "../words/faults.ts";
import { CommentForm, CommentRetryPage } from "./form.tsx";
import { renderDocument } from "../page/document.tsx";
import { harmful, siteUrl } from "../examples/site.ts";

const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** The content of a textarea as a browser reads it: its first line end is dropped. */
function typedIn(html: string): string {
  const inner = /<textarea[^>]*>([\s\S]*?)<\/textarea>/u.exec(html)?.[1] ?? "";
  return inner.replace(/^\n/u, "").replaceAll(/&(?:amp|lt|gt|quot|#39);/gu, (found) => ENTITIES[found] ?? "");
}

const formWith = (values: Record<string, string>) =>
  renderDocument(
    <CommentForm article={{ slug: "a" }} values={values} faults={{}} replyTo={null} formKey="k" />,
  );

describe("what was typed comes back", () => {
  test.for([
    ["a leading line end", "\nHallo"],
    ["two of them", "\n\nHallo\n"],
    ["an emoji of many parts", "👩🏽‍💻 en 🇳🇱"],
    ["quotes and angle brackets", harmful],
    ["the end of a textarea", "</textarea><b>x</b>"],
    ["an entity", "&lt; &amp;amp;"],
    ["nothing", ""],
  ])("%s", ([, body]) => {
    expect(typedIn(formWith({ body: body ?? "" }))).toBe(body);
  });

  test("a name with quotes stays one attribute", () => {
    expect(formWith({ name: `" autofocus x='` })).toContain('value="&quot; autofocus x=&#39;"');
  });

  test("a tick stays a tick", () => {
    expect(formWith({ notify: "on" })).toMatch(/type="checkbox" checked=""/u);
    expect(formWith({})).not.toContain("checked");
  });
});

describe("the form after a mistake", () => {
  const html = renderDocument(
    <CommentRetryPage
      slug="a"
      values={{ name: "Sam", email: "sam@", key: "k1", parent: "cmt_2" }}
      faults={faultSentences({ body: "missing", email: "not_an_address" })}
      problem={null}
      replyTo={{ id: "cmt_2", number: 2, name: "Carmen", html: `<p>${"Lang verhaal, ".repeat(40)}</p>` }}
      siteKey={null}
      siteUrl={siteUrl}
    />,
  );

  test("sums up on top, where the focus goes, with a link to each field", () => {
    expect(html).toMatch(/class="faults" role="alert" tabindex="-1" autofocus=""/u);
    expect(html).toContain('<a href="#email">Dit adres klopt nog niet');
  });

  test("sums up in the order of the form, as the shape tells it", () => {
    const { error } = CommentDraft.safeParse({});
    const said = error === undefined ? [] : Object.keys(faultsOf(error));
    const order = [...formWith({}).matchAll(/ id="(body|name|email)"/gu)].map(([, id]) => id);
    expect(said.filter((field) => order.includes(field))).toEqual(order);
  });

  test("says at the field what to mend, in a way that is read aloud with it", () => {
    expect(html).toMatch(
      /<input type="email"[^>]*aria-invalid="true" aria-describedby="email-uitleg email-fout"/u,
    );
    expect(html).toContain('id="email-fout"');
    expect(html).not.toContain('id="name-fout"');
  });

  test("keeps its key and whom it answers", () => {
    expect(html).toContain('name="key" value="k1"');
    expect(html).toContain('name="parent" value="cmt_2"');
    expect(html).toContain("Je antwoordt op Carmen:");
    expect(/<blockquote[^>]*>(.*?)<\/blockquote>/u.exec(html)?.[1]).toMatch(/^Lang verhaal, .{150,230}…$/u);
  });
});

test("when it could not be kept the page says why, and keeps the text", () => {
  const html = renderDocument(
    <CommentRetryPage
      slug="a"
      values={{ body: "Mijn lange verhaal" }}
      faults={{}}
      problem="unavailable"
      replyTo={null}
      siteKey={null}
      siteUrl={siteUrl}
    />,
  );
  expect(html).toContain("We kunnen dit nu even niet bewaren.");
  expect(typedIn(html)).toBe("Mijn lange verhaal");
});
