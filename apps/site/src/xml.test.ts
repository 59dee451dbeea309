import { readXml } from "@ontsecretaressen/testing/read-xml";
import { expect, test } from "vitest";
import { xml, xmlDocument } from "./xml.ts";

const HARMFUL = `]]> & &amp; <b a="1"> 'x' <!-- --> <?php ?> &#0; 👩‍👩‍👧 é \t\n`;

test("text comes back letter for letter, in content and in attributes", () => {
  const { text, attributes } = readXml(xmlDocument(xml`<a b="${HARMFUL.trim()}">${`${HARMFUL}\r`}</a>`));
  expect(text).toBe(`${HARMFUL}\r`);
  expect(attributes["b"]).toBe(HARMFUL.trim());
});

test("what XML has no characters for is left out", () => {
  const control = Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code)).join("");
  const document = xmlDocument(xml`<a>${`x${control}\uFFFE\uFFFF\uD83D y`}</a>`);
  expect(readXml(document).text).toBe("x\t\n\r y");
});

test("XML in XML stays so, alone and in a row, and null is nothing", () => {
  expect(xml`<a>${[xml`<b>${1}</b>`, xml`<c/>`]}${null}</a>`).toEqual({ xml: "<a><b>1</b><c/></a>" });
});
