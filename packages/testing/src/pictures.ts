// Draws the pictures of the README: a filled house, seen by a phone and by a desk.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "./browser.ts";
import { startHouse } from "./house.ts";

const folder = process.argv[2] ?? join(import.meta.dirname, "../../../docs/pictures");
mkdirSync(folder, { recursive: true });

const house = await startHouse({ content: true });
const browser = await openBrowser();

const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 860 } };
const pages = {
  home: "/",
  article: "/waarom-de-secretaresse-30-niet-bestaat/",
  programme: "/programma/",
};

for (const [size, viewport] of Object.entries(sizes)) {
  for (const [name, path] of Object.entries(pages)) {
    const page = await browser.newPage({ viewport });
    await page.goto(house.url + path);
    await page.screenshot({ path: join(folder, `${name}-${size}.png`) });
    await page.close();
  }
}

await browser.close();
await house.stop();
process.exit(0);
