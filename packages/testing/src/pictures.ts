// Draws the pictures of the README: a filled house, seen by a phone and by a desk.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "./browser.ts";
import { startHouse } from "./house.ts";

const folder = process.argv[2] ?? join(import.meta.dirname, "../../../docs/pictures");
mkdirSync(folder, { recursive: true });

const house = await startHouse({ content: true });
const browser = await openBrowser();

const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 860 };

const pictures = [
  { name: "home", path: "/", viewport: desk },
  { name: "programme", path: "/programma/", viewport: desk },
  { name: "article", path: "/waarom-de-secretaresse-30-niet-bestaat/", viewport: phone },
];

for (const { name, path, viewport } of pictures) {
  const page = await browser.newPage({ viewport });
  await page.goto(house.url + path);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}

await browser.close();
await house.stop();
process.exit(0);
